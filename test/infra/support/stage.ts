import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Stage } from '../../../infra/config.ts';

/** A resource of a synthesized template; its properties are as CloudFormation takes them, and a test knows which it asks for. */
export interface Resource {
  readonly stack: string;
  readonly id: string;
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template's properties have no type of ours
  readonly is: any;
  readonly kept: boolean;
}

export interface SynthesizedStage {
  readonly name: Stage;
  readonly folder: string;
  /** Its stacks by part, as `data`. */
  readonly stacks: readonly string[];
  readonly resources: readonly Resource[];
  all(type: string): readonly Resource[];
}

interface Template {
  readonly Resources: Record<string, { Type: string; Properties?: object; DeletionPolicy?: string }>;
}

const SUFFIX = '.template.json';

/** Stacks that a stage has in both regions, with the same content. */
const TWIN = /^(data|service|malware-scan|pool-guard|watch)(-second)?$/;

/** What the stage's templates say, of the two regions with the given one's twins: `data` of the second is its `data-second`. */
export function synthesized(name: Stage, region: 'first' | 'second' = 'first'): SynthesizedStage {
  const folder = join(inject('synthesized'), name);
  const files = new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith(SUFFIX))
      .map((file): [string, string] => [file.slice(`banli-${name}-`.length, -SUFFIX.length), file])
      .filter(([stack]) => !TWIN.test(stack) || stack.endsWith('-second') === (region === 'second'))
      .map(([stack, file]) => [stack.replace(TWIN, '$1'), file]),
  );
  const resources = [...files].flatMap(([stack, file]) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const template: Template = JSON.parse(text);
    return Object.entries(template.Resources).map(([id, { Type, Properties = {}, DeletionPolicy }]) => ({
      ...{ stack, id, type: Type, is: Properties },
      kept: DeletionPolicy === 'Retain',
    }));
  });
  const all = (type: string) => resources.filter((one) => one.type === type);
  return { name, folder, stacks: [...files.keys()], resources, all };
}

/** `data/records…`, for messages that say which one. */
export function named({ stack, id }: Resource): string {
  return `${stack}/${id}`;
}

/** The value as text: enough to see what it refers to. */
export function textOf(value: unknown): string {
  return JSON.stringify(value ?? null);
}

export function refersTo(value: unknown, id: string): boolean {
  const text = textOf(value);
  return text.includes(`"Ref":"${id}"`) || text.includes(`"Fn::GetAtt":["${id}"`);
}

/** Which keys of ours a value names: the stacks of keys and of their replicas export them by purpose. */
export function keysNamedIn(value: unknown): readonly string[] {
  const exported =
    /banli-\w+-(?:keys(?:-replica)?:ExportsOutputFnGetAtt(?:keys)?|replica-key-)([a-z]+?)(?:(?:[0-9A-F]{8})?Arn|\b)/g;
  return [...textOf(value).matchAll(exported)].map(([, purpose = '']) => purpose);
}

export function keyNamedIn(value: unknown): string | undefined {
  return keysNamedIn(value)[0];
}

export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: readonly string[];
  readonly Resource: readonly unknown[];
  readonly NotResource: readonly unknown[];
  readonly Principal?: unknown;
  readonly Condition?: unknown;
}

/** A policy's statements, with lists where CloudFormation also takes a single one. */
export function statementsOf(document: {
  Statement: readonly Record<string, unknown>[];
}): readonly Statement[] {
  const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
  return document.Statement.map(
    (one) =>
      ({
        ...one,
        Action: list(one.Action),
        Resource: list(one.Resource),
        NotResource: list(one.NotResource),
      }) as unknown as Statement,
  );
}

/** What each function may do, by its folder. */
export function permissionsOf(stage: SynthesizedStage): ReadonlyMap<string, readonly Statement[]> {
  const policies = stage.all('AWS::IAM::Policy');
  return new Map(
    stage.all('AWS::Lambda::Function').flatMap(({ stack, is }) => {
      const folder: unknown = is.Environment?.Variables.POWERTOOLS_SERVICE_NAME;
      if (typeof folder !== 'string') return [];
      const role: string = is.Role['Fn::GetAtt'][0];
      const own = policies.filter((one) => one.stack === stack && refersTo(one.is.Roles, role));
      return [[folder, own.flatMap((policy) => statementsOf(policy.is.PolicyDocument))] as const];
    }),
  );
}

/** As text, with what is known only at deployment in round brackets: `(AWS::AccountId)`, or the name of an import. */
export function flat(value: unknown): string {
  return typeof value === 'string' || isJoin(value) ? resolved(value) : JSON.stringify(value, flatJoins);
}

function flatJoins(_name: string, value: unknown): unknown {
  return isJoin(value) || isReference(value) ? resolved(value) : value;
}

function isJoin(value: unknown): value is { 'Fn::Join': [string, unknown[]] } {
  return typeof value === 'object' && value !== null && 'Fn::Join' in value;
}

function isReference(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return ['Ref', 'Fn::GetAtt', 'Fn::ImportValue', 'Fn::Select'].some((name) => name in value);
}

function resolved(value: unknown): string {
  if (typeof value === 'string') return value;
  if (isJoin(value)) return value['Fn::Join'][1].map(resolved).join('');
  return `(${/"(?:Ref|Fn::ImportValue)":"([^"]+)"/.exec(JSON.stringify(value))?.[1] ?? 'made'})`;
}
