import { describe, expect, test } from 'vitest';
import {
  dateInWords,
  instantInWords,
  shortDateInWords,
  timeInWords,
} from '../../functions/domain/dates-in-words.ts';

describe('dates in words', () => {
  test('what is no date is refused', () => {
    expect(() => dateInWords('2026-02-30', 'en')).toThrow();
    expect(() => dateInWords('2 March', 'en')).toThrow();
  });

  test('are written as each language writes them, in the common era', () => {
    expect(dateInWords('2026-03-02', 'zh-Hant')).toBe('2026年3月2日');
    expect(dateInWords('2026-03-02', 'zh-Hans')).toBe('2026年3月2日');
    expect(dateInWords('2026-03-02', 'en')).toBe('2 March 2026');
    expect(shortDateInWords('2026-09-28', 'en')).toBe('28 Sep');
    expect(shortDateInWords('2026-09-28', 'zh-Hant')).toBe('9月28日');
  });

  test("[R26] an instant is told by the hall's clock, on the hall's day", () => {
    expect(instantInWords('2026-03-02T16:05:59Z', 'Asia/Shanghai', 'zh-Hans')).toBe('2026年3月3日 00:05');
    expect(instantInWords('2026-03-02T01:30:00Z', 'Asia/Taipei', 'en')).toBe('2 March 2026, 09:30');
    expect(timeInWords('2026-03-02T01:35:00Z', 'Asia/Shanghai')).toBe('09:35');
  });
});
