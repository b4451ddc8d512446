import type { Choice } from '../../shared/choice-field.tsx';
import type { StaffSaid } from '../words.ts';
import type { Known } from './known.ts';

export type Values = Readonly<Record<string, string | boolean | readonly string[]>>;

interface Common {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

/** One thing a command asks for. Reasons are picked from a list; what is typed is a line, never a big empty box [U33]. */
export type FormField =
  | (Common & { readonly kind: 'choice'; readonly choices: readonly Choice[] })
  | (Common & { readonly kind: 'choices'; readonly choices: readonly Choice[] })
  | (Common & {
      readonly kind: 'line' | 'text' | 'secret' | 'code';
      readonly optional?: boolean;
      readonly least?: number;
    })
  | (Common & { readonly kind: 'tick' });

/** The small form of a command: what it asks, and what is sent of it. */
export interface FormSpec {
  readonly first: Values;
  readonly fields: (values: Values) => readonly FormField[];
  readonly form: (values: Values) => Readonly<Record<string, unknown>>;
  /** What proves again who signs: typed in the form, or given to the provider before. */
  readonly proof?: (values: Values) => Proof;
}

export type Proof = 'by-provider' | { readonly password: string; readonly code: string };

export type MakeForm = (known: Known, said: StaffSaid) => FormSpec;

export const NO_FORM: FormSpec = { first: {}, fields: () => [], form: () => ({}) };

export function textOf(values: Values, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
}

export function listOf(values: Values, name: string): readonly string[] {
  const value = values[name];
  return typeof value === 'object' ? value : [];
}

/** A line that may be left out is not sent when it was. */
export function ifSaid(values: Values, name: string): Readonly<Record<string, string>> {
  const text = textOf(values, name);
  return text === '' ? {} : { [name]: text };
}
