import * as z from 'zod/mini';
import type { Seen } from '../../functions/use-cases/findings/take-scan.ts';

const oneOrMore = z.union([z.string(), z.array(z.unknown()), z.record(z.string(), z.unknown())]);
const statement = z.object({
  Effect: z.string(),
  Action: z.exactOptional(oneOrMore),
  Resource: z.exactOptional(oneOrMore),
  Condition: z.exactOptional(z.unknown()),
});
const template = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.exactOptional(z.unknown()) })),
});
const policy = z.object({ PolicyDocument: z.object({ Statement: z.array(z.unknown()) }) });

/** Acts for which AWS knows no resource, and the ones whose namespace a condition ties. */
const WITHOUT_RESOURCE =
  /^(xray:|logs:\w*(LogDelivery|LogDeliveries)$|logs:(PutResourcePolicy|DescribeResourcePolicies|DescribeLogGroups)$|cloudwatch:PutMetricData$|backup:List|kms:(ReEncrypt|GenerateDataKey)\*$)/;

/** What may do everything, or to everything, in the policies of a stage's templates. [7.1.2] */
export function scanPermissions(templates: ReadonlyMap<string, string>): readonly Seen[] {
  return [...templates].flatMap(([file, text]) =>
    Object.entries(template.parse(JSON.parse(text)).Resources).flatMap(([id, { Type, Properties }]) => {
      if (!/^AWS::IAM::(Policy|ManagedPolicy)$/.test(Type)) return [];
      const { Statement } = policy.parse(Properties).PolicyDocument;
      return Statement.flatMap((one) => wideIn(one, `${file.replace('.template.json', '')}/${id}`));
    }),
  );
}

function wideIn(value: unknown, where: string): readonly Seen[] {
  const { Effect, Action, Resource } = statement.parse(value);
  if (Effect !== 'Allow') return [];
  const actions = listOf(Action).filter((action) => !WITHOUT_RESOURCE.test(action));
  const wide = actions.filter((action) => action.includes('*'));
  const loose = listOf(Resource).includes('*') ? actions : [];
  return [
    ...wide.map((action) => ({ what: `may ${action}`, where, severity: gravity(action) })),
    ...loose.map((action) => ({ what: `may ${action} on everything`, where, severity: 'moderate' as const })),
  ];
}

function gravity(action: string): 'critical' | 'high' {
  return action === '*' || action.endsWith(':*') ? 'critical' : 'high';
}

function listOf(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === 'string');
}
