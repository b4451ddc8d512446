import { describe, expect, test } from 'vitest';
import type { Seen } from '../../functions/use-cases/findings/take-scan.ts';
import { excuse, judgeAudit } from '../../operations/supply/judge-audit.ts';
import { readBom } from '../../operations/supply/read-bom.ts';

const seen = (advisory: string, severity: Seen['severity']): Seen => ({
  what: `${advisory} Something is wrong`,
  where: 'left-pad <1.2.3',
  severity,
});
const REASON = 'The part that is wrong is never called: see ADR 26.';

describe('the audit of dependencies', () => {
  test('[R40] fails on a high or critical advisory that nobody excused, and notes the others', () => {
    const high = seen('GHSA-aaaa', 'high');
    const low = seen('GHSA-bbbb', 'moderate');
    expect(judgeAudit([high, low], [], '2026-11-24')).toEqual({
      failing: [high],
      excused: [],
      noted: [low],
      unused: [],
    });
  });

  test.each([
    ['2026-11-23', true],
    ['2026-11-24', true],
    ['2026-11-25', false],
  ])('[R40] on %s an excuse until the 24th holds: %s', (today, holds) => {
    const given = { advisory: 'GHSA-aaaa', until: '2026-11-24', reason: REASON };
    const { failing, excused } = judgeAudit([seen('GHSA-aaaa', 'critical')], [given], today);
    expect([failing.length, excused.length]).toEqual(holds ? [0, 1] : [1, 0]);
  });

  test('[R40] an excuse has a day and a reason, and one that excuses nothing is named', () => {
    expect(excuse.safeParse({ advisory: 'GHSA-aaaa', until: 'later', reason: REASON }).success).toBe(false);
    expect(excuse.safeParse({ advisory: 'GHSA-aaaa', until: '2026-12-01', reason: 'ok' }).success).toBe(
      false,
    );
    const given = { advisory: 'GHSA-cccc', until: '2026-12-01', reason: REASON };
    expect(judgeAudit([], [given], '2026-11-24').unused).toEqual([given]);
  });
});

test('[R40] a bill of materials without components is none', () => {
  expect(() => readBom('{"bomFormat":"CycloneDX","components":[]}')).toThrow();
  const one = { name: 'zod', version: '4.6.7', licenses: [{ license: { id: 'MIT' } }] };
  expect(readBom(JSON.stringify({ bomFormat: 'CycloneDX', components: [one] }))).toEqual({
    components: 1,
    withoutLicence: [],
  });
});
