import { Stack, type StackProps } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnReplicaKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { KEY_PURPOSES, type KeyPurpose } from '../constructs/purpose-keys.ts';

export interface KeysReplicaStackProps extends StackProps {
  readonly config: StageConfig;
  readonly primaries: Readonly<Record<KeyPurpose, string>>;
}

/** Replicas of the keys in the second region: the table is born with its replica, and that needs its key there first. */
export class KeysReplicaStack extends Stack {
  readonly tableKeyArn: string;

  constructor(scope: Construct, id: string, { config, primaries, ...props }: KeysReplicaStackProps) {
    super(scope, id, props);
    const replicas = Object.entries(KEY_PURPOSES).map(([purpose, description]) => {
      const arn = Object.entries(primaries).find(([name]) => name === purpose)?.[1];
      const key = new CfnReplicaKey(this, purpose, {
        description,
        primaryKeyArn: arn ?? '',
        pendingWindowInDays: 30,
        keyPolicy: new PolicyDocument({
          statements: [
            new PolicyStatement({
              sid: 'AccountDecidesByRoles',
              principals: [new AccountRootPrincipal()],
              actions: ['kms:*'],
              resources: ['*'],
            }),
          ],
        }),
      });
      key.applyRemovalPolicy(config.removal);
      return { purpose, arn: key.attrArn };
    });
    this.tableKeyArn = replicas.find(({ purpose }) => purpose === 'table')?.arn ?? '';
  }
}
