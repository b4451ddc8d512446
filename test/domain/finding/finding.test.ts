import { describe, expect, test } from 'vitest';
import { type FindingCommand, findingDefinition } from '../../../functions/domain/finding/finding.ts';
import { afterDueEffects } from '../../../functions/domain/record/apply.ts';
import { story } from '../../support/given/pure-record.ts';

const report: Extract<FindingCommand, { type: 'report' }> = {
  type: 'report',
  source: 'dependencies',
  what: 'GHSA-x',
  where: 'left-pad',
  severity: 'critical',
};

describe('a finding', () => {
  test('has a day by which it is mended, by its severity and with the law behind it', () => {
    const { state } = story(findingDefinition, undefined).done(report);
    expect(state).toMatchObject({ status: 'open', limit: '2026-03-05T01:00:00.000Z', owner: null });
    expect(state.basis).toContain('§27');
    const low = story(findingDefinition, undefined).done({ ...report, severity: 'low' });
    expect(low.state.limit).toBe('2026-08-29T01:00:00.000Z');
  });

  test('waits in the register by its limit, and leaves it when mended', () => {
    const finding = story(findingDefinition, undefined);
    expect(findingDefinition.headOf(finding.done(report)).queue).toMatchObject({
      queue: 'findings-open',
      sort: '2026-03-05T01:00:00.000Z',
    });
    expect(finding.done({ type: 'take', owner: 'anna' }).state.owner).toBe('anna');
    const mended = finding.done({ type: 'mend', reason: 'updated' });
    expect(findingDefinition.headOf(mended).queue?.queue).toBe('findings-settled');
    expect(finding.refusal({ type: 'mend', reason: 'again' })).toBe('finding-settled');
    expect(finding.refusal({ type: 'take', owner: 'bela' })).toBe('finding-settled');
  });

  test('seen again keeps its limit; seen again after it was mended it has a new one', () => {
    const finding = story(findingDefinition, undefined);
    finding.done(report);
    finding.at('2026-03-04T01:00:00Z');
    expect(finding.done(report).state).toMatchObject({
      limit: '2026-03-05T01:00:00.000Z',
      seenAt: '2026-03-04T01:00:00Z',
    });
    finding.done({ type: 'mend', reason: 'updated' });
    finding.at('2026-04-01T01:00:00Z');
    expect(finding.done(report)).toMatchObject({
      event: { type: 'found-again' },
      state: { status: 'open', foundAt: '2026-04-01T01:00:00Z', limit: '2026-04-04T01:00:00.000Z' },
    });
  });

  test('is accepted with a reason and until a day not too far', () => {
    const finding = story(findingDefinition, undefined);
    finding.done(report);
    const accept = { type: 'accept', reason: 'not reachable' } as const;
    expect(finding.refusal({ ...accept, until: '2026-06-01T00:00:00Z' })).toBe('finding-accepted-too-long');
    expect(finding.refusal({ ...accept, until: '2026-03-01T00:00:00Z' })).toBe('finding-accepted-too-long');
    const accepted = finding.done({ ...accept, until: '2026-03-20T00:00:00Z' });
    expect(accepted.state).toMatchObject({ status: 'accepted', reason: 'not reachable' });
    expect(accepted.nextDueAt).toBe('2026-03-20T00:00:00Z');
    finding.at('2026-03-10T00:00:00Z');
    expect(finding.done(report)).toMatchObject({
      state: { status: 'accepted' },
      nextDueAt: '2026-03-20T00:00:00Z',
    });
  });

  test('opens by itself when its acceptance ends, and is late at once', () => {
    const finding = story(findingDefinition, undefined);
    finding.done(report);
    const until = '2026-03-20T00:00:00Z';
    const accepted = finding.done({ type: 'accept', reason: 'not reachable', until });
    const after = afterDueEffects(findingDefinition, accepted, '2026-03-20T00:05:00Z', undefined);
    expect(after.state).toMatchObject({ status: 'open', limit: until, reason: 'not reachable' });
    expect(after.state.acceptedUntil).toBeUndefined();
  });

  test('graver than thought is open again, whatever was accepted', () => {
    const finding = story(findingDefinition, undefined);
    finding.done({ ...report, severity: 'low' });
    finding.done({ type: 'accept', reason: 'minor', until: '2026-05-01T00:00:00Z' });
    expect(finding.done(report)).toMatchObject({
      event: { type: 'graver' },
      state: { status: 'open', severity: 'critical', limit: '2026-03-05T01:00:00.000Z' },
    });
  });
});
