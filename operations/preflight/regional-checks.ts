import type { StageConfig } from '../../infra/config.ts';
import type { Check } from './check.ts';

/** SES lets an account in its sandbox send so many a day, to addresses that confirmed it. */
const SANDBOX_PER_DAY = 200;
const LEAST = { mailPerDay: 10_000, mailPerSecond: 5, smsDollars: 50, functionsAtOnce: 500 };

/** What each region that serves needs. */
export function inRegion(config: StageConfig, region: string): readonly Check[] {
  const { stage, mailSender, replica } = config;
  const domain = mailSender.split('@')[1] ?? mailSender;
  const check = (name: string, when: Check['when'], ask: Check['ask']): Check => ({
    name: `${name} (${region})`,
    when,
    ask,
  });
  return [
    check('CDK', 'before', async (world) => {
      const ok = await world.bootstrapped(region);
      return {
        ok,
        found: ok ? 'bootstrapped' : 'not bootstrapped',
        todo: `cdk bootstrap aws://<account>/${region}`,
      };
    }),
    check('mail', 'before', async (world) => {
      const { perDay, perSecond, enabled } = await world.mail(region, domain);
      return {
        ok: enabled && perDay >= LEAST.mailPerDay && perSecond >= LEAST.mailPerSecond,
        found: `${perDay <= SANDBOX_PER_DAY ? 'in the sandbox, ' : ''}${enabled ? '' : 'sending is stopped, '}${perDay} a day, ${perSecond} a second`,
        todo: `Ask SES in ${region} for production access and ${LEAST.mailPerDay} mails a day (Account dashboard): codes for sign-in go by mail.`,
      };
    }),
    check('sender of mail', 'after', async (world) => {
      const { verified, signed } = await world.mail(region, domain);
      return {
        ok: verified && signed,
        found: `${domain} ${verified ? 'is verified' : 'is not verified'}${signed ? ', signed by DKIM' : ', not signed by DKIM'}`,
        todo: `Put the three DKIM records that SES in ${region} names into the zone of ${domain}, with SPF and DMARC.`,
      };
    }),
    check('SMS', 'before', async (world) => {
      const { inSandbox, monthlyDollars } = await world.sms(region);
      return {
        ok: !inSandbox && monthlyDollars >= LEAST.smsDollars,
        found: `${inSandbox ? 'in the sandbox, ' : ''}limit ${monthlyDollars} dollars a month`,
        todo: `Have SMS in ${region} moved out of the sandbox and its monthly limit raised to ${LEAST.smsDollars} dollars or more (a support case; it takes days).`,
      };
    }),
    check('functions at once', 'before', async (world) => {
      const count = await world.functionsAtOnce(region);
      return {
        ok: count >= LEAST.functionsAtOnce,
        found: `${count}`,
        todo: `Have the quota "Concurrent executions" of Lambda in ${region} raised to ${LEAST.functionsAtOnce} or more.`,
      };
    }),
    check('pages', 'after', async (world) => {
      const [here, first] = [await world.published(region), await world.published(config.region)];
      return {
        ok: here !== undefined && here === first,
        found: here === undefined ? 'none' : `of ${here}`,
        todo: `npm run publish-portal -- --stage ${stage}: a region that is activated serves what is in its own bucket.`,
      };
    }),
    ...(config.backup ? [backups(config, region, check)] : []),
    ...(replica?.region === region
      ? [
          check('keys', 'after', async (world) => {
            const ok = await world.keyEnabled(region, `banli-${stage}-replica-key-table`);
            return {
              ok,
              found: ok ? 'replica is enabled' : 'no replica of the keys',
              todo: `Deploy the stack banli-${stage}-keys-replica: without it this region opens nothing.`,
            };
          }),
        ]
      : []),
  ];
}

function backups(
  { replica }: StageConfig,
  region: string,
  check: (name: string, when: Check['when'], ask: Check['ask']) => Check,
): Check {
  return check('backup', 'before', async (world) => {
    const { optedIn, fullyManaged } = await world.backupTypes(region);
    const missing = ['DynamoDB', 'S3'].filter((type) => !optedIn.includes(type));
    const managed = fullyManaged.includes('DynamoDB') || replica === undefined;
    return {
      ok: missing.length === 0 && managed,
      found: `${missing.length === 0 ? 'tables and buckets' : `without ${missing.join(', ')}`}${managed ? '' : ', tables without the advanced features that copies need'}`,
      todo: `aws backup update-region-settings --region ${region} --resource-type-opt-in-preference DynamoDB=true,S3=true --resource-type-management-preference DynamoDB=true`,
    };
  });
}
