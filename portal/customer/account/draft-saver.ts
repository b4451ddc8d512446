import type { SentAnswers } from '../../shared/api-types.ts';

export interface Draft {
  readonly revision: number;
  readonly answers: SentAnswers;
}

export interface DraftServer {
  /** Writes the whole draft over `revision`; gives the next one. Refuses (`isConflict`) when another is there. */
  put(draft: Draft): Promise<{ revision: number }>;
  load(): Promise<Draft>;
  isConflict(error: unknown): boolean;
}

export interface DraftSaver {
  /** Takes over what the server told, unless newer is known here. */
  adopt(draft: Draft): void;
  /** Saves these answers on top of all others; one after the other, and over another device's changes if need be. */
  save(changes: SentAnswers): Promise<Draft>;
}

const MOST_TRIES = 4;

/**
 * Saves a draft answer by answer. Another device may have saved meanwhile: then its answers are fetched, ours are put
 * on top, and it is tried again, so that of each question the last answer stands and nobody else's is lost.
 */
export function makeDraftSaver(server: DraftServer, start: Draft): DraftSaver {
  let known = start;
  let last: Promise<unknown> = Promise.resolve();

  async function write(changes: SentAnswers): Promise<Draft> {
    for (let tries = 1; ; tries += 1) {
      const answers = { ...known.answers, ...changes };
      try {
        const { revision } = await server.put({ revision: known.revision, answers });
        known = { revision, answers };
        return known;
      } catch (error) {
        if (!server.isConflict(error) || tries === MOST_TRIES) throw error;
        known = await server.load();
      }
    }
  }

  return {
    adopt: (draft) => {
      if (draft.revision > known.revision) known = draft;
    },
    save: (changes) => {
      const saved = last.then(() => write(changes));
      last = saved.catch(() => undefined);
      return saved;
    },
  };
}
