import { Agent, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore';
import { onTestFinished } from 'vitest';
import { KeyValueStore } from '../../operations/edge/edge-store.ts';

const ARN = 'arn:aws:cloudfront::123456789012:key-value-store/a1b2c3d4';

/** A store of the same API as CloudFront's, behind a real socket: it checks the tag, and notes how requests are signed. */
export async function startKeyValueStore() {
  const values = new Map<string, string>();
  const signatures: string[] = [];
  let version = 1;
  const server = createServer(async (request, answer) => {
    signatures.push(String(request.headers.authorization).split(' ')[0] ?? '');
    const key = decodeURIComponent(/\/keys\/([^/?]+)/.exec(request.url ?? '')?.[1] ?? '');
    const send = (status: number, body: object, type = '') => {
      answer.writeHead(status, {
        'content-type': 'application/json',
        etag: `"v${version}"`,
        ...(type && { 'x-amzn-errortype': type }),
      });
      answer.end(JSON.stringify(body));
    };
    if (key === '')
      return send(200, { ItemCount: values.size, TotalSizeInBytes: 0, KvsARN: ARN, Created: 1 });
    if (request.method === 'GET') {
      const Value = values.get(key);
      if (Value === undefined) return send(404, { Message: 'no such key' }, 'ResourceNotFoundException');
      return send(200, { Key: key, Value, ItemCount: values.size, TotalSizeInBytes: 0 });
    }
    if (request.headers['if-match'] !== `"v${version}"`) return send(409, {}, 'ConflictException');
    const body: Buffer[] = [];
    for await (const part of request) body.push(part);
    values.set(key, JSON.parse(Buffer.concat(body).toString()).Value);
    version += 1;
    send(200, { ItemCount: values.size, TotalSizeInBytes: 0 });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const client = new CloudFrontKeyValueStoreClient({
    region: 'us-east-1',
    endpoint: `http://localhost:${port}`,
    // The account is put before the name; here every name is this machine.
    requestHandler: {
      httpAgent: new Agent({
        lookup: (_name, _options, found) => found(null, [{ address: '127.0.0.1', family: 4 }]),
      }),
    },
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
  });
  return { store: new KeyValueStore(client, ARN), values, signatures };
}
