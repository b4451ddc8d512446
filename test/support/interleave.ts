import { setImmediate as nextTurn } from 'node:timers/promises';

/** Numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
export function drawFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A gate before every call: of all who wait at it one at a time passes, drawn by lot. */
export class Gate {
  readonly #waiting: (() => void)[] = [];
  readonly #draw: () => number;

  constructor(seed: number) {
    this.#draw = drawFrom(seed);
  }

  readonly pass = (): Promise<void> => new Promise((passed) => this.#waiting.push(passed));

  /** Runs all of them at once, interleaved at their calls. */
  async interleave<Answer>(
    runs: readonly (() => Promise<Answer>)[],
  ): Promise<PromiseSettledResult<Answer>[]> {
    let going = true;
    const all = Promise.allSettled(runs.map((run) => run())).finally(() => {
      going = false;
    });
    while (going) {
      await nextTurn();
      const [next] = this.#waiting.splice(Math.floor(this.#draw() * this.#waiting.length), 1);
      next?.();
    }
    return all;
  }
}
