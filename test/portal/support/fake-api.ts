import { normaliseAnswers } from '../../../functions/domain/catalogue/normalise.ts';
import { readService } from '../../../functions/domain/catalogue/read-service.ts';
import { validateAnswers } from '../../../functions/domain/catalogue/validate-answers.ts';
import type { OwnFile, SentAnswers } from '../../../portal/shared/api-types.ts';
import file from '../../../services/sole-trader-registration.json' with { type: 'json' };
import { type Answered, type Asked, type Body, ok, refused } from './fake-answers.ts';
import { makeFakeCases } from './fake-cases.ts';

const service = readService(file);
const NOW = '2026-03-02T01:30:00Z';

/** The API in memory, for looking at pages without a cloud. `fail` makes the next call to a path answer otherwise. */
export function makeFakeApi() {
  const cases = makeFakeCases();
  const failures = new Map<string, Answered>();
  const seen: string[] = [];
  const keys = new Map<string, Answered>();

  function answer(asked: Asked): Answered {
    const name = `${asked.method} ${asked.path}`;
    seen.push(name);
    const failure = failures.get(name);
    if (failure !== undefined) {
      failures.delete(name);
      return failure;
    }
    if (asked.path.startsWith('/public/')) return publicAnswer(asked);
    if (!asked.signedIn) return refused(401, 'not-signed-in');
    const before = asked.key === '' ? undefined : keys.get(asked.key);
    if (before !== undefined) return before;
    const made = ownAnswer(asked);
    if (asked.key !== '') keys.set(asked.key, made);
    return made;
  }

  function publicAnswer({ method, path, query, body }: Asked): Answered {
    const [, , what, id] = path.split('/');
    if (what === 'services' && id === undefined) {
      const words = query.get('words') ?? '';
      const hit = [service.names['zh-Hant'], ...service.everydayWords].some((word) => word.includes(words));
      const line = { id: service.id, name: service.names, summary: service.summary, sample: true };
      return ok({ items: hit ? [line] : [] });
    }
    if (what === 'services')
      return id === service.id ? ok({ ...service, version: 1 }) : refused(404, 'not-found');
    if (path === '/public/sign-in') {
      const mail = String(body.contact).includes('@');
      return ok({
        loginId: 'l-1',
        session: 's-1',
        channel: mail ? 'mail' : 'sms',
        maskedContact: mail ? 'w***@example.org' : '138****0001',
        expiresAt: new Date(Date.now() + 300_000).toISOString(),
      });
    }
    if (path === '/public/sign-in/answer' && body.code !== '123456') return refused(401, 'wrong-code');
    if (path.startsWith('/public/sign-in/')) {
      const expiresAt = new Date(Date.now() + 900_000).toISOString();
      return ok({ accessToken: 'a', refreshToken: 'r', expiresAt });
    }
    if (method === 'POST' && what === 'tracking') return tracked(String(body.receiptNumber));
    if (what === 'certificates' && id === 'GT000123') return ok(CERTIFICATE);
    return refused(404, 'not-found');
  }

  function tracked(number: string): Answered {
    const one = cases.all().find(({ receipt }) => receipt?.number === number);
    if (one === undefined) return refused(404, 'not-found');
    const { status, outcome, phase, whoseTurn, clock, notice } = one;
    return ok({
      ...{ receiptNumber: number, status, outcome, phase, whoseTurn, clock, submittedAt: NOW },
      service: { id: service.id, name: service.names },
      respondBy: notice?.respondBy,
    });
  }

  function ownAnswer({ method, path, body }: Asked): Answered {
    const [, , what, caseId = '', part, id, act] = path.split('/');
    if (path === '/me') return ok(ME);
    if (path === '/me/sign-out') return { status: 204 };
    if (what === 'cases' && caseId === '') {
      if (method === 'POST') return ok({ caseId: cases.start(String(body.serviceId)).caseId, version: 1 });
      const items = cases.all().map((one) => ({
        ...{
          caseId: one.caseId,
          status: one.status,
          outcome: one.outcome,
          whoseTurn: one.whoseTurn,
          at: NOW,
        },
        service: { id: service.id, name: service.names },
        receiptNumber: one.receipt?.number,
        dueDate: one.notice?.respondBy ?? one.clock?.dueDate,
      }));
      return ok({ items });
    }
    const one = cases.find(caseId);
    if (one === undefined) return refused(404, 'not-found');
    if (part === undefined) return ok(one);
    if (part === 'draft') {
      if (body.revision !== (one.draft?.revision ?? 0) + 1) return refused(409, 'draft-changed-meanwhile');
      return ok({ revision: cases.save(one, body.answers as SentAnswers) });
    }
    if (part === 'documents') return documents(one, method, id, act, body);
    if (part === 'commands') return command(one, String(id), body);
    if (part === 'certificate') return ok({ url: '/icon.svg' });
    if (part === 'readers') return ok({ items: READINGS });
    return refused(404, 'not-found');
  }

  type One = NonNullable<ReturnType<typeof cases.find>>;

  function documents(
    one: One,
    method: string,
    fileId: string | undefined,
    act: string | undefined,
    body: Body,
  ) {
    const others = one.documents.filter((file) => file.fileId !== fileId);
    if (method === 'DELETE') {
      cases.setFiles(one, others);
      return { status: 204 };
    }
    if (act === 'confirm') {
      const file = one.documents.find((candidate) => candidate.fileId === fileId);
      if (file === undefined) return refused(404, 'not-found');
      const bad = file.fileName.includes('virus');
      cases.setFiles(one, [
        ...others,
        { ...file, state: bad ? 'refused' : 'clean', ...(bad && { why: 'file-infected' }) },
      ]);
      return ok({});
    }
    const made = `f-${one.documents.length + 1}-${Math.floor(Math.random() * 1e6)}`;
    cases.setFiles(one, [
      ...one.documents,
      { ...(body as unknown as OwnFile), fileId: made, state: 'checking' },
    ]);
    return ok({ fileId: made, url: '/upload', fields: { key: made } });
  }

  function command(one: One, name: string, body: Body): Answered {
    if (body.seenVersion !== one.version) return refused(409, 'stale', { version: one.version });
    if (name === 'submit') {
      const answers = normaliseAnswers(service, one.draft?.answers ?? {});
      const problems = validateAnswers(service, answers, '2026-03-02');
      if (problems.length > 0)
        return refused(422, 'invalid-answers', { problems: problems.map((p) => ({ ...p, text: p.kind })) });
      return ok({ version: cases.submit(one, NOW).version });
    }
    if (name === 'withdraw') cases.withdraw(one);
    else cases.answerNotice(one);
    return ok({ version: one.version });
  }

  return { answer, cases, seen, fail: (name: string, made: Answered) => failures.set(name, made) };
}

export type FakeApi = ReturnType<typeof makeFakeApi>;

const ME = {
  personId: 'person-1',
  contacts: [{ channel: 'sms', address: '+8613800000001' }],
  assurance: 'contact',
  language: 'zh-Hant',
};

const READINGS = [
  { at: '2026-03-02T02:10:00Z', who: '陳*玲', role: '受理人員', purpose: '核對材料' },
  { at: '2026-03-02T06:45:00Z', who: '林*', role: '審查人員', purpose: '審查' },
];

const CERTIFICATE = {
  number: 'GT000123',
  state: 'valid',
  title: service.result.title,
  issuedBy: service.result.issuedBy,
  signedOn: '2026-03-03',
  fields: [{ label: service.result.fields[0]?.label ?? service.names, value: '好日子小店' }],
};
