import { type App, type Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';

/** Findings of the AwsSolutions rules that we live with, each with its reason; everything else fails synthesis. */
export const ACKNOWLEDGED: Readonly<Record<string, string>> = {};

export function checkByAwsSolutions(app: App, stacks: Readonly<Record<string, Stack | undefined>>): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  for (const stack of Object.values(stacks)) {
    if (stack === undefined) continue;
    for (const [id, reason] of Object.entries(ACKNOWLEDGED))
      Validations.of(stack).acknowledge({ id, reason });
  }
}
