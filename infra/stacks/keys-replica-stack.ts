import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnReplicaKey, Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { byPurpose, edgeStatements, KEY_PURPOSES, type KeysByPurpose } from '../constructs/purpose-keys.ts';
import { keyOutput, OPERATED_KEYS, replicaKeyExport } from '../names.ts';

export interface KeysReplicaStackProps extends StackProps {
  readonly config: StageConfig;
  readonly primaries: KeysByPurpose;
}

/** Replicas of the keys in the second region: the table is born with its replica, and that needs its key there first. */
export class KeysReplicaStack extends Stack {
  readonly keys: KeysByPurpose;

  constructor(scope: Construct, id: string, { config, primaries, ...props }: KeysReplicaStackProps) {
    super(scope, id, props);
    this.keys = byPurpose((purpose) => {
      const key = new CfnReplicaKey(this, purpose, {
        description: KEY_PURPOSES[purpose],
        primaryKeyArn: primaries[purpose].keyArn,
        pendingWindowInDays: 30,
        keyPolicy: new PolicyDocument({
          statements: [
            new PolicyStatement({
              sid: 'AccountDecidesByRoles',
              principals: [new AccountRootPrincipal()],
              actions: ['kms:*'],
              resources: ['*'],
            }),
            ...edgeStatements(purpose, this),
          ],
        }),
      });
      key.applyRemovalPolicy(config.removal);
      new CfnOutput(this, `replica-${purpose}`, {
        value: key.attrArn,
        exportName: replicaKeyExport(config.stage, purpose),
      });
      return Key.fromKeyArn(this, `replica-of-${purpose}`, key.attrArn);
    });
    for (const purpose of OPERATED_KEYS) {
      const name = keyOutput(purpose);
      new CfnOutput(this, name, { value: this.keys[purpose].keyArn }).overrideLogicalId(name);
    }
  }
}
