import type { Sent } from './outbox.ts';

/** What would have gone out by mail and SMS, newest first, as a page to read. */
export function outboxPage(sent: readonly Sent[]): string {
  const head =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Outbox</title><meta http-equiv="refresh" content="5">' +
    '<style>body{font:1rem/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}' +
    'pre{white-space:pre-wrap;background:#f3f3f3;padding:1rem}</style>';
  const body =
    sent.length === 0 ? '<p>Nothing was sent yet.</p>' : sent.toReversed().map(messagePart).join('');
  return `${head}<h1>Outbox of the local cloud</h1>${body}</html>`;
}

/** The same for a terminal, oldest first. */
export function outboxText(sent: readonly Sent[]): string {
  if (sent.length === 0) return 'Nothing was sent yet.';
  return sent.map((message) => `── ${titleOf(message)}\n${message.text}`).join('\n\n');
}

function messagePart(message: Sent): string {
  return `<h2>${escapeHtml(titleOf(message))}</h2><pre>${escapeHtml(message.text)}</pre>`;
}

function titleOf({ way, to, subject, at }: Sent): string {
  return [at, way === 'mail' ? 'Mail' : 'SMS', `to ${to.join(', ')}`, subject].filter(Boolean).join(' · ');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
