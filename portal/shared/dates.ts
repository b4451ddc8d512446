import type { Language } from '../../functions/domain/language.ts';
import { config } from './config.ts';

const LOCALES = { 'zh-Hant': 'zh-Hant-TW', 'zh-Hans': 'zh-Hans-CN', en: 'en-GB' } as const;

/** A date (`YYYY-MM-DD`) in words, with its weekday: 2026年3月2日 週一, Monday 2 March 2026. */
export function dateInWords(date: string, language: Language): string {
  const noon = new Date(`${date}T12:00:00Z`);
  const locale = LOCALES[language];
  const day = noon.toLocaleDateString(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const weekday = noon.toLocaleDateString(locale, {
    weekday: language === 'en' ? 'long' : 'short',
    timeZone: 'UTC',
  });
  return language === 'en' ? `${weekday} ${day}` : `${day}（${weekday}）`;
}

/** An instant as the hall's clock shows it: 2026年3月2日 09:30, 2 March 2026, 09:30. */
export function instantInWords(instant: string, language: Language): string {
  const day = new Date(instant).toLocaleDateString(LOCALES[language], {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: config().timeZone,
  });
  return `${day}${language === 'en' ? ', ' : ' '}${timeInWords(instant)}`;
}

/** The time of day at the hall: 09:30. */
export function timeInWords(instant: string): string {
  return new Date(instant).toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: config().timeZone,
  });
}

/** Today's date at the hall, `YYYY-MM-DD`. */
export function todayAtHall(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: config().timeZone });
}
