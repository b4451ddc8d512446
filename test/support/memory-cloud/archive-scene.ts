import { subjectOf } from './people.ts';
import type { Story } from './stories.ts';

/** A case is filed, its locks are set, its papers are opened; a list with it on is refused, since its day is to come. */
export async function archivistAtWork(story: Story): Promise<void> {
  await story.submit({ delivery: 'mail', mailAddress: '示例市東湖區長樂路 8 號' });
  await story.accept();
  await story.sign();
  await story.make();
  await story.by('counter', 'mail', { postingNumber: 'EMS123456' });
  const archivist = { pool: 'staff', subject: subjectOf('archivist') } as const;
  const path = `/staff/archive/cases/${story.caseId}/papers`;
  await story.ask({ method: 'POST', path, who: archivist, body: { reason: '覆核申請人查詢' } });
  const lists = '/staff/archive/destruction-lists';
  const body = { caseIds: [story.caseId], appraisal: '保管期滿，無續存價值' };
  await story.tryOut({ method: 'POST', path: lists, who: archivist, body, key: 'key-list' });
  for (const read of ['/staff/archive/due', lists]) {
    await story.ask({ method: 'GET', path: read, who: archivist });
  }
}
