import { Readable } from 'node:stream';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** One attempt of one call to AWS, as it would leave the machine. */
export interface WireCall {
  readonly service: string;
  readonly operation: string;
  /** The client library's own number of the call: the same for each of its attempts. */
  readonly callId: string;
  // Calls are of a dozen services; each reads its own.
  // biome-ignore lint/suspicious/noExplicitAny: what a service reads of a call is its own affair
  readonly given: any;
}

export interface WireAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What AWS answers when it refuses; `facts` stand beside the error's name. */
export class AwsError extends Error {
  override readonly name: string;
  readonly status: number;
  readonly facts: object;

  constructor(name: string, status = 400, facts: object = {}) {
    super(name);
    this.name = name;
    this.status = status;
    this.facts = facts;
  }
}

interface HttpRequest {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | Uint8Array;
}

const JSON_TARGETS: Readonly<Record<string, string>> = {
  DynamoDB_20120810: 'dynamodb',
  TrentService: 'kms',
  AmazonSQS: 'sqs',
  AWSEvents: 'events',
  AWSStepFunctions: 'states',
  GraniteServiceVersion20100801: 'monitoring',
  AWSCognitoIdentityProviderService: 'cognito',
};

/**
 * Takes the place of the network under every client of the AWS SDK in this process: whatever a client sends, also one
 * that is written tomorrow, is given to `answer`. Serializing, signing, retrying and reading of answers stay the SDK's own.
 */
export function takeNetwork(answer: (call: WireCall) => Promise<WireAnswer>): void {
  const { requestHandler } = new DynamoDBClient({}).config;
  const network = Object.getPrototypeOf(requestHandler);
  network.handle = async (request: HttpRequest) => {
    const call = readCall(request);
    try {
      return { response: toHttp(await answer(call), call.service) };
    } catch (error) {
      if (error instanceof AwsError) return { response: toHttp(refusal(error, call.service), call.service) };
      throw error;
    }
  };
}

function readCall(request: HttpRequest): WireCall {
  const { headers, hostname } = request;
  const header = (name: string) =>
    Object.entries(headers).find(([one]) => one.toLowerCase() === name)?.[1] ?? '';
  const callId = header('amz-sdk-invocation-id');
  const text = textOf(request.body);
  const [family = '', operation = ''] = header('x-amz-target').split('.');
  const service = JSON_TARGETS[family];
  if (service !== undefined) return { service, operation, callId, given: JSON.parse(text) };
  if (hostname.includes('.s3.')) return { service: 's3', callId, ...s3Call(request) };
  const form = Object.fromEntries(new URLSearchParams(text));
  const [host = ''] = hostname.split('.');
  return { service: host === 'email' ? 'ses' : host, operation: form.Action ?? '', callId, given: form };
}

function textOf(body: HttpRequest['body'] = ''): string {
  return typeof body === 'string'
    ? body
    : Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString();
}

function s3Call({ method, hostname, path, headers, query, body }: HttpRequest) {
  const copied = headers['x-amz-copy-source'] !== undefined;
  const operation = method === 'PUT' && copied ? 'CopyObject' : `${method}Object`;
  const bucket = hostname.split('.s3.')[0];
  return { operation, given: { bucket, key: decodeURIComponent(path.slice(1)), headers, query, body } };
}

function refusal({ name, status, facts }: AwsError, service: string): WireAnswer {
  if (service === 's3') return { status, bytes: Buffer.from(`<Error><Code>${name}</Code></Error>`) };
  if (service === 'ses' || service === 'sns') {
    const xml = `<ErrorResponse><Error><Type>Sender</Type><Code>${name}</Code><Message>no</Message></Error></ErrorResponse>`;
    return { status, bytes: Buffer.from(xml) };
  }
  return { status, body: { __type: `com.amazonaws#${name}`, message: name, ...facts } };
}

function toHttp({ status, body, bytes, headers = {} }: WireAnswer, service: string) {
  const sent = bytes ?? Buffer.from(JSON.stringify(body ?? {}));
  // Only objects are read as a stream.
  const read = service === 's3' ? Readable.from([Buffer.from(sent)]) : new Uint8Array(sent);
  return { statusCode: status, headers: { 'content-type': 'application/json', ...headers }, body: read };
}
