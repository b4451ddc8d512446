import type { LocalizedText } from '../language.ts';
import type { LimitUnit } from './rule.ts';
import type { TraceStep } from './trace.ts';

/** What each step of a trace says; the facts in braces are worded by `trace.ts`. */
export const SENTENCES: Readonly<Record<TraceStep['step'], LocalizedText>> = {
  received: { 'zh-Hant': '{date}收到。', 'zh-Hans': '{date}收到。', en: 'Received on {date}.' },
  'received-later': {
    'zh-Hant': '{cameOn}於截止時間後或非工作日送達，視為{date}收到。',
    'zh-Hans': '{cameOn}于截止时间后或非工作日送达，视为{date}收到。',
    en: 'Came in on {cameOn}, after the cut-off hour or on no working day, and so counts as received on {date}.',
  },
  limit: {
    'zh-Hant': '期限為 {amount}（{basis}）。',
    'zh-Hans': '期限为 {amount}（{basis}）。',
    en: 'The limit is {amount} ({basis}).',
  },
  extended: {
    'zh-Hant': '經批准延長 {amount}。',
    'zh-Hans': '经批准延长 {amount}。',
    en: 'Extended by {amount} with approval.',
  },
  paused: {
    'zh-Hant': '{from}後至{to}暫停計算（{type}），共 {days}。',
    'zh-Hans': '{from}后至{to}暂停计算（{type}），共 {days}。',
    en: 'The clock stood still after {from} until {to} ({type}): {days}.',
  },
  'paused-already': {
    'zh-Hant': '其中 {days}已因其他事由暫停，只計一次（{type}）。',
    'zh-Hans': '其中 {days}已因其他事由暂停，只计一次（{type}）。',
    en: 'It already stood still for another reason on {days} of these; they count once ({type}).',
  },
  'pause-capped': {
    'zh-Hant': '暫停已滿 {amount}，自{date}後繼續計算（{type}）。',
    'zh-Hans': '暂停已满 {amount}，自{date}后继续计算（{type}）。',
    en: 'The pause reached its limit of {amount}; the clock runs on after {date} ({type}).',
  },
  'counted-anew': {
    'zh-Hant': '自{date}後重新計算。',
    'zh-Hans': '自{date}后重新计算。',
    en: 'Counted anew after {date}.',
  },
  'first-day': {
    'zh-Hant': '自{date}起算。',
    'zh-Hans': '自{date}起算。',
    en: 'Counting begins on {date}.',
  },
  'skipped-holiday': {
    'zh-Hant': '{span}（{name}）放假，{days}不計。',
    'zh-Hans': '{span}（{name}）放假，{days}不计。',
    en: '{span} ({name}): holiday, {days} not counted.',
  },
  'skipped-closure': {
    'zh-Hant': '{span}停止辦公（{name}），{days}不計。',
    'zh-Hans': '{span}停止办公（{name}），{days}不计。',
    en: '{span} ({name}): the hall is closed, {days} not counted.',
  },
  'make-up-day': {
    'zh-Hant': '{date}為調休上班日，計入。',
    'zh-Hans': '{date}为调休上班日，计入。',
    en: '{date} is a make-up working day and counts.',
  },
  'skipped-rest-days': {
    'zh-Hant': '其間週末等休息日 {days}不計。',
    'zh-Hans': '其间周末等休息日 {days}不计。',
    en: 'Weekends and other rest days: {days} not counted.',
  },
  counted: {
    'zh-Hant': '計滿 {amount}為{date}。',
    'zh-Hans': '计满 {amount}为{date}。',
    en: 'Counting {amount} leads to {date}.',
  },
  rolled: {
    'zh-Hant': '{from}非工作日，順延至{to}。',
    'zh-Hans': '{from}非工作日，顺延至{to}。',
    en: '{from} is no working day; it moves to {to}.',
  },
  provisional: {
    'zh-Hant': '{year} 年放假安排尚未公布，日期為暫定，最遲{settledOn}確定。',
    'zh-Hans': '{year} 年放假安排尚未公布，日期为暂定，最迟{settledOn}确定。',
    en: 'The holidays of {year} are not published yet; the date is provisional and will be settled by {settledOn}.',
  },
  due: { 'zh-Hant': '到期日：{date}。', 'zh-Hans': '到期日：{date}。', en: 'Due on {date}.' },
};

type Counted = Readonly<Record<'one' | 'other', LocalizedText>>;

function unit(hant: string, hans: string, one: string, other = `${one}s`): Counted {
  const said = (en: string) => ({ 'zh-Hant': hant, 'zh-Hans': hans, en });
  return { one: said(one), other: said(other) };
}

export const UNITS: Readonly<Record<LimitUnit, Counted>> = {
  'working-day': unit('個工作日', '个工作日', 'working day'),
  'calendar-day': unit('日', '日', 'day'),
  hour: unit('小時', '小时', 'hour'),
  month: unit('個月', '个月', 'month'),
  year: unit('年', '年', 'year'),
};
