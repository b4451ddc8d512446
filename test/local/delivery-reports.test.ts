import { expect, test } from 'vitest';
import { referenceIn, reportOf } from '../../local/delivery-reports.ts';
import type { Sent } from '../../local/outbox.ts';

const now = '2026-03-02T01:30:00Z';

function mail(overrides: Partial<Sent> = {}): Sent {
  const text = 'Your application arrived.\n\nRef: 01JQ';
  const at = '2026-03-02T01:29:59Z';
  return {
    id: 'ses-1',
    way: 'mail',
    to: ['li@example.org'],
    subject: 'Receipt',
    text,
    html: '',
    at,
    ...overrides,
  };
}

test('a reference in the middle of the text is not taken for ours', () => {
  expect(referenceIn('Ref: other\nand more')).toBeUndefined();
  expect(referenceIn('see Ref: other')).toBeUndefined();
});

test('a mail without a reference is reported without a tag', () => {
  expect(reportOf(mail({ text: 'Hello' }), now).mail.tags).toEqual({});
});

test('a mail to an address that begins with bounce comes back, and names our message', () => {
  const report = reportOf(mail({ to: ['bounce.li@example.org'] }), now);
  expect(report).toMatchObject({
    eventType: 'Bounce',
    mail: { messageId: 'ses-1', tags: { 'banli-message': ['01JQ'] } },
    bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'bounce.li@example.org' }] },
  });
});

test('any other mail arrives', () => {
  expect(reportOf(mail(), now)).toMatchObject({
    eventType: 'Delivery',
    delivery: { recipients: ['li@example.org'] },
  });
});
