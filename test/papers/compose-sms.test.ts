import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { LANGUAGES } from '../../functions/domain/language.ts';
import { MESSAGE_KINDS } from '../../functions/domain/papers/message-facts.ts';
import { composeSms } from '../../functions/papers/compose-sms.ts';
import { anyFacts } from './any-facts.ts';
import { RESULTS, SAMPLES } from './facts.ts';

const language = fc.constantFrom(...LANGUAGES);
const kind = fc.constantFrom(...MESSAGE_KINDS);

describe('text messages', () => {
  test.prop([anyFacts, kind, language])(
    '[U18] hold at most 70 UCS-2 units, however long the facts are',
    ({ facts }, one, spoken) => {
      expect(composeSms(one, facts[one], spoken).length).toBeLessThanOrEqual(70);
    },
  );

  test.prop([anyFacts, kind, language])(
    '[U18] [R35] name no person and nothing a person typed',
    ({ facts, names }, one, spoken) => {
      const sms = composeSms(one, facts[one], spoken);
      for (const name of names) expect(sms).not.toContain(name);
    },
  );

  test('[U18] carry no link: each says itself what to do', () => {
    for (const spoken of LANGUAGES) {
      for (const one of MESSAGE_KINDS)
        expect(composeSms(one, SAMPLES[one], spoken)).not.toMatch(/https?:|www\./);
    }
  });

  test('give the case number and the last day where they fit, as they do in an ordinary case', () => {
    expect(composeSms('notice', SAMPLES.notice, 'zh-Hant')).toBe(
      '【業務辦理中心】案件 20260302-7KQ4M2-X 尚欠 2 項，請最遲3月24日登入網站或到窗口補交。',
    );
    expect(composeSms('notice', SAMPLES.notice, 'en')).toBe(
      'Banli: 20260302-7KQ4M2-X needs 2 items by 24 Mar. Sign in or visit.',
    );
    for (const spoken of LANGUAGES) {
      for (const one of MESSAGE_KINDS.filter((message) => message !== 'code')) {
        expect(composeSms(one, SAMPLES[one], spoken), `${one} ${spoken}`).toContain('20260302-7KQ4M2-X');
      }
    }
  });

  test('say a grant outright and keep a refusal for the reader to open', () => {
    const said = RESULTS.map((result) => composeSms('result', result, 'en'));
    expect(said.filter((sms) => sms.includes('granted'))).toHaveLength(3);
    expect(said.filter((sms) => /refus|declin|lapse/i.test(sms))).toEqual([]);
  });
});
