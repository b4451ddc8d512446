import { explain } from '../../domain/case/explain.ts';
import type { CaseReference, CurrentCase } from '../../domain/case/rule.ts';
import type { Language } from '../../domain/language.ts';
import { type Asker, mayGive } from '../../domain/permissions.ts';
import type { Author } from '../../domain/record/version.ts';
import { speak } from '../../words/speak.ts';

/** The commands a person has on a case, closed ones with why and what would open them, in their language. */
export function explainView(
  current: CurrentCase,
  reference: CaseReference,
  { asker, actor }: { readonly asker: Asker; readonly actor: Author },
  now: string,
  language: Language,
) {
  const words = speak(language);
  return explain(current, { actor, now, reference }, (rule) => mayGive(asker, rule, current)).map(
    ({ command, closed }) => {
      if (closed === undefined) return { command, open: true };
      const facts = { ...closed.facts };
      const why = words(`refusal.${closed.kind}`, facts);
      return { command, open: false, why, next: words(`refusal.${closed.kind}.next`, facts) };
    },
  );
}
