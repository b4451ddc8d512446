import type { MemoryCloud } from './cloud.ts';
import { subjectOf } from './people.ts';
import type { Story } from './stories.ts';

/** A new customer signs in after a wrong code; a colleague is enrolled, loses access and is gone; another goes off duty and on. */
export async function peopleComeAndGo(story: Story, cloud: MemoryCloud): Promise<void> {
  const contact = 'new@example.org';
  const started = { contact, idTail: '451X', language: 'zh-Hant' };
  const { loginId, session } = await story.ask({ method: 'POST', path: '/public/sign-in', body: started });
  const code = /(?<!\d)\d{6}(?!\d)/.exec(cloud.mails.at(-1)?.text ?? '')?.[0];
  const wrong = await story.tryOut({
    method: 'POST',
    path: '/public/sign-in/answer',
    body: { loginId, session, code: '000000' },
  });
  const next = wrong.body.session ?? session;
  await story.ask({
    method: 'POST',
    path: '/public/sign-in/answer',
    body: { loginId, session: next, code },
  });
  const password = 'irrelevant-here';
  const staff = await story.ask({
    method: 'POST',
    path: '/public/staff-sign-in',
    body: { username: 'officer', password },
  });
  const response = {
    username: 'officer',
    session: staff.session,
    challenge: staff.challenge,
    response: '123456',
  };
  await story.ask({ method: 'POST', path: '/public/staff-sign-in/answer', body: response });
  const admin = { pool: 'staff', subject: subjectOf('admin') } as const;
  const until = '2027-03-01T00:00:00Z';
  const { personId } = await story.ask({
    method: 'POST',
    path: '/staff/people',
    key: 'key-enrol-1',
    who: admin,
    body: {
      username: 'newcomer',
      name: '新同事',
      email: 'newcomer@example.org',
      temporaryPassword: 'Fourteen-characters-1',
      roles: ['reviewer'],
      services: [],
      agreementUntil: until,
      trainingUntil: until,
    },
  });
  for (const change of ['off-duty', 'freeze', 'leave']) {
    const path = `/staff/people/${personId}/${change}`;
    await story.ask({ method: 'POST', path, key: `key-${change}`, who: admin, body: {} });
  }
  const officer = { pool: 'staff', subject: subjectOf('officer2') } as const;
  for (const onDuty of [false, true]) {
    await story.ask({ method: 'POST', path: '/staff/me/duty', who: officer, body: { onDuty } });
  }
  await story.ask({ method: 'POST', path: '/staff/me/sign-out', who: officer, body: {} });
}
