import { HOLD_REASONS } from '../../../functions/domain/case/state-parts.ts';
import { archivistAtWork } from './archive-scene.ts';
import type { MemoryCloud } from './cloud.ts';
import { operatorsLook, regionIsWatched } from './operations-scene.ts';
import { subjectOf } from './people.ts';
import { peopleComeAndGo } from './people-scene.ts';
import { printer } from './processes.ts';
import { dayIsSealed } from './proof-scene.ts';
import type { Story } from './stories.ts';

type Scene = (story: Story, cloud: MemoryCloud) => Promise<void>;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What people do in a hall, told so that every function runs and every command of the lifecycle is given. */
export const SCENES: Readonly<Record<string, Scene>> = {
  'from the draft to the archive, with every turn of the review': async (story) => {
    await story.begin();
    const fileId = await story.upload('identity');
    await story.removeUpload(fileId);
    await story.upload('identity');
    await story.upload('premises-lease');
    await story.own('submit', { revision: 1 });
    await story.by('officer', 'judge-answer', {
      questionId: 'businessName',
      inOrder: false,
      reason: 'unclear',
    });
    await story.by('officer', 'judge-answer', { questionId: 'businessName', inOrder: true });
    await story.by('officer', 'add-note', { text: '已電話核實。' });
    await story.accept();
    await story.by(await story.reviewer(), 'recuse', { relation: 'family' });
    const failedLines = [{ lineId: 'name', reason: '名稱違規', cure: '改名' }];
    await story.by(await story.reviewer(), 'return', { failedLines });
    await story.by('officer', 'answer-reviewer', { text: '名稱已核准。' });
    await story.by(await story.reviewer(), 'return', { failedLines });
    const items = [{ about: 'question', target: 'businessName', text: '請改名' }];
    await story.by('officer', 'request-correction', { items });
    await story.own('correct', { answers: { businessName: '大明雜貨店' } });
    await story.sign();
    printer.unprintable = true;
    await story.by('approver', 'decide', { outcome: 'granted' });
    printer.unprintable = false;
    await story.by('issuer', 'make-again');
    await story.by('issuer', 'complete-step');
    await story.by('counter', 'complete-step');
    await story.by('counter', 'collect', { collector: 'applicant' });
  },
  'one paper missing, then withdrawn': async (story) => {
    await story.begin();
    await story.upload('identity');
    await story.own('submit', { revision: 1 });
    await story.by('officer', 'judge-document', { documentId: 'identity', verdict: 'ok' });
    const missing = { documentId: 'premises-lease', verdict: 'missing', reason: 'not-handed-in' };
    await story.by('officer', 'judge-document', missing);
    await story.by('officer', 'send-notice');
    await story.upload('premises-lease');
    await story.own('supplement', { answers: {} });
    await story.accept();
    await story.by('supervisor', 'reassign', { reason: 'workload' });
    await story.by('supervisor', 'place-hold', { reason: HOLD_REASONS[0], text: '案件涉訟。' });
    await story.own('withdraw', {});
    await story.by('supervisor', 'lift-hold', { text: '訴訟已結。' });
  },
  'declined, and nobody can be reached but by a call': async (story) => {
    await story.submit({ email: 'bounce@example.org', mobile: '+8613900000000' });
    await story.by('officer', 'decline', {
      ground: 'not-our-authority',
      article: '第三十二條',
      competentAuthority: '東湖區局',
      text: '不屬於本機關職權範圍。',
    });
    await story.by('officer', 'record-call', { reached: 'no-answer' });
    await story.by('officer', 'record-call', { reached: 'reached' });
  },
  'granted and posted': async (story) => {
    await story.submit({ delivery: 'mail', mailAddress: '示例市東湖區長樂路 8 號' });
    await story.accept();
    await story.sign();
    await story.make();
    await story.by('counter', 'mail', { postingNumber: 'EMS123456' });
  },
  'papers are opened, and nothing is due for destruction': archivistAtWork,
  'silence: the draft expires': async (story) => {
    await story.begin();
    await story.after(120 * DAY_MS, 'events/sweep-deadlines');
  },
  'silence: the notice lapses, found by the sweep': async (story) => {
    await story.begin();
    await story.upload('identity');
    await story.own('submit', { revision: 1 });
    await story.by('officer', 'judge-document', { documentId: 'identity', verdict: 'ok' });
    const missing = { documentId: 'premises-lease', verdict: 'missing', reason: 'not-handed-in' };
    await story.by('officer', 'judge-document', missing);
    await story.by('officer', 'send-notice');
    await story.after(60 * DAY_MS, 'events/sweep-deadlines');
  },
  'silence: nobody checks, and the law accepts': async (story) => {
    await story.submit();
    await story.after(30 * DAY_MS, 'events/sweep-deadlines');
  },
  'silence: a correction lapses, found by who comes first': async (story) => {
    await story.submit();
    await story.accept();
    const failedLines = [{ lineId: 'name', reason: '名稱違規', cure: '改名' }];
    await story.by(await story.reviewer(), 'return', { failedLines });
    const items = [{ about: 'question', target: 'businessName', text: '請改名' }];
    await story.by('officer', 'request-correction', { items });
    await story.after(60 * DAY_MS, 'events/sweep-deadlines');
  },
  'nobody collects the certificate': async (story) => {
    await story.submit();
    await story.accept();
    await story.sign();
    await story.make();
    await story.after(100 * DAY_MS, 'events/sweep-deadlines');
  },
  'an execution that is stopped from outside begins again': async (story, cloud) => {
    await story.submit();
    const execution = cloud.machine.running().find(({ caseId }) => caseId === story.caseId);
    if (execution !== undefined) cloud.machine.abort(execution);
    await story.rest();
    await story.accept();
  },
  'what was lost on its way is found by reconcile': async (story, cloud) => {
    await story.begin();
    await story.upload('identity');
    await story.upload('premises-lease');
    cloud.works.lose = true;
    await story.own('submit', { revision: 1 });
    cloud.works.lose = false;
    await story.after(20 * MINUTE_MS, 'events/reconcile');
  },
  'people and strangers look around': async (story) => {
    await story.submit();
    const me = { pool: 'me', subject: story.name } as const;
    const { receipt } = await story.ask({ method: 'GET', path: `/me/cases/${story.caseId}`, who: me });
    for (const path of ['/me', '/me/cases', `/me/cases/${story.caseId}/readers`]) {
      await story.ask({ method: 'GET', path, who: me });
    }
    const officer = { pool: 'staff', subject: subjectOf('officer') } as const;
    const files = (await story.ask({ method: 'GET', path: `/staff/cases/${story.caseId}`, who: officer }))
      .state.files;
    for (const path of [
      '/staff/queues/intake',
      '/staff/queues/mine',
      `/staff/search?number=${receipt.number}`,
      `/staff/cases/${story.caseId}/history`,
      `/staff/cases/${story.caseId}/files/${files[0].fileId}`,
    ]) {
      await story.ask({ method: 'GET', path, who: officer });
    }
    const secondFact = '451X';
    const tracked = {
      method: 'POST',
      path: '/public/tracking',
      body: { receiptNumber: receipt.number, secondFact },
    } as const;
    await story.tryOut(tracked);
    await story.tryOut({ method: 'GET', path: `/system/cases/${receipt.number}`, who: officer });
    await story.tryOut({ method: 'GET', path: '/public/services' });
    await story.tryOut({ method: 'GET', path: '/public/services/sole-trader-registration' });
    await story.tryOut({ method: 'GET', path: '/public/certificates/GT2026000001?code=none' });
    await story.tryOut({ method: 'GET', path: '/public/description' });
    await story.ask({ method: 'POST', path: '/me/sign-out', who: me, body: {} });
  },
  'a day is sealed, and who asks gets a proof': dayIsSealed,
  'people come and go': peopleComeAndGo,
  'operators look after it': operatorsLook,
  'the active region is watched': regionIsWatched,
};
