import { describe, expect, test } from 'vitest';
import { OPERATIONS } from '../support/api/gateway.ts';
import { validRequest } from '../support/api/valid-requests.ts';
import { call } from './support/api-calls.ts';
import { cloud } from './support/cloud.ts';
import { journeyBench } from './support/journey-bench.ts';
import { machineToken, newColleague } from './support/new-login.ts';

const bench = journeyBench();

describe('what was not meant well', () => {
  test('[R23] broken bodies are refused and never a fault', async () => {
    const customer = await bench.customer('broken@example.org', '1234');
    for (const body of ['{', '[]', '"x"', 'null', '{"__proto__":{"a":1}}']) {
      const answer = await fetch(`${cloud.apiUrl}/me/cases`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${customer.token}`,
          'content-type': 'application/json',
          'idempotency-key': 'key-broken-1',
        },
        body,
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
  });

  test('[R22] each operation, well formed and not, is answered by the deployed function and never by a fault', async () => {
    const { token: me } = await bench.customer('every.route@example.org', '1234');
    const { token: staff } = await newColleague('every.route', [
      'supervisor',
      'auditor',
      'archivist',
      'administrator',
    ]);
    const tokens = { me, staff, system: await machineToken(), public: undefined };
    const places = { caseId: 'no-such', fileId: 'f', personId: 'p', command: 'accept', queue: 'intake' };
    // What ends the session comes last.
    const inOrder = OPERATIONS.toSorted(
      (one, other) => Number(/sign-out$/.test(one.path)) - Number(/sign-out$/.test(other.path)),
    );
    for (const { operationId, audience, method, path } of inOrder) {
      const { params = {}, query, body, key } = validRequest(operationId, places);
      const filled = path.replace(/\{(\w+)\}/g, (_, name) => params[name] ?? '');
      const search = query ? `?${new URLSearchParams(query)}` : '';
      for (const sent of body === undefined ? [undefined] : [body, { ...body, unknown: '\0' }, []]) {
        const answer = await call(method, `${filled}${search}`, tokens[audience], sent, key);
        expect([operationId, answer.status < 500, typeof answer.body]).toEqual([operationId, true, 'object']);
      }
    }
  });

  test('[R24] a file that is not what it says, and a test virus, are refused and never opened by staff', async () => {
    const customer = await bench.customer('hostile@example.org', '1234');
    const opened = await customer.begin('sole-trader-registration');
    await customer.upload(opened, 'identity', '<svg onload=alert(1)>', 'application/pdf');
    await customer.upload(
      opened,
      'premises-lease',
      `%PDF-1.4\n${'X5O!P%@AP[4\\PZX54(P^)7CC)7}$'}EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`,
    );
    const documents = await customer.clean(opened);
    expect(documents.map(({ state, why }: { state: string; why: string }) => [state, why])).toEqual([
      ['refused', 'file-wrong-content'],
      ['refused', 'file-infected'],
    ]);
  });
});
