import { makeReceiptNumber } from '../../../functions/domain/catalogue/numbers.ts';
import type { ClockView, Notice, OwnCase, OwnFile, SentAnswers } from '../../../portal/shared/api-types.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type FakeCase = Mutable<OwnCase>;

export const CLOCK: ClockView = {
  statutory: '2026-03-05',
  promised: '2026-03-03',
  binding: 'promised',
  dueAt: '2026-03-03T15:59:59Z',
  dueDate: '2026-03-03',
  provisional: false,
  colour: 'green',
  trace: [
    '2026年3月2日 收到。',
    '自 2026年3月3日 起算。',
    '計滿 1 個工作日為 2026年3月3日。',
    '到期日：2026年3月3日。',
  ],
};

export const NOTICE: Notice = {
  items: [
    { itemId: 'i-1', documentId: 'premises-lease', reason: 'not-handed-in', text: '沒有收到租賃合同。' },
    { itemId: 'i-2', questionId: 'operatorName', reason: 'differs', text: '姓名與身分證件不一致。' },
  ],
  respondBy: '2026-03-23',
  consequence: 'deemed-withdrawn',
};

const COMMANDS = ['submit', 'supplement', 'correct', 'withdraw'];

/** Cases in memory, told as the API tells them. Enough of a lifecycle for the pages, and no rule of the product. */
export function makeFakeCases() {
  const cases = new Map<string, FakeCase>();
  const open = (one: FakeCase, ...commands: string[]) => {
    one.commands = COMMANDS.map((command) => ({ command, open: commands.includes(command) }));
  };
  const find = (caseId: string) => cases.get(caseId);
  return {
    find,
    all: () => [...cases.values()],
    start(serviceId: string): FakeCase {
      const caseId = `case-${cases.size + 1}`;
      const one: FakeCase = {
        caseId,
        version: 1,
        status: 'draft',
        phase: 'draft',
        whoseTurn: 'customer',
        service: { id: serviceId, version: 1 },
        draft: { revision: 1, answers: {}, keptUntil: '2026-04-01T16:00:00Z' },
        documents: [],
        contentChecked: true,
        commands: [],
      };
      open(one, 'submit');
      cases.set(caseId, one);
      return one;
    },
    save(one: FakeCase, answers: SentAnswers) {
      if (one.draft) one.draft = { ...one.draft, answers, revision: one.draft.revision + 1 };
      return one.draft?.revision ?? 0;
    },
    setFiles(one: FakeCase, files: readonly OwnFile[]) {
      one.documents = [...files];
    },
    submit(one: FakeCase, now: string) {
      const { draft, ...rest } = one;
      const sent: FakeCase = {
        ...rest,
        version: one.version + 1,
        status: 'submitted',
        phase: 'intake',
        whoseTurn: 'acceptance-officer',
        answers: draft?.answers ?? {},
        receipt: {
          number: makeReceiptNumber('2026-03-02', () => 7),
          receivedAt: now,
          checkedBy: '2026-03-03',
        },
        clock: CLOCK,
      };
      open(sent, 'withdraw');
      cases.set(one.caseId, sent);
      return sent;
    },
    /** What an officer would do. */
    notify(caseId: string, notice: Notice = NOTICE) {
      const one = find(caseId);
      if (one === undefined) throw new Error(`no ${caseId}`);
      Object.assign(one, { status: 'awaiting-supplement', whoseTurn: 'customer', notice });
      one.version += 1;
      open(one, 'supplement', 'withdraw');
    },
    answerNotice(one: FakeCase) {
      delete one.notice;
      Object.assign(one, { status: 'submitted', whoseTurn: 'acceptance-officer' });
      one.version += 1;
      open(one, 'withdraw');
    },
    end(caseId: string, outcome: 'granted' | 'refused') {
      const one = find(caseId);
      if (one === undefined) throw new Error(`no ${caseId}`);
      const granted = {
        status: 'awaiting-collection',
        certificate: { number: 'GT000123' },
        pickUp: { keepUntil: '2026-04-02' },
      };
      Object.assign(one, { outcome, phase: 'notification', whoseTurn: 'customer' });
      Object.assign(one, outcome === 'granted' ? granted : { status: 'closed' });
      one.decision = {
        decidedOn: '2026-03-03',
        ...(outcome === 'refused' && { ground: '名稱違反規定。', remedyBy: '2026-05-02' }),
      };
      open(one);
    },
    withdraw(one: FakeCase) {
      Object.assign(one, {
        status: 'closed',
        outcome: 'withdrawn',
        phase: 'archive',
        whoseTurn: 'archivist',
      });
      open(one);
    },
  };
}

export type FakeCases = ReturnType<typeof makeFakeCases>;
