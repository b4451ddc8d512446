import jsonata from 'jsonata';

/** What `$states` holds where an expression stands. */
export interface States {
  readonly input?: unknown;
  readonly result?: unknown;
  readonly context?: unknown;
  readonly errorOutput?: unknown;
}

/** Evaluates a field of a state as the service does: `{% … %}` anywhere in it; a value that is not there is an error. */
export async function evaluate(field: unknown, states: States): Promise<unknown> {
  if (typeof field === 'string') {
    const [, expression] = /^\{%(.*)%\}$/s.exec(field) ?? [];
    if (expression === undefined) return field;
    const value: unknown = await jsonata(expression).evaluate(undefined, { states });
    if (value === undefined)
      throw new Error(`States.QueryEvaluationError: ${expression.trim()} gave nothing`);
    return structuredClone(value);
  }
  if (Array.isArray(field)) return Promise.all(field.map((one) => evaluate(one, states)));
  if (typeof field !== 'object' || field === null) return field;
  const entries = Object.entries(field).map(
    async ([key, value]) => [key, await evaluate(value, states)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}
