/** An attribute as the wire carries it: `{ S: … }`, `{ N: … }`, `{ B: base64 }`, `{ M: … }` … */
export type Attribute = Readonly<Record<string, unknown>>;
export type Item = Readonly<Record<string, Attribute>>;

export interface Terms {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Readonly<Record<string, Attribute>>;
}

const TOKEN = /\s*(<>|<=|>=|[=<>(),]|[:#]?[\w.#]+)/gy;

function tokensOf(expression: string): string[] {
  TOKEN.lastIndex = 0;
  const tokens: string[] = [];
  for (let match = TOKEN.exec(expression); match !== null; match = TOKEN.exec(expression)) {
    tokens.push(match[1] ?? '');
  }
  return tokens;
}

/** Conditions as DynamoDB judges them, over attributes as the wire carries them; what is not known here is an error. */
export function holds(expression: string, item: Item | undefined, terms: Terms): boolean {
  const tokens = tokensOf(expression);
  let at = 0;
  const next = () => tokens[at++] ?? '';
  const expect = (wanted: string) => {
    const found = next();
    if (found !== wanted) throw new Error(`"${expression}": "${wanted}" expected, "${found}" found`);
  };
  const operand = (token: string) =>
    token.startsWith(':') ? terms.ExpressionAttributeValues?.[token] : attributeAt(item, token, terms);

  function either(): boolean {
    let answer = both();
    while (tokens[at] === 'OR') {
      next();
      const other = both();
      answer = answer || other;
    }
    return answer;
  }
  function both(): boolean {
    let answer = one();
    while (tokens[at] === 'AND') {
      next();
      const other = one();
      answer = answer && other;
    }
    return answer;
  }
  function one(): boolean {
    const token = next();
    if (token === 'NOT') return !one();
    if (token === '(') {
      const answer = either();
      expect(')');
      return answer;
    }
    return tokens[at] === '(' ? called(token) : compared(operand(token));
  }
  function called(name: string): boolean {
    expect('(');
    const first = operand(next());
    if (name === 'begins_with') {
      expect(',');
      const prefix = operand(next());
      expect(')');
      return String(first?.S ?? '').startsWith(String(prefix?.S));
    }
    expect(')');
    if (name === 'attribute_exists') return first !== undefined;
    if (name === 'attribute_not_exists') return first === undefined;
    throw new Error(`No function ${name}`);
  }
  function compared(left: Attribute | undefined): boolean {
    const operator = next();
    const right = operand(next());
    if (operator === 'BETWEEN') {
      expect('AND');
      const upper = operand(next());
      return order(left, right) >= 0 && order(left, upper) <= 0;
    }
    if (operator === '<>') return !same(left, right);
    if (left === undefined || right === undefined) return false;
    if (operator === '=') return same(left, right);
    const way = order(left, right);
    if (operator === '<') return way < 0;
    if (operator === '<=') return way <= 0;
    if (operator === '>') return way > 0;
    if (operator === '>=') return way >= 0;
    throw new Error(`No comparison ${operator}`);
  }
  const answer = either();
  if (at !== tokens.length) throw new Error(`"${expression}" was not read to its end`);
  return answer;
}

function pathOf(token: string, { ExpressionAttributeNames = {} }: Terms): readonly string[] {
  return token
    .split('.')
    .map((part) => (part.startsWith('#') ? (ExpressionAttributeNames[part] ?? '') : part));
}

function attributeAt(item: Item | undefined, token: string, terms: Terms): Attribute | undefined {
  const [first = '', ...rest] = pathOf(token, terms);
  return rest.reduce<Attribute | undefined>(
    (found, part) => Object(found?.M)[part],
    item !== undefined && Object.hasOwn(item, first) ? item[first] : undefined,
  );
}

function same(one: Attribute | undefined, other: Attribute | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function order(one: Attribute | undefined, other: Attribute | undefined): number {
  if (one?.N !== undefined) return Number(one.N) - Number(other?.N);
  return Buffer.compare(Buffer.from(String(one?.S)), Buffer.from(String(other?.S)));
}

const CLAUSES = /\b(SET|REMOVE|ADD)\b/;
const COMMA_OUTSIDE = /,(?![^(]*\))/;

/** The item after an update of whole attributes: SET, REMOVE and ADD, which is all that the adapters use. */
export function updated(item: Item, expression: string, terms: Terms): Item {
  const changed: Record<string, Attribute> = { ...item };
  const [, ...parts] = expression.split(CLAUSES);
  for (let at = 0; at < parts.length; at += 2) {
    for (const action of (parts[at + 1] ?? '').split(COMMA_OUTSIDE).map((one) => one.trim())) {
      apply(changed, parts[at] ?? '', action, terms);
    }
  }
  return changed;
}

function apply(changed: Record<string, Attribute>, clause: string, action: string, terms: Terms): void {
  const [target = '', value = ''] = clause === 'SET' ? action.split(/\s*=\s*/) : action.split(/\s+/);
  const [name = '', ...deeper] = pathOf(target, terms);
  if (deeper.length > 0) throw new Error(`No update of a part: ${action}`);
  const given = valueGiven(value, changed, terms);
  if (clause === 'REMOVE') delete changed[name];
  else if (given === undefined) throw new Error(`No update like ${clause} ${action}`);
  else if (clause === 'SET') changed[name] = given;
  else changed[name] = { N: String(Number(changed[name]?.N ?? 0) + Number(given.N)) };
}

function valueGiven(value: string, item: Item, terms: Terms): Attribute | undefined {
  const [, path, otherwise] = /^if_not_exists\((\S+),\s*(\S+)\)$/.exec(value) ?? [];
  if (path !== undefined) return attributeAt(item, path, terms) ?? valueGiven(otherwise ?? '', item, terms);
  return value.startsWith(':') ? terms.ExpressionAttributeValues?.[value] : attributeAt(item, value, terms);
}
