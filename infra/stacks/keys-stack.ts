import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { type KeysByPurpose, PurposeKeys } from '../constructs/purpose-keys.ts';
import { keyOutput, OPERATED_KEYS } from '../names.ts';

export interface KeysStackProps extends StackProps {
  readonly config: StageConfig;
}

/** The keys, before everything they protect. */
export class KeysStack extends Stack {
  readonly keys: KeysByPurpose;

  constructor(scope: Construct, id: string, { config, ...props }: KeysStackProps) {
    super(scope, id, props);
    this.keys = new PurposeKeys(this, 'keys', { stage: config.stage, removal: config.removal }).keys;
    for (const purpose of OPERATED_KEYS) {
      const name = keyOutput(purpose);
      new CfnOutput(this, name, { value: this.keys[purpose].keyArn }).overrideLogicalId(name);
    }
  }
}
