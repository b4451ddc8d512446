import vm from 'node:vm';
import { parseAst } from 'vite';

/** What of ECMAScript the runtime's description lists (cloudfront-js-2.0): ES 5.1, and these of later editions. */
const SYNTAX = new Set(
  [
    'Program ImportDeclaration ImportDefaultSpecifier FunctionDeclaration FunctionExpression BlockStatement',
    'VariableDeclaration VariableDeclarator ExpressionStatement ReturnStatement IfStatement TryStatement CatchClause',
    'ThrowStatement ForStatement ForInStatement WhileStatement DoWhileStatement SwitchStatement SwitchCase',
    'BreakStatement ContinueStatement LabeledStatement EmptyStatement',
    'Identifier Literal ObjectExpression Property ArrayExpression MemberExpression CallExpression NewExpression',
    'UnaryExpression BinaryExpression LogicalExpression ConditionalExpression AssignmentExpression UpdateExpression',
    'SequenceExpression ThisExpression TemplateLiteral TemplateElement ArrowFunctionExpression AwaitExpression RestElement',
  ].flatMap((line) => line.split(' ')),
);
const MODULES = ['cloudfront', 'crypto', 'querystring', 'buffer'];
const MOST_BYTES = 10_240;

interface Node {
  readonly type: string;
  readonly [member: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

function nodesIn(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (!isNode(value)) return [];
  return [value, ...Object.values(value).flatMap(nodesIn)];
}

/** What the runtime does not know, or knows in another way than Node does. */
const REFUSED: readonly [why: string, is: (node: Node) => boolean][] = [
  [
    'a module of another',
    ({ type, source }) =>
      type === 'ImportDeclaration' && isNode(source) && !MODULES.includes(String(source.value)),
  ],
  ['an async arrow function', ({ type, async }) => type === 'ArrowFunctionExpression' && async === true],
  [
    'a parameter that is taken apart',
    ({ params }) =>
      Array.isArray(params) &&
      params.some((one) => isNode(one) && !['Identifier', 'RestElement'].includes(one.type)),
  ],
  [
    'a variable that is taken apart',
    ({ type, id }) => type === 'VariableDeclarator' && isNode(id) && id.type !== 'Identifier',
  ],
  ['an error that is not named', ({ type, param }) => type === 'CatchClause' && param === null],
  [
    'a property in short',
    ({ shorthand, computed, type }) => type === 'Property' && (shorthand === true || computed === true),
  ],
  ['an optional member', ({ optional }) => optional === true],
  ['an operator of later editions', ({ operator }) => ['??', '??=', '||=', '&&='].includes(String(operator))],
  [
    'code made at run time',
    ({ type, name }) =>
      type === 'Identifier' &&
      ['eval', 'Function', 'setTimeout', 'fetch', 'require', 'process'].includes(String(name)),
  ],
];

/** Why the runtime of CloudFront would not run a function; nothing when it would. */
export function edgeRefusals(source: string): readonly string[] {
  const nodes = nodesIn(parseAst(source));
  return [
    ...(Buffer.byteLength(source) > MOST_BYTES ? ['longer than 10 KB'] : []),
    ...nodes.filter(({ type }) => !SYNTAX.has(type)).map(({ type }) => type),
    ...nodes.flatMap((node) => REFUSED.filter(([, is]) => is(node)).map(([why]) => why)),
  ];
}

export interface EdgeRequest {
  readonly uri: string;
  readonly headers: Readonly<Record<string, { value: string }>>;
}

type Ran = EdgeRequest & { readonly origin: string | undefined };

/**
 * Runs a function of the edge as CloudFront does: with its own module and the language alone, no timers, no network and
 * no code made at run time. `stored` is asked at each read, as the handle of its key-value store is.
 */
export function edgeFunction(source: string, stored: (key: string) => Promise<string | undefined>) {
  const refusals = edgeRefusals(source);
  if (refusals.length > 0) throw new Error(`CloudFront would refuse: ${refusals.join(', ')}`);
  const [first = '', ...lines] = source.split('\n');
  if (first !== "import cf from 'cloudfront';") throw new Error('The module is imported in the first line');
  const chosen: string[] = [];
  const cf = {
    kvs: () => ({
      async get(key: string, options: { format?: 'string' } = {}) {
        if (![undefined, 'string'].includes(options.format)) throw new Error('A format of another');
        const value = await stored(key);
        if (value === undefined) throw new Error('KeyNotFound');
        return value;
      },
    }),
    selectRequestOriginById: (id: string) => void chosen.push(id),
  };
  const context = vm.createContext({ cf }, { codeGeneration: { strings: false, wasm: false } });
  const handler = vm.runInContext(`'use strict';${lines.join('\n')};handler`, context);
  return async (uri: string, headers: EdgeRequest['headers'] = {}): Promise<Ran> => {
    const request = await handler({
      version: '1.0',
      context: { eventType: 'viewer-request' },
      viewer: { ip: '198.51.100.7' },
      request: { method: 'GET', uri, querystring: {}, headers, cookies: {} },
    });
    return { origin: chosen.at(-1), uri: request.uri, headers: request.headers };
  };
}
