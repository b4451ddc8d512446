/**
 * Empties the queue that rings for parked records: `npm run empty-parked -- --stage dev`. A record that is still parked keeps its
 * message, so that the alarm rings on; what was relayed or let go since is taken off. The queue itself holds nothing
 * that is not in the table. With the word `schedules` it empties the queue of rounds that could not be begun: the next
 * round does what they would have.
 */
import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';
import { takeStageEnvironment } from './stage-environment.ts';

const { stage, words } = await takeStageEnvironment();
// The container reads its configuration when it is loaded.
const { makeRecords } = await import('../functions/container/records.ts');
const told = z.object({ kind: z.string(), id: z.string() });
const sqs = new SQSClient({});
const QueueName = words.includes('schedules') ? `banli-${stage}-schedules-dlq` : `banli-${stage}-parked`;
const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName }));
const parked = new Set((await makeRecords().relay.parked()).map(({ ref: { kind, id } }) => `${kind}/${id}`));

let emptied = 0;
let kept = 0;
for (;;) {
  // Hidden long enough that no message is seen twice in one run.
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: 10,
      VisibilityTimeout: 30,
      WaitTimeSeconds: 1,
    }),
  );
  if (Messages.length === 0) break;
  for (const message of Messages) {
    if (isParked(message)) kept += 1;
    else {
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
      emptied += 1;
    }
  }
}
console.log(`✔ ${emptied} messages taken off`);
if (kept > 0)
  console.log(`${kept} kept: their records are parked still. See docs/runbook.md#a-record-is-parked`);

/** A batch of the stream that failed whole names no record; reconcile finds what was in it by the log. */
function isParked({ Body = '{}' }: Message): boolean {
  const read = told.safeParse(JSON.parse(Body));
  return read.success && parked.has(`${read.data.kind}/${read.data.id}`);
}
