import type { operations } from '../shared/api.gen.ts';
import type { AnswerOf } from '../shared/api-types.ts';

export type QueueName = operations['listQueue']['parameters']['path']['queue'];
export type SignInStep = AnswerOf<'startStaffSignIn'>;
export type Challenge = Extract<SignInStep, { step: 'challenge' }>['challenge'];
export type Colleague = AnswerOf<'readColleague'>;
export type ListedCase = AnswerOf<'listQueue'>['items'][number];
export type StaffCase = AnswerOf<'readCase'>;
export type StaffClock = NonNullable<StaffCase['clock']>;
export type OfferedCommand = StaffCase['commands'][number];
export type HistoryLine = AnswerOf<'readHistory'>['items'][number];
export type StaffService = AnswerOf<'readGuide'>;
