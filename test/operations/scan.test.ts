import { describe, expect, test } from 'vitest';
import { takeScan } from '../../functions/use-cases/findings/take-scan.ts';
import { readAudit } from '../../operations/scan/dependencies.ts';
import { scanPermissions } from '../../operations/scan/permissions.ts';
import { readLint, readNag } from '../../operations/scan/templates.ts';
import { makeOperating } from '../support/operating.ts';

const AUDIT = JSON.stringify({
  auditReportVersion: 2,
  vulnerabilities: {
    'left-pad': {
      name: 'left-pad',
      severity: 'critical',
      via: [
        {
          source: 1,
          name: 'left-pad',
          title: 'Pads wrongly',
          url: 'https://github.com/advisories/GHSA-aaaa',
          severity: 'critical',
          range: '<1.2.3',
        },
      ],
    },
    above: { name: 'above', severity: 'critical', via: ['left-pad'] },
  },
});

const policy = (Action: unknown, Resource: unknown) =>
  JSON.stringify({
    Resources: {
      role: {
        Type: 'AWS::IAM::Policy',
        Properties: { PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource }] } },
      },
    },
  });
const scanned = (Action: unknown, Resource: unknown) =>
  scanPermissions(new Map([['banli-prod-service.template.json', policy(Action, Resource)]]));

describe('what a scan sees', () => {
  test('of dependencies is each advisory once, at the package it is of', () => {
    expect(readAudit(AUDIT)).toEqual([
      { what: 'GHSA-aaaa Pads wrongly', where: 'left-pad <1.2.3', severity: 'critical' },
    ]);
  });

  test('of dependencies is nothing at all when the registry gave no report', () => {
    expect(() => readAudit('{"message":"405 Method Not Allowed"}')).toThrow();
  });

  test('of templates is each rule with its place, and a broken synthesis is no clean one', () => {
    expect(readLint('/x/banli-prod-data.template.json:3:5:3:9:E3002:Unknown property: X\n')).toEqual([
      { what: 'E3002', where: 'banli-prod-data.template.json:3 Unknown property: X', severity: 'high' },
    ]);
    expect(readNag('[Error at /a/b] AwsSolutions-S1: no log')).toMatchObject([{ what: 'AwsSolutions-S1' }]);
    expect(() => readNag('TypeError: x')).toThrow('could not be synthesized');
  });

  test('of permissions is what may do everything, or something to everything', () => {
    expect(scanned('dynamodb:*', { Ref: 'table' })).toEqual([
      { what: 'may dynamodb:*', where: 'banli-prod-service/role', severity: 'critical' },
    ]);
    expect(scanned(['s3:GetObject'], '*')).toMatchObject([{ severity: 'moderate' }]);
    expect(scanned(['xray:PutTraceSegments', 'cloudwatch:PutMetricData'], '*')).toEqual([]);
    expect(scanned('s3:GetObject', { Ref: 'bucket' })).toEqual([]);
  });
});

describe('[7.1.2] the register', () => {
  const listOf = async ({ get }: ReturnType<typeof makeOperating>) =>
    (await get('/staff/operations/findings')).body.items.map(
      ({ card }: { card: { what: string; limit: string } }) => card.what,
    );

  test('has each thing once however often it is seen, and marks mended what a later scan does not see', async () => {
    const operating = makeOperating();
    const { kernel, lists } = operating;
    const [seen] = readAudit(AUDIT);
    if (seen === undefined) throw new Error('no finding');
    const at = '2026-03-02T01:00:00.000Z';
    const scan = { source: 'dependencies', seen: [seen], at };
    expect(await takeScan({ kernel, lists }, scan)).toEqual({ reported: 1, mended: 0 });
    expect(await takeScan({ kernel, lists }, scan)).toEqual({ reported: 1, mended: 0 });
    await takeScan({ kernel, lists }, { source: 'permissions', seen: [], at });
    expect(await listOf(operating)).toEqual(['GHSA-aaaa Pads wrongly']);
    const next = { source: 'dependencies', seen: [], at: '2026-04-02T01:00:00.000Z' };
    expect(await takeScan({ kernel, lists }, next)).toEqual({ reported: 0, mended: 1 });
    expect(await listOf(operating)).toEqual([]);
  });
});
