import type { CasePersonal, Deficiency } from '../../domain/case/state.ts';
import type { Service } from '../../domain/catalogue/service.ts';
import { allQuestions } from '../../domain/catalogue/visible-questions.ts';
import { LANGUAGES, type LocalizedText } from '../../domain/language.ts';
import type { OpenItem } from '../../domain/papers/message-facts.ts';
import { inEachLanguage, speak } from '../../words/speak.ts';

/** What is to be supplied, by the names of the service, with the officer's reason and what they wrote word for word. */
export function openItemsOf(
  deficiencies: readonly Deficiency[],
  service: Service,
  { texts }: Pick<CasePersonal, 'texts'>,
): readonly OpenItem[] {
  return deficiencies.map(({ itemId, about, target, reason }) => ({
    what: nameOf(about, target, service),
    why: why(reason, texts[`deficiency/${itemId}`]),
  }));
}

export function reasonOf(code: string): LocalizedText {
  return inEachLanguage(`reason.${code}`);
}

function nameOf(about: Deficiency['about'], target: string, service: Service): LocalizedText {
  const name =
    about === 'document'
      ? service.documents.find(({ id }) => id === target)?.name
      : allQuestions(service).find(({ id }) => id === target)?.label;
  if (name === undefined) throw new Error(`Service ${service.id} has no ${about} ${target}`);
  return name;
}

function why(code: string, text: string | undefined): LocalizedText {
  const reason = reasonOf(code);
  if (text === undefined) return reason;
  const [hant, hans, en] = LANGUAGES.map((language) =>
    speak(language)('reason.with-text', { reason: reason[language], text }),
  );
  return { 'zh-Hant': hant ?? text, 'zh-Hans': hans ?? text, en: en ?? text };
}
