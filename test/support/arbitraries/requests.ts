import { fc } from '@fast-check/vitest';
import description from '../../../functions/http/openapi.gen.json' with { type: 'json' };

/** The part of JSON Schema that our description is written in; anything else fails the test that meets it. */
export interface Schema {
  readonly type?: string;
  readonly $ref?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { schema: Schema }>> }>
  >;
}

export const COMPONENTS: Readonly<Record<string, Schema>> = description.components.schemas as never;

export const DESCRIBED: ReadonlyMap<string, Described> = new Map(
  Object.values(description.paths)
    .flatMap((path) => Object.values(path) as unknown as Described[])
    .map((one) => [one.operationId, one]),
);

/** What nobody means well by: each has broken something somewhere. */
export const HOSTILE_TEXTS: readonly string[] = [
  '',
  '\0',
  'a\0b',
  '\ud800',
  'a\udfffb',
  '\u202egnp.exe',
  '\u200b\u200d\ufeff',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '@SUM(1)',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{constructor.constructor("alert(1)")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: text that a template would run
  '${7*7}',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '%00',
  "' OR 1=1 --",
  '#',
  'v~key',
  'ﾃ'.repeat(3000),
  '𪚥',
  '１２３４',
];

const text = ({ minLength = 0, maxLength = 64, pattern }: Schema): fc.Arbitrary<string> =>
  pattern === undefined
    ? fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 40), unit: 'binary' })
    : fc.stringMatching(new RegExp(pattern, 'u'), { maxLength });

/** A value the schema takes. */
export function valid(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return valid(COMPONENTS[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either !== undefined) return fc.oneof(...either.map(valid));
  switch (schema.type) {
    case 'string':
      return text(schema);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.oneof(fc.integer({ min: 0, max: 9 }), fc.maxSafeInteger());
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(valid(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: 4 });
    case 'object':
      return objectOf(schema);
    case undefined:
      return fc.jsonValue({ maxDepth: 2 });
    default:
      throw new Error(`A schema of a type that no request is made for: ${JSON.stringify(schema)}`);
  }
}

function objectOf({ properties = {}, required = [], additionalProperties, propertyNames = {} }: Schema) {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valid(one)]));
  const named = fc.record(fields, { requiredKeys: [...required] });
  if (typeof additionalProperties !== 'object' || Object.keys(additionalProperties).length === 0)
    return named;
  return fc
    .tuple(
      named,
      fc.dictionary(text({ maxLength: 60, ...propertyNames }), valid(additionalProperties), { maxKeys: 4 }),
    )
    .map(([one, more]) => ({ ...more, ...one }));
}

/** A value one place of which is no longer what the schema takes, or is what nobody means well by. */
export function broken(schema: Schema): fc.Arbitrary<unknown> {
  return fc.tuple(valid(schema), fc.nat(), damage).map(([value, place, done]) => damaged(value, place, done));
}

const damage: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, Number.MAX_VALUE, 0.5, [], {}, [[[]]], undefined),
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.jsonValue({ maxDepth: 3 }),
);

function damaged(value: unknown, place: number, instead: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return instead;
  const fields = Object.entries(value);
  const at = place % (fields.length + 1);
  const [name] = fields[at] ?? ['__proto__'];
  const copy = Object.fromEntries(fields);
  Object.defineProperty(copy, name, { value: instead, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** Values for the parameters of one place, as text: what a path or a query can carry. */
export function parametersOf(
  one: Described,
  place: Parameter['in'],
  how: (schema: Schema) => fc.Arbitrary<unknown>,
) {
  const own = (one.parameters ?? []).filter((parameter) => parameter.in === place);
  const fields = Object.fromEntries(own.map(({ name, schema }) => [name, how(schema).map(asText)]));
  return fc.record(fields, { requiredKeys: own.filter(({ required }) => required).map(({ name }) => name) });
}

export function bodyOf(one: Described): Schema | undefined {
  return one.requestBody?.content['application/json'].schema;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
