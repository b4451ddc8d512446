import { expect, test } from 'vitest';
import { enquiryDefinition } from '../../../functions/domain/enquiry/enquiry.ts';
import { story } from '../../support/given/pure-record.ts';

const ask = { type: 'ask', hall: 'hall-1', question: '周六辦公嗎？' } as const;

test('an enquiry is asked, then answered, once', () => {
  const enquiry = story(enquiryDefinition, undefined);
  expect(enquiry.refusal({ type: 'answer', answer: '否' })).toBe('not-found');
  const asked = enquiry.done(ask);
  expect(enquiryDefinition.headOf(asked).queue).toEqual({
    hall: 'hall-1',
    queue: 'enquiries',
    sort: '2026-03-02T01:00:00Z',
  });
  const answered = enquiry.done({ type: 'answer', answer: '否' });
  expect(answered.personal).toEqual({ question: '周六辦公嗎？', answer: '否' });
  expect(enquiryDefinition.headOf(answered).queue).toBeUndefined();
  expect(enquiry.refusal({ type: 'answer', answer: '是' })).toBe('already-answered');
  expect(enquiry.refusal(ask)).toBe('already-answered');
});

test('what was asked is not in the clear', () => {
  const { state, event } = story(enquiryDefinition, undefined).done(ask);
  expect(JSON.stringify([state, event])).not.toContain('周六');
});
