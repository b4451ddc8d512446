import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { StageConfig } from './config.ts';
import type { PostOffice } from './constructs/post-office.ts';
import type { KeysByPurpose } from './constructs/purpose-keys.ts';
import type { Environment } from './grants/grants.ts';

export interface SmsGiven {
  readonly config: StageConfig;
  readonly keys: KeysByPurpose;
  readonly postOffice: PostOffice;
}

/** Text messages go by SNS, or by the gateway that the stage names; its secret is opened by the key of messages alone. */
export function grantSms(grantee: IGrantable, { config, keys, postOffice }: SmsGiven): Environment {
  if (config.sms === undefined) postOffice.grantSms(grantee);
  else keys.messages.grant(grantee, 'kms:Decrypt');
  return { smsGateway: config.sms === undefined ? 'sns' : JSON.stringify(config.sms) };
}
