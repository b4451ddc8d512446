import { ChoiceField, ChoicesField, TickField } from '../../shared/choice-field.tsx';
import { LongTextField, TextField } from '../../shared/text-field.tsx';
import { type FormField, listOf, type Values } from './form-spec.ts';

interface CommandFieldProps {
  readonly id: string;
  readonly field: FormField;
  readonly values: Values;
  readonly error: string | undefined;
  readonly onChange: (value: Values[string]) => void;
}

/** One thing a command asks for, drawn. */
export function CommandField({ id, field, values, error, onChange }: CommandFieldProps) {
  const { label, hint, name } = field;
  const shared = { id, label, hint, error };
  const value = values[name];
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'choice':
      return <ChoiceField {...shared} choices={field.choices} value={text} onChange={onChange} />;
    case 'choices':
      return (
        <ChoicesField {...shared} choices={field.choices} values={listOf(values, name)} onChange={onChange} />
      );
    case 'tick':
      return <TickField {...shared} ticked={value === true} onChange={onChange} />;
    case 'text':
      return <LongTextField {...shared} optional={field.optional} value={text} onChange={onChange} />;
    case 'line':
      return (
        <TextField {...shared} optional={field.optional} width="full" value={text} onChange={onChange} />
      );
    case 'secret':
      return (
        <TextField
          {...shared}
          type="password"
          autoComplete="current-password"
          value={text}
          onChange={onChange}
        />
      );
    case 'code':
      return (
        <TextField
          {...shared}
          width="short"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={text}
          onChange={onChange}
        />
      );
  }
}
