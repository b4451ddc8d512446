import { setTimeout as wait } from 'node:timers/promises';
import type { SNSClient } from '@aws-sdk/client-sns';
import { publishReports } from './delivery-reports.ts';
import { keep, notKept, readOutbox } from './outbox.ts';

export interface Post {
  readonly endpoint: string;
  /** Where the product's configuration sets would report to, by region: which sent a mail the emulator does not note. */
  readonly reports: readonly { readonly sns: SNSClient; readonly topicArn: string | undefined }[];
  readonly file: string;
}

/** Keeps what was sent and reports its delivery, each second until the signal; a stopped emulator is waited for. */
export async function runPost(post: Post, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await deliver(post).catch(() => {});
    await wait(1000, undefined, { signal }).catch(() => {});
  }
}

/** The emulator forgets its mail when it stops: before that, and each second, what is new is kept and reported. */
export async function deliver({ endpoint, reports, file }: Post): Promise<void> {
  const now = new Date().toISOString();
  const fresh = await notKept(file, await readOutbox(endpoint), now);
  for (const { sns, topicArn } of reports) {
    if (topicArn !== undefined) await publishReports(sns, topicArn, fresh, now);
  }
  await keep(file, fresh);
}
