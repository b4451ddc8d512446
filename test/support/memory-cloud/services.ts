import { createHmac, generateKeyPairSync, hash, randomBytes } from 'node:crypto';
import type { MemoryCloud } from './cloud.ts';
import { serveObject } from './objects.ts';
import { memberPool } from './pool.ts';
import { AwsError, type WireAnswer, type WireCall } from './wire.ts';

type Given = WireCall['given'];
type Operation = (cloud: MemoryCloud, given: Given) => object | Promise<object>;

const md5 = (text: string) => hash('md5', text);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

function tableOf(cloud: MemoryCloud, { TableName }: Given) {
  return TableName === 'transient' ? cloud.transient : cloud.records;
}

const dynamodb: Readonly<Record<string, Operation>> = {
  GetItem: (cloud, given) => tableOf(cloud, given).GetItem(given),
  PutItem: (cloud, given) => tableOf(cloud, given).PutItem(given),
  UpdateItem: (cloud, given) => tableOf(cloud, given).UpdateItem(given),
  Query: (cloud, given) => tableOf(cloud, given).Query(given),
  BatchGetItem: (cloud, { RequestItems }) => ({
    Responses: { records: cloud.records.batch(RequestItems.records.Keys) },
    UnprocessedKeys: {},
  }),
};

/** A wrapped key is its own memory: the key and the context it opens in. */
const kms: Readonly<Record<string, Operation>> = {
  GenerateDataKey: (_cloud, { EncryptionContext }) => {
    const key = base64(randomBytes(32));
    const wrapped = Buffer.from(JSON.stringify({ key, context: EncryptionContext }));
    return { Plaintext: key, CiphertextBlob: base64(wrapped) };
  },
  Decrypt: (_cloud, { CiphertextBlob, EncryptionContext }) => {
    const { key, context } = JSON.parse(Buffer.from(CiphertextBlob, 'base64').toString());
    if (JSON.stringify(context) !== JSON.stringify(EncryptionContext))
      throw new AwsError('InvalidCiphertextException');
    return { Plaintext: key };
  },
  GenerateMac: (_cloud, { KeyId, Message }) => ({
    Mac: createHmac('sha256', String(KeyId)).update(String(Message)).digest('base64'),
  }),
};

/** Of what is signed here nothing is verified: the signature has its form alone. */
const NUMBER = new Uint8Array(32).fill(0x11);
const SIGNATURE = base64(Uint8Array.of(0x30, 68, 2, 32, ...NUMBER, 2, 32, ...NUMBER));
const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const signing: Readonly<Record<string, Operation>> = {
  GetPublicKey: () => ({ PublicKey: base64(publicKey.export({ type: 'spki', format: 'der' })) }),
  Sign: () => ({ Signature: SIGNATURE }),
};

const sqs: Readonly<Record<string, Operation>> = {
  SendMessage: (cloud, { QueueUrl, MessageBody }) => {
    cloud.enqueue(queueOf(QueueUrl), MessageBody);
    return { MessageId: md5(MessageBody), MD5OfMessageBody: md5(MessageBody) };
  },
  SendMessageBatch: (cloud, { QueueUrl, Entries }) => ({
    Successful: Entries.map(({ Id, MessageBody }: { Id: string; MessageBody: string }) => {
      cloud.enqueue(queueOf(QueueUrl), MessageBody);
      return { Id, MessageId: md5(MessageBody), MD5OfMessageBody: md5(MessageBody) };
    }),
    Failed: [],
  }),
};

function queueOf(url: string): string {
  return url.split('/').at(-1) ?? '';
}

const events: Readonly<Record<string, Operation>> = {
  PutEvents: (cloud, { Entries }) => {
    const answers = Entries.map((entry: Parameters<MemoryCloud['route']>[0], n: number) => {
      if (cloud.refusesEntry(n)) return { ErrorCode: 'ThrottlingException', ErrorMessage: 'no' };
      cloud.route(entry);
      return { EventId: `event-${n}` };
    });
    const failed = answers.filter((one: object) => 'ErrorCode' in one).length;
    return { Entries: answers, FailedEntryCount: failed };
  },
};

const nameIn = (arn: string) => arn.split(':').at(-1) ?? '';

const states: Readonly<Record<string, Operation>> = {
  StartExecution: async ({ machine, arns }, { name, input }) => {
    if (machine.executions.has(name)) throw new AwsError('ExecutionAlreadyExists');
    const { caseId, generation } = JSON.parse(input);
    await machine.start(caseId, generation);
    return { executionArn: `${arns.execution}:${name}`, startDate: Date.now() / 1000 };
  },
  SendTaskSuccess: async ({ machine }, { taskToken, output }) => {
    const answer = await machine.release(taskToken, JSON.parse(output));
    if (answer === 'already-released') throw new AwsError('TaskTimedOut');
    return {};
  },
  DescribeExecution: ({ machine, arns }, { executionArn }) => {
    const execution = machine.executions.get(nameIn(executionArn));
    if (execution === undefined) throw new AwsError('ExecutionDoesNotExist');
    const { name, status } = execution;
    const started = { startDate: Date.now() / 1000, stateMachineArn: arns.stateMachine };
    return { executionArn, name, status, ...started };
  },
  StopExecution: ({ machine }, { executionArn }) => {
    const execution = machine.executions.get(nameIn(executionArn));
    if (execution === undefined) throw new AwsError('ExecutionDoesNotExist');
    if (execution.status === 'RUNNING') machine.abort(execution);
    return { stopDate: Date.now() / 1000 };
  },
  ListExecutions: ({ machine, arns }, { statusFilter }) => ({
    executions: [...machine.executions.values()]
      .filter(({ status }) => status === statusFilter)
      .map(({ name, status }) => ({
        executionArn: `${arns.execution}:${name}`,
        stateMachineArn: arns.stateMachine,
        name,
        status,
        startDate: Date.now() / 1000,
        stopDate: Date.now() / 1000,
      })),
  }),
};

const cognito: Readonly<Record<string, Operation>> = memberPool;

/** Measures are told and forgotten; no alarm is ever raised here. */
const monitoring: Readonly<Record<string, Operation>> = {
  PutMetricData: () => ({}),
  DescribeAlarms: () => ({ MetricAlarms: [], CompositeAlarms: [] }),
};

const TABLES: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  dynamodb,
  kms: { ...kms, ...signing },
  sqs,
  events,
  states,
  cognito,
  monitoring,
};

function xml(operation: string, messageId: string): WireAnswer {
  const body = `<${operation}Response><${operation}Result><MessageId>${messageId}</MessageId></${operation}Result></${operation}Response>`;
  return { status: 200, bytes: Buffer.from(body), headers: { 'content-type': 'text/xml' } };
}

/** What a call does to the cloud, and what it is answered; a call of a kind not known here fails, and is named. */
export async function serve(cloud: MemoryCloud, call: WireCall): Promise<WireAnswer> {
  const { service, operation, given } = call;
  if (service === 's3') return serveObject(cloud, call);
  if (service === 'ses' && operation === 'SendEmail') return xml(operation, cloud.takeMail(given));
  if (service === 'sns' && operation === 'Publish') return xml(operation, cloud.takeText(given));
  const known = TABLES[service]?.[operation];
  if (known === undefined) {
    cloud.unknown.add(`${service}.${operation}`);
    throw new AwsError('UnknownOperationException');
  }
  return { status: 200, body: await known(cloud, given) };
}
