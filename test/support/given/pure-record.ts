import { apply } from '../../../functions/domain/record/apply.ts';
import type {
  RecordDefinition,
  RecordTypes,
  VersionOf,
} from '../../../functions/domain/record/definition.ts';
import { numberVersion } from '../../../functions/domain/record/number-version.ts';
import { parseContent } from '../../../functions/domain/record/read-version.ts';
import type { Author } from '../../../functions/domain/record/version.ts';

/** A record of any kind without a kernel: commands are judged and numbered, one after another. */
export function story<T extends RecordTypes>(definition: RecordDefinition<T>, usual: T['reference']) {
  let current: VersionOf<T> | undefined;
  let now = '2026-03-02T01:00:00Z';
  const actor: Author = { kind: 'system', id: 'test' };
  const give = (command: T['command'], reference: T['reference'] = usual) => {
    const { verdict } = apply(definition, current, { command, actor, now, reference });
    if (verdict.accepted) {
      const ref = { kind: definition.kind, id: 'r1' };
      const facts = {
        ref,
        schemaVersion: definition.schemaVersion,
        epoch: 1,
        now,
        by: actor,
        commandId: '',
        bodyMac: '',
      };
      const version = numberVersion(current, verdict.next, facts);
      // What is stored and read again is what was meant.
      current = { ...version, ...parseContent(definition, JSON.parse(JSON.stringify(version))) };
    }
    return verdict;
  };
  return {
    at(instant: string) {
      now = instant;
    },
    done(command: T['command'], reference: T['reference'] = usual): VersionOf<T> {
      const verdict = give(command, reference);
      if (!verdict.accepted)
        throw new Error(`${command.type} was refused: ${JSON.stringify(verdict.refusal)}`);
      if (current === undefined) throw new Error('No version came of it');
      return current;
    },
    refusal(command: T['command'], reference: T['reference'] = usual): string {
      const verdict = give(command, reference);
      return verdict.accepted ? 'accepted' : verdict.refusal.kind;
    },
  };
}
