import { answerOf } from '../../shared/api.ts';
import type { OwnCase } from '../../shared/api-types.ts';
import { isKind } from '../../shared/problem.ts';
import { api } from '../session.ts';

interface Given {
  readonly own: Pick<OwnCase, 'caseId' | 'version'>;
  readonly command: string;
  /** One key for one intention: given twice, or again after a broken line, it is done once. */
  readonly key: string;
  readonly form?: Readonly<Record<string, unknown>>;
}

const MOST_TRIES = 3;

/**
 * Gives a command. A file's check may have moved the case on a version since it was read; that changes nothing a
 * customer saw, and the command's own form (the draft's revision, the items answered) still says what they meant, so
 * it is given again on the newest version. What really changed is refused by the command itself.
 */
export async function giveCommand({ own, command, key, form }: Given): Promise<void> {
  const { caseId } = own;
  let seenVersion = own.version;
  for (let tries = 1; ; tries += 1) {
    const params = { header: { 'Idempotency-Key': key }, path: { caseId, command } };
    try {
      await answerOf(
        api().POST('/me/cases/{caseId}/commands/{command}', { params, body: { ...form, seenVersion } }),
      );
      return;
    } catch (error) {
      if (!isKind(error, 'stale') || tries === MOST_TRIES) throw error;
      const read = api().GET('/me/cases/{caseId}', { params: { path: { caseId } } });
      seenVersion = (await answerOf(read)).version;
    }
  }
}
