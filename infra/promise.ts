import { Annotations, type Stack } from 'aws-cdk-lib';
import type { StageConfig } from './config.ts';

/** Says at synthesis what a stage promises less than the others: an operator must know it before a region is lost. */
export function sayWhatIsPromised(data: Stack, { stage, replica }: StageConfig): void {
  const say = (id: string, text: string) => Annotations.of(data).addWarningV2(`banli:${id}`, text);
  if (replica === undefined) {
    say(
      'one-region',
      `Stage ${stage} has one region: when it is lost, the service stands still until it is back.`,
    );
  } else if (replica.consistency === 'eventual') {
    say(
      'eventual-replica',
      `Stage ${stage} replicates its records eventually: what was answered in the last seconds before a region is lost ` +
        'may be missing in the other. Activation there raises the epoch, so that what arrives late overwrites nothing and ' +
        'is put before a person, and number series move on (docs/runbook.md).',
    );
  }
}
