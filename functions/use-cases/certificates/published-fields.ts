import type { Service } from '../../domain/catalogue/service.ts';
import { allQuestions } from '../../domain/catalogue/visible-questions.ts';
import type { LocalizedText } from '../../domain/language.ts';

/** What anyone may read of a certificate: the fields the service publishes, choices in words. */
export function publishedFields(service: Service, published: Readonly<Record<string, string>>) {
  return Object.entries(published)
    .filter(([question, value]) => value !== '' && service.result.published.includes(question))
    .map(([question, value]) => {
      const asked = allQuestions(service).find(({ id }) => id === question);
      const label = service.result.fields.find((field) => field.question === question)?.label ?? asked?.label;
      return { label: label ?? same(question), value: wordsOf(asked, value) };
    });
}

function wordsOf(
  asked: ReturnType<typeof allQuestions>[number] | undefined,
  value: string,
): LocalizedText | string {
  if (asked === undefined || !('choices' in asked)) return value;
  const chosen = asked.choices.filter((choice) => value.split(',').includes(choice.value));
  const joined = (language: keyof LocalizedText, comma: string) =>
    chosen.map(({ text }) => text[language]).join(comma);
  return { 'zh-Hant': joined('zh-Hant', '、'), 'zh-Hans': joined('zh-Hans', '、'), en: joined('en', ', ') };
}

function same(text: string): LocalizedText {
  return { 'zh-Hant': text, 'zh-Hans': text, en: text };
}
