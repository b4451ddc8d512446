import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readVersion } from '../../../functions/domain/record/read-version.ts';
import { probeDefinition } from '../../support/probe-record.ts';

const fixture = (name: string, changed: Record<string, unknown> = {}) => {
  const text = readFileSync(new URL(`../../fixtures/records/${name}.json`, import.meta.url), 'utf8');
  return JSON.stringify({ ...JSON.parse(text), ...changed });
};

const opened = () => '{"words":["春"]}';

describe('a version read from storage', () => {
  test('written under an older schema version opens as today’s [R36]', () => {
    const kept = {
      epoch: 1,
      version: 1,
      clear: fixture('enquiry-schema-1'),
      hash: 'h',
      sealed: new Uint8Array([1]),
    };
    expect(readVersion(probeDefinition, kept, opened).state).toEqual({ words: 1, closed: false, scans: 0 });
  });

  test('written by newer code is refused instead of misread', () => {
    const clear = fixture('enquiry-schema-1', { schemaVersion: 9 });
    const kept = { epoch: 1, version: 1, clear, hash: 'h', sealed: new Uint8Array([1]) };
    expect(() => readVersion(probeDefinition, kept, opened)).toThrow('no upcaster');
  });

  test('of another kind is refused', () => {
    const clear = fixture('enquiry-schema-1', { kind: 'person' });
    const kept = { epoch: 1, version: 1, clear, hash: 'h', sealed: new Uint8Array([1]) };
    expect(() => readVersion(probeDefinition, kept, opened)).toThrow('read as a enquiry');
  });
});
