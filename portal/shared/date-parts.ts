export interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** The three boxes of a kept date; what is no date yet is kept as it was typed (`2026-3-`), so that nothing is lost. */
export function partsOfDate(value: string): DateParts {
  const [year = '', month = '', day = ''] = value.split('-');
  return { year, month: month.replace(/^0(?=\d)/, ''), day: day.replace(/^0(?=\d)/, '') };
}

/** `YYYY-MM-DD` from what was typed, full-width digits too; empty when nothing was. */
export function dateFromParts({ year, month, day }: DateParts): string {
  const [y, m, d] = [year, month, day].map((part) => part.normalize('NFKC').trim());
  if (!y && !m && !d) return '';
  return `${y}-${m?.padStart(m === '' ? 0 : 2, '0')}-${d?.padStart(d === '' ? 0 : 2, '0')}`;
}
