import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { StageConfig } from './config.ts';
import type { KeptLogs } from './constructs/kept-logs.ts';
import type { PostOffice } from './constructs/post-office.ts';
import type { KeysByPurpose } from './constructs/purpose-keys.ts';
import { ServiceFunction } from './constructs/service-function.ts';
import type { CustomerPoolProps } from './constructs/user-pools.ts';
import { FUNCTIONS, type POOL_TRIGGERS } from './function-entries.ts';
import { grantSms } from './sms.ts';

export interface TriggersGiven {
  readonly config: StageConfig;
  readonly bundles: string;
  readonly keys: KeysByPurpose;
  readonly logs: KeptLogs;
  readonly transient: TableV2;
  readonly postOffice: PostOffice;
}

/** The functions by which customers sign in; they stand beside their pool. */
export function poolTriggers(scope: Construct, given: TriggersGiven): CustomerPoolProps['triggers'] {
  return {
    define: makeTrigger(scope, 'define-sign-in', 'events/define-sign-in', given),
    create: makeTrigger(scope, 'send-sign-in-code', 'events/send-sign-in-code', given),
    verify: makeTrigger(scope, 'check-sign-in-code', 'events/check-sign-in-code', given),
  };
}

function makeTrigger(
  scope: Construct,
  name: string,
  folder: (typeof POOL_TRIGGERS)[number],
  { config, bundles, keys, logs, transient, postOffice }: TriggersGiven,
): ServiceFunction {
  const entry = FUNCTIONS[folder];
  const trigger = new ServiceFunction(scope, name, { config, folder, bundles, timeoutSeconds: 5 });
  trigger.node.addDependency(logs);
  if (entry?.transient) {
    transient.grant(trigger.grantee, 'dynamodb:PutItem', 'dynamodb:UpdateItem');
    keys.table.grantEncryptDecrypt(trigger.grantee);
    trigger.setEnvironment({ transientTable: transient.tableName });
  }
  if (entry?.mail) {
    postOffice.grantMail(trigger.grantee);
    trigger.setEnvironment({
      ...grantSms(trigger.grantee, { config, keys, postOffice }),
      hotline: config.hotline,
      mailSender: config.mailSender,
      mailConfiguration: postOffice.configurationSet,
    });
  }
  return trigger;
}
