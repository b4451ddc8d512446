import type { SQSEvent } from 'aws-lambda';

/** A batch of a queue, received so many times. */
export function queueEvent(...bodies: readonly unknown[]): SQSEvent {
  return receivedTimes(1, ...bodies);
}

export function receivedTimes(times: number, ...bodies: readonly unknown[]): SQSEvent {
  return {
    Records: bodies.map((body, n) => ({
      messageId: `message-${n + 1}`,
      receiptHandle: 'handle',
      body: JSON.stringify(body),
      attributes: {
        ApproximateReceiveCount: String(times),
        SentTimestamp: '0',
        SenderId: 'sender',
        ApproximateFirstReceiveTimestamp: '0',
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:region:000000000000:queue',
      awsRegion: 'region',
    })),
  };
}
