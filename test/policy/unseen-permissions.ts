/** Why a permission that no test run was seen to use is there all the same. A name is `service:kind/name`. */
export interface Excuse {
  readonly functions: RegExp;
  readonly actions: RegExp;
  readonly resources: RegExp;
  readonly why: string;
}

const ALL = /./;

/** Keys under which AWS itself keeps table, files and queues: it asks KMS in the caller's name, the local cloud does not. */
const KEYS_OF_SERVICES =
  /^kms:key\/(table|documents|archive|digests|messages|queues|events|backup|statements)$/;

export const EXCUSES: readonly Excuse[] = [
  {
    functions: ALL,
    actions: /^logs:(CreateLogStream|PutLogEvents)$/,
    resources: /^logs:/,
    why: 'Lambda writes the log in the name of the function',
  },
  {
    functions: ALL,
    actions: /^xray:(PutTraceSegments|PutTelemetryRecords)$/,
    resources: ALL,
    why: 'Lambda sends the trace in the name of the function; the local cloud traces nothing',
  },
  {
    functions: ALL,
    actions: /^kms:(Decrypt|Encrypt|GenerateDataKey\*?|ReEncrypt\*|DescribeKey)$/,
    resources: KEYS_OF_SERVICES,
    why: 'asked by the service that keeps what is encrypted, in the name of the caller; the local cloud does not ask',
  },
  {
    functions: /^events\//,
    actions: /^sqs:(ReceiveMessage|DeleteMessage|ChangeMessageVisibility|GetQueueUrl|GetQueueAttributes)$/,
    resources: /^sqs:/,
    why: 'the event source polls its queue in the name of the function; the local cloud polls by itself',
  },
  {
    functions: ALL,
    actions: /^sqs:(GetQueueUrl|GetQueueAttributes)$/,
    resources: /^sqs:/,
    why: 'comes with the right to send, as the CDK grants it; it tells of the queue and of no message',
  },
  {
    functions: /^events\/relay$/,
    actions: /^dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams)$/,
    resources: /^dynamodb:table\/\S+\/stream\//,
    why: 'the event source reads the stream in the name of the function; the local cloud reads by itself',
  },
  {
    functions: ALL,
    actions: /^dynamodb:(GetItem|BatchGetItem|Query|PutItem|UpdateItem)$/,
    resources: /^dynamodb:table\/banli-local-records(\/index\/\w+)?$/,
    why: 'records are granted for reading, or for reading and writing; which list a use-case takes is its own',
  },
  {
    functions: ALL,
    actions: /^dynamodb:(GetItem|PutItem|UpdateItem)$/,
    resources: /^dynamodb:table\/banli-local-data-transient/,
    why: 'codes, limits and proofs lie in one table and are granted together',
  },
  {
    functions: ALL,
    actions: /^kms:GenerateDataKey$/,
    resources: /^kms:key\/personal$/,
    why: 'who gives commands may give the first one of a record, which makes its data key',
  },
  {
    functions: ALL,
    actions: /^kms:GenerateMac$/,
    resources: /^kms:key\/(index|claims)$/,
    why: 'finding and claiming are granted together',
  },
  {
    functions: ALL,
    actions: /^kms:Decrypt$/,
    resources: /^kms:key\/personal$/,
    why: 'opens a sealed token or a sealed part only where there is one: after a fault, or for a person who has it',
  },
  {
    functions: ALL,
    actions:
      /^s3:(GetObject|GetObjectVersion|ListBucket|ListBucketVersions|PutObject|PutObjectLegalHold|PutObjectRetention)$/,
    resources: /^s3:/,
    why: 'the link is followed by a browser, a version is asked for only where one is pinned, a list is AWS’s way to say "not there"',
  },
  {
    functions: /^events\/(relay|reconcile|sweep-deadlines|perform-due)$/,
    actions: /^sqs:SendMessage$/,
    resources: /^sqs:banli-local-(parked|perform-due)$/,
    why: 'rings only after three tries, or where something is due: shown with fakes that fail ([R4], [R14])',
  },
  {
    functions: ALL,
    actions: /^states:(SendTaskSuccess|StartExecution|StopExecution|ListExecutions|DescribeExecution)$/,
    resources: ALL,
    why: 'which of the tasks finds the wait already left, or the execution dead, is a race: shown with fakes ([R10], [R11])',
  },
  {
    functions: /^events\/send-sign-in-code$/,
    actions: /^(sns:Publish|ses:SendEmail)$/,
    resources: ALL,
    why: 'a code goes by the channel of the contact',
  },
  {
    functions: /^api\/(sign-in|people)$/,
    actions: /^cognito-idp:/,
    resources: /^cognito-idp:userpool\//,
    why: 'customers sign out in the browser’s journeys; an existing login is looked up only after a crash',
  },
];

/** Functions that made no call in the integration run, and what shows them at work instead. */
export const NOT_CALLED: Readonly<Record<string, string>> = {
  'api/description': 'answers what it was built with',
  'events/define-sign-in': 'decides from what the pool hands it',
  'events/perform-due':
    'is called where a date has passed, which no run of minutes waits for: with fakes ([R14]), and in the drill',
  'events/activate-region': 'is called by the drill, which has a second region',
  'events/watch-region': 'looks for a second region, which only the drill has',
  'api/receipts': 'signs where a day was sealed: `proof.test.ts` calls what is behind it',
};
