import type { Clients } from '../aws.ts';
import type { Outputs } from '../outputs.ts';

export interface SeedContext {
  readonly clients: Clients;
  readonly outputs: Outputs;
}

/** One thing a new local cloud is given, through the product's own commands; run again, it changes nothing. */
export interface SeedStep {
  readonly title: string;
  /** Gives the lines to print at the end of the start, such as an account to sign in with. */
  readonly run: (context: SeedContext) => Promise<readonly string[]>;
}

/** In the order in which they need each other. */
export const seedSteps: readonly SeedStep[] = [];
