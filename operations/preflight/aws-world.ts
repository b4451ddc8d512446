import { connect } from 'node:tls';
import { BackupClient, DescribeRegionSettingsCommand } from '@aws-sdk/client-backup';
import {
  CloudFormationClient,
  DescribeStacksCommand,
  paginateListExports,
} from '@aws-sdk/client-cloudformation';
import { DescribeTableCommand, DynamoDBClient, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  GetAccountSendingEnabledCommand,
  GetIdentityDkimAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  GetSendQuotaCommand,
  SESClient,
} from '@aws-sdk/client-ses';
import { GetSMSAttributesCommand, GetSMSSandboxAccountStatusCommand, SNSClient } from '@aws-sdk/client-sns';
import type { World } from './world.ts';

type Asked = Omit<World, 'administrators' | 'edgeWords' | 'published'>;

/** Asks AWS with the credentials of whoever runs the command. */
export class AwsWorld implements Asked {
  async bootstrapped(region: string) {
    const client = new CloudFormationClient({ region });
    try {
      const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: 'CDKToolkit' }));
      return Stacks.some(({ StackStatus = '' }) => StackStatus.endsWith('_COMPLETE'));
    } catch (error) {
      if (error instanceof Error && error.name === 'ValidationError') return false;
      throw error;
    }
  }

  async mail(region: string, domain: string) {
    const client = new SESClient({ region });
    const Identities = [domain];
    const [quota, sending, verified, signed] = await Promise.all([
      client.send(new GetSendQuotaCommand({})),
      client.send(new GetAccountSendingEnabledCommand({})),
      client.send(new GetIdentityVerificationAttributesCommand({ Identities })),
      client.send(new GetIdentityDkimAttributesCommand({ Identities })),
    ]);
    return {
      perDay: quota.Max24HourSend ?? 0,
      perSecond: quota.MaxSendRate ?? 0,
      enabled: sending.Enabled !== false,
      verified: verified.VerificationAttributes?.[domain]?.VerificationStatus === 'Success',
      signed: signed.DkimAttributes?.[domain]?.DkimVerificationStatus === 'Success',
    };
  }

  async sms(region: string) {
    const client = new SNSClient({ region });
    const { IsInSandbox = true } = await client.send(new GetSMSSandboxAccountStatusCommand({}));
    const { attributes = {} } = await client.send(
      new GetSMSAttributesCommand({ attributes: ['MonthlySpendLimit'] }),
    );
    return { inSandbox: IsInSandbox, monthlyDollars: Number(attributes.MonthlySpendLimit ?? 1) };
  }

  async functionsAtOnce(region: string) {
    const { AccountLimit } = await new LambdaClient({ region }).send(new GetAccountSettingsCommand({}));
    if (AccountLimit?.ConcurrentExecutions === undefined) throw new Error('Lambda names no quota');
    return AccountLimit.ConcurrentExecutions;
  }

  async backupTypes(region: string) {
    const settings = await new BackupClient({ region }).send(new DescribeRegionSettingsCommand({}));
    const on = (preference: Record<string, boolean> = {}) =>
      Object.keys(preference).filter((type) => preference[type]);
    return {
      optedIn: on(settings.ResourceTypeOptInPreference),
      fullyManaged: on(settings.ResourceTypeManagementPreference),
    };
  }

  async keyEnabled(region: string, exported: string) {
    const client = new CloudFormationClient({ region });
    for await (const { Exports = [] } of paginateListExports({ client }, {})) {
      const KeyId = Exports.find(({ Name }) => Name === exported)?.Value;
      if (KeyId === undefined) continue;
      const { KeyMetadata } = await new KMSClient({ region }).send(new DescribeKeyCommand({ KeyId }));
      return KeyMetadata?.Enabled === true;
    }
    return false;
  }

  async table(region: string, TableName: string) {
    try {
      const { Table } = await new DynamoDBClient({ region }).send(new DescribeTableCommand({ TableName }));
      return {
        consistency: Table?.MultiRegionConsistency === 'STRONG' ? ('strong' as const) : ('eventual' as const),
        replicas: (Table?.Replicas ?? []).map(({ RegionName = '', ReplicaStatus }) => ({
          region: RegionName,
          active: ReplicaStatus === 'ACTIVE',
        })),
        deletionProtection: Table?.DeletionProtectionEnabled === true,
      };
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  }

  /** By a connection, as a person's browser makes it; a name that nobody knows leads nowhere. */
  domain(name: string) {
    return new Promise<{ leads: boolean; certificateUntil?: string }>((resolve) => {
      const socket = connect({ host: name, port: 443, servername: name, timeout: 5000 });
      const end = (answer: { leads: boolean; certificateUntil?: string }) => {
        socket.destroy();
        resolve(answer);
      };
      socket.once('secureConnect', () => {
        const until = new Date(socket.getPeerCertificate().valid_to).toISOString();
        end({ leads: true, certificateUntil: until });
      });
      socket.once('error', () => end({ leads: false }));
      socket.once('timeout', () => end({ leads: false }));
    });
  }
}
