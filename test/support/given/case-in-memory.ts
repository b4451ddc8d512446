import { hash } from 'node:crypto';
import { caseDefinition } from '../../../functions/domain/case/case.ts';
import type {
  CaseCommand,
  CaseReference,
  CaseTypes,
  CurrentCase,
} from '../../../functions/domain/case/rule.ts';
import type { Author } from '../../../functions/domain/record/version.ts';
import type { CommandAnswer } from '../../../functions/use-cases/record/command-given.ts';
import { giveCommand } from '../../../functions/use-cases/record/give-command.ts';
import { loadRecord } from '../../../functions/use-cases/record/load-record.ts';
import { makeTestKernel } from '../kernel.ts';
import { givenAnswers } from './answers.ts';
import { givenDays } from './calendar.ts';
import { givenService } from './service.ts';

export const customer: Author = { kind: 'customer', id: 'person-customer' };
export const officer: Author = { kind: 'staff', id: 'person-officer' };
export const reviewer: Author = { kind: 'staff', id: 'person-reviewer' };
export const approver: Author = { kind: 'staff', id: 'person-approver' };
export const issuer: Author = { kind: 'staff', id: 'person-issuer' };
export const system: Author = { kind: 'system', id: 'test' };

type Bench = ReturnType<typeof makeTestKernel>;

export interface CaseStory extends Bench {
  readonly reference: CaseReference;
  readonly give: (
    actor: Author,
    command: CaseCommand,
    more?: Partial<CaseReference>,
  ) => Promise<CommandAnswer<CaseTypes>>;
  /** Gives a command that must be accepted. */
  readonly done: (actor: Author, command: CaseCommand, more?: Partial<CaseReference>) => Promise<CurrentCase>;
  /** The kind of the refusal, or "accepted". */
  readonly refusal: (actor: Author, command: CaseCommand, more?: Partial<CaseReference>) => Promise<string>;
  readonly at: (instant: string) => void;
  readonly current: () => Promise<CurrentCase>;
  readonly now: () => string;
  readonly commandsGiven: () => number;
}

/** A case in memory that commands can be given to, as the kernel gives them; or one that goes on from another's end. */
export function makeCaseStory(overrides: Partial<CaseReference> = {}, from?: CaseStory): CaseStory {
  const bench = from === undefined ? makeTestKernel() : makeTestKernel({}, from.store.copy(), from.keys);
  const reference = { ...(from?.reference ?? givenReference()), ...overrides };
  let now = from?.now() ?? '2026-03-02T01:00:00Z';
  let keys = from?.commandsGiven() ?? 0;
  const give = async (actor: Author, command: CaseCommand, more: Partial<CaseReference> = {}) => {
    keys += 1;
    return giveCommand(bench.kernel, caseDefinition, {
      id: 'c1',
      command,
      actor,
      key: `key-${keys}`,
      now,
      reference: async () => ({ ...reference, ...more }),
    });
  };
  return {
    ...bench,
    reference,
    give,
    async done(actor: Author, command: CaseCommand, more: Partial<CaseReference> = {}) {
      const answer = await give(actor, command, more);
      if (!answer.done) throw new Error(`${command.type} was refused: ${JSON.stringify(answer.refusal)}`);
      return answer.record.version;
    },
    async refusal(actor: Author, command: CaseCommand, more: Partial<CaseReference> = {}) {
      const answer = await give(actor, command, more);
      return answer.done ? 'accepted' : answer.refusal.kind;
    },
    at(instant: string) {
      now = instant;
    },
    async current() {
      const loaded = await loadRecord(bench.kernel, caseDefinition, 'c1');
      if (loaded === undefined) throw new Error('The case is not there');
      return loaded.version;
    },
    now: () => now,
    commandsGiven: () => keys,
  };
}

function givenReference(): CaseReference {
  return {
    service: givenService(),
    serviceVersion: 1,
    days: givenDays(),
    calendarVersion: 1,
    draft: { revision: 1, answers: givenAnswers() },
    receiptNumber: 'BL26030222222222T',
    finders: [],
    sha256: (text) => hash('sha256', text),
  };
}
