import type { FieldError } from '../../shared/error-summary.tsx';
import type { StaffSaid } from '../words.ts';
import { type FormField, listOf, textOf, type Values } from './form-spec.ts';

export function fieldId(prefix: string, { name }: Pick<FormField, 'name'>): string {
  return `${prefix}-${name.replace(/[^\w-]/g, '-')}`;
}

/** What is still missing in a command's form, in the words that stand beside the fields. */
export function checkForm(
  fields: readonly FormField[],
  values: Values,
  prefix: string,
  { say }: StaffSaid,
): readonly FieldError[] {
  return fields.flatMap((field) => {
    const text = wrongWith(field, values, say);
    return text === undefined ? [] : [{ id: fieldId(prefix, field), text }];
  });
}

function wrongWith(field: FormField, values: Values, say: StaffSaid['say']): string | undefined {
  const { label, name } = field;
  switch (field.kind) {
    case 'choice':
      return textOf(values, name) === '' ? say('error.choose', { label }) : undefined;
    case 'choices':
      return listOf(values, name).length === 0 ? say('error.choose', { label }) : undefined;
    case 'tick':
      return values[name] === true ? undefined : say('error.tick', { label });
    case 'line':
    case 'text':
    case 'secret':
    case 'code': {
      const { length } = textOf(values, name);
      if (length === 0) return field.optional ? undefined : say('error.enter', { label });
      const { least = 1 } = field;
      return length < least ? say('error.longer', { label, least }) : undefined;
    }
  }
}
