import { describe, expect, test } from 'vitest';
import { cloud } from './support/cloud.ts';
import { journeyBench } from './support/journey-bench.ts';

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
