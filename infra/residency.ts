import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import * as z from 'zod/mini';
import type { StageConfig } from './config.ts';

/** A stack as it would be deployed: where, and what is in it by logical id. */
export interface PlacedStack {
  readonly name: string;
  readonly region: string;
  readonly resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: unknown }>>;
}

/** What a resource holds, as it is called when it leaves; everything else is just "a resource". */
const KINDS: readonly (readonly [kind: string, types: RegExp])[] = [
  ['bucket', /^AWS::S3::|^Custom::AWS$/],
  ['replica', /^AWS::DynamoDB::|^AWS::KMS::ReplicaKey$/],
  ['backup', /^AWS::Backup::/],
  ['log', /^AWS::Logs::|^AWS::CloudTrail::|LoggingConfiguration$/],
  ['identity', /^AWS::Cognito::/],
  ['mail identity', /^AWS::SES::/],
];

/**
 * The edge is outside every region and its stack in us-east-1, wherever a stage is: these carry requests on or count
 * them, and keep nothing of them. Whatever is not named here may be inside the jurisdiction only.
 */
const KEEPS_NOTHING =
  /^AWS::(CDK::Metadata|CertificateManager::Certificate|CloudFront::\w+|CloudWatch::(Alarm|Dashboard)|KMS::(Key|Alias)|Route53::RecordSet|SNS::(Topic|TopicPolicy|Subscription)|WAFv2::WebACL(Association)?)$/;

const REGION = /\b(?:us|eu|ap|sa|ca|me|af|il|mx|cn)(?:-gov|-iso[a-z]?)?-[a-z]+-\d\b/g;

/**
 * What of a stage would be kept outside its jurisdiction: by where its stack is, or by a region that it names (a replica,
 * a copy, a destination). State bodies' personal data and archives may not leave (個人信息保護法 §36, 檔案法 §25).
 */
export function outsideJurisdiction(
  stacks: readonly PlacedStack[],
  jurisdiction: readonly string[],
): readonly string[] {
  return stacks.flatMap(({ name, region, resources }) =>
    Object.entries(resources).flatMap(([id, { Type, Properties }]) => {
      const kind = KINDS.find(([, types]) => types.test(Type))?.[0] ?? 'resource';
      const words = (where: string) => `${kind} ${name}/${id} (${Type}) in ${where}`;
      if (!jurisdiction.includes(region)) return KEEPS_NOTHING.test(Type) ? [] : [words(region)];
      const named = new Set(JSON.stringify(Properties ?? {}).match(REGION));
      return [...named].filter((one) => !jurisdiction.includes(one)).map(words);
    }),
  );
}

const templateShape = z.looseObject({
  Resources: z._default(
    z.record(z.string(), z.looseObject({ Type: z.string(), Properties: z.optional(z.unknown()) })),
    {},
  ),
});

/** Over the templates as they are, after synthesis: whatever made them, nothing leaves the jurisdiction unnoticed. */
export function checkResidency({ stacks }: CloudAssembly, { stage, jurisdiction }: StageConfig): void {
  const placed = stacks.map(({ stackName, environment, template }) => ({
    name: stackName,
    region: environment.region,
    resources: templateShape.parse(template).Resources,
  }));
  const outside = outsideJurisdiction(placed, jurisdiction);
  if (outside.length === 0) return;
  const list = outside.map((one) => `  ${one}`).join('\n');
  throw new Error(
    `Outside the jurisdiction of stage ${stage} (${jurisdiction.join(', ')}):\n${list}\n` +
      'Move it to one of these regions, or change `jurisdiction` in infra/config.ts if the law allows it.',
  );
}
