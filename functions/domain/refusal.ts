/**
 * An expected "no". `kind` names the reason in the glossary's words and finds the text for people
 * (`refusal.<kind>`, and what to do next: `refusal.<kind>.next`); `facts` fill the text. Facts never
 * hold personal values: they are logged.
 */
export interface Refusal {
  readonly kind: string;
  readonly facts?: Readonly<Record<string, string | number | readonly string[]>>;
}

export type Verdict<Accepted> =
  | { readonly accepted: true; readonly next: Accepted }
  | { readonly accepted: false; readonly refusal: Refusal };

export function accept<Accepted>(next: Accepted): Verdict<Accepted> {
  return { accepted: true, next };
}

export function refuse(kind: string, facts?: Refusal['facts']): { accepted: false; refusal: Refusal } {
  return { accepted: false, refusal: facts ? { kind, facts } : { kind } };
}
