import type { World } from './world.ts';

export interface Answer {
  readonly ok: boolean;
  /** What is so. */
  readonly found: string;
  /** What a person does about it, when it is not ok. */
  readonly todo: string;
}

export interface Check {
  readonly name: string;
  /** Before anything is deployed, or only after. */
  readonly when: 'before' | 'after';
  readonly ask: (world: World) => Promise<Answer>;
}
