import { dateInWords } from '../dates-in-words.ts';
import type { Language, LocalizedText } from '../language.ts';

/** Why a date is what it is, step by step; the steps add up to the answer. */
export type TraceStep =
  | { readonly step: 'received'; readonly date: string; readonly movedFrom?: string }
  | { readonly step: 'first-day'; readonly date: string }
  | { readonly step: 'skipped-holiday'; readonly date: string; readonly name: LocalizedText }
  | { readonly step: 'skipped-closure'; readonly date: string; readonly name: LocalizedText }
  | { readonly step: 'make-up-day'; readonly date: string }
  | {
      readonly step: 'paused';
      readonly type: string;
      readonly from: string;
      readonly to: string;
      readonly days: number;
    }
  | {
      readonly step: 'pause-capped';
      readonly type: string;
      readonly date: string;
      readonly workingDays: number;
    }
  | { readonly step: 'counted-anew'; readonly date: string }
  | { readonly step: 'extended'; readonly amount: number }
  | { readonly step: 'counted'; readonly amount: number; readonly unit: string; readonly date: string }
  | { readonly step: 'rolled'; readonly from: string; readonly to: string }
  | { readonly step: 'provisional'; readonly year: number; readonly settledOn: string }
  | { readonly step: 'due'; readonly date: string };

type Sentences = Readonly<Record<TraceStep['step'], LocalizedText>>;

const SENTENCES: Sentences = {
  received: { 'zh-Hant': '{date} 收到。', 'zh-Hans': '{date} 收到。', en: 'Received on {date}.' },
  'first-day': {
    'zh-Hant': '自 {date} 起算。',
    'zh-Hans': '自 {date} 起算。',
    en: 'Counting begins on {date}.',
  },
  'skipped-holiday': {
    'zh-Hant': '{date}（{name}）放假，不計。',
    'zh-Hans': '{date}（{name}）放假，不计。',
    en: '{date} ({name}) is a holiday and does not count.',
  },
  'skipped-closure': {
    'zh-Hant': '{date} 停止辦公（{name}），不計。',
    'zh-Hans': '{date} 停止办公（{name}），不计。',
    en: 'The hall is closed on {date} ({name}); the day does not count.',
  },
  'make-up-day': {
    'zh-Hant': '{date} 為調休上班日，計入。',
    'zh-Hans': '{date} 为调休上班日，计入。',
    en: '{date} is a make-up working day and counts.',
  },
  paused: {
    'zh-Hant': '{from} 後至 {to} 暫停計算（{type}），共 {days} 日。',
    'zh-Hans': '{from} 后至 {to} 暂停计算（{type}），共 {days} 日。',
    en: 'The clock stood still after {from} until {to} ({type}), {days} days.',
  },
  'pause-capped': {
    'zh-Hant': '暫停已滿 {workingDays} 個工作日，自 {date} 後繼續計算（{type}）。',
    'zh-Hans': '暂停已满 {workingDays} 个工作日，自 {date} 后继续计算（{type}）。',
    en: 'The pause reached its limit of {workingDays} working days; the clock runs on after {date} ({type}).',
  },
  'counted-anew': {
    'zh-Hant': '自 {date} 後重新計算。',
    'zh-Hans': '自 {date} 后重新计算。',
    en: 'Counted anew after {date}.',
  },
  extended: {
    'zh-Hant': '經批准延長 {amount}。',
    'zh-Hans': '经批准延长 {amount}。',
    en: 'Extended by {amount} with approval.',
  },
  counted: {
    'zh-Hant': '計滿 {amount} {unit}為 {date}。',
    'zh-Hans': '计满 {amount} {unit}为 {date}。',
    en: 'Counting {amount} {unit} gives {date}.',
  },
  rolled: {
    'zh-Hant': '{from} 非工作日，順延至 {to}。',
    'zh-Hans': '{from} 非工作日，顺延至 {to}。',
    en: '{from} is no working day; it moves to {to}.',
  },
  provisional: {
    'zh-Hant': '{year} 年放假安排尚未公布，日期為暫定，{settledOn} 前確定。',
    'zh-Hans': '{year} 年放假安排尚未公布，日期为暂定，{settledOn} 前确定。',
    en: 'The holidays of {year} are not published yet; the date is provisional and will be settled by {settledOn}.',
  },
  due: { 'zh-Hant': '到期日：{date}。', 'zh-Hans': '到期日：{date}。', en: 'Due on {date}.' },
};

const UNITS: Readonly<Record<string, LocalizedText>> = {
  'working-day': { 'zh-Hant': '個工作日', 'zh-Hans': '个工作日', en: 'working days' },
  'calendar-day': { 'zh-Hant': '日', 'zh-Hans': '日', en: 'days' },
  hour: { 'zh-Hant': '小時', 'zh-Hans': '小时', en: 'hours' },
  month: { 'zh-Hant': '個月', 'zh-Hans': '个月', en: 'months' },
  year: { 'zh-Hant': '年', 'zh-Hans': '年', en: 'years' },
};

const DATES: ReadonlySet<string> = new Set(['date', 'from', 'to', 'settledOn']);

/** The trace in a person's language, one sentence a step. `typeName` words the pause types of the service. */
export function describeTrace(
  trace: readonly TraceStep[],
  language: Language,
  typeName: (type: string) => string = (type) => type,
): readonly string[] {
  return trace.map((step) =>
    Object.entries(step).reduce(
      (sentence, [fact, value]) => sentence.replace(`{${fact}}`, worded(fact, value, language, typeName)),
      SENTENCES[step.step][language],
    ),
  );
}

function worded(
  fact: string,
  value: unknown,
  language: Language,
  typeName: (type: string) => string,
): string {
  if (fact === 'unit') return UNITS[String(value)]?.[language] ?? String(value);
  if (fact === 'type') return typeName(String(value));
  if (DATES.has(fact)) return dateInWords(String(value), language);
  if (typeof value === 'object' && value !== null && language in value) {
    return String(Object.entries(value).find(([key]) => key === language)?.[1]);
  }
  return String(value);
}
