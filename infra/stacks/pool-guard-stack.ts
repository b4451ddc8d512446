import { Stack, type StackProps } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { EdgeConfig } from '../config.ts';
import { firewallRules, visible } from '../edge/firewall.ts';

export interface PoolGuardStackProps extends StackProps {
  readonly stage: string;
  readonly edge: EdgeConfig;
  readonly pools: Readonly<Record<string, IUserPool>>;
}

/**
 * The pools have an entry of their own that no edge stands before: a regional firewall. Its limit is the wide one, for
 * our own functions ask the pool too, from few addresses; tries are counted by them and by the pool.
 */
export class PoolGuardStack extends Stack {
  constructor(scope: Construct, id: string, { stage, edge, pools, ...props }: PoolGuardStackProps) {
    super(scope, id, props);
    const firewall = new CfnWebACL(this, 'firewall', {
      name: `banli-${stage}-pools`,
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      rules: firewallRules({ ...edge.mostRequests, guessingAt: [] }),
      visibilityConfig: visible(`banli-${stage}-pools`),
    });
    for (const [name, pool] of Object.entries(pools)) {
      new CfnWebACLAssociation(this, `of-${name}`, {
        resourceArn: pool.userPoolArn,
        webAclArn: firewall.attrArn,
      });
    }
  }
}
