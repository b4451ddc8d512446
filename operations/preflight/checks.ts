import type { StageConfig } from '../../infra/config.ts';
import { servingRegions } from '../../infra/edge/names.ts';
import { servedTableName } from '../../infra/names.ts';
import type { Check } from './check.ts';
import { inRegion } from './regional-checks.ts';

/** Regions among which strong consistency is to be had, by the documentation of DynamoDB; a new set is added here. */
const STRONG_SETS = [
  ['us-east-1', 'us-east-2', 'us-west-2'],
  ['eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-central-1'],
  ['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'],
];

const DAYS_BEFORE_EXPIRY = 21;

/** Everything a stage needs that CloudFormation can neither make nor check. */
export function checksOf(config: StageConfig, now: string): readonly Check[] {
  return [
    regionSet(config),
    ...servingRegions(config).flatMap((region) => inRegion(config, region)),
    table(config),
    ...edge(config, now),
    {
      name: 'first administrator',
      when: 'after',
      ask: async (world) => {
        const count = await world.administrators();
        return {
          ok: count > 0,
          found: `${count} administrators`,
          todo: `npm run first-administrator -- --stage ${config.stage} <username> <e-mail>`,
        };
      },
    },
  ];
}

function regionSet({ region, replica }: StageConfig): Check {
  return {
    name: 'set of regions',
    when: 'before',
    ask: async () => {
      if (replica?.consistency !== 'strong')
        return { ok: true, found: replica ? 'replicas follow later' : 'one region', todo: '' };
      const asked = [region, replica.region, replica.witness];
      const ok = STRONG_SETS.some((set) => asked.every((one) => set.includes(one)));
      return {
        ok: ok && new Set(asked).size === 3,
        found: asked.join(', '),
        todo: `Choose three regions of one set in infra/config.ts: ${STRONG_SETS.map((set) => set.join(' ')).join('; ')}. The table cannot be moved later.`,
      };
    },
  };
}

function table({ stage, region, replica, backup }: StageConfig): Check {
  return {
    name: 'records table',
    when: 'after',
    ask: async (world) => {
      const facts = await world.table(region, servedTableName(stage));
      const wanted = replica?.consistency ?? 'eventual';
      const there = replica
        ? facts?.replicas.some((one) => one.region === replica.region && one.active) === true
        : true;
      const guarded = backup === undefined || facts?.deletionProtection === true;
      return {
        ok: facts !== undefined && facts.consistency === wanted && there && guarded,
        found: facts
          ? `consistency ${facts.consistency}, replica ${there ? 'active' : 'not active'}, ${guarded ? 'guarded' : 'not guarded'} against deletion`
          : 'not there',
        todo: `Deploy banli-${stage}-data. A table that holds data can no longer be given a replica with strong consistency: then it has to be made anew.`,
      };
    },
  };
}

function edge({ edge, stage }: StageConfig, now: string): readonly Check[] {
  if (edge === undefined) return [];
  return [
    {
      name: 'domain',
      when: 'after',
      ask: async (world) => {
        const { leads, certificateUntil = '' } = await world.domain(edge.domain);
        const least = new Date(Date.parse(now) + DAYS_BEFORE_EXPIRY * 86_400_000).toISOString();
        return {
          ok: leads && certificateUntil >= least,
          found: `${edge.domain} ${leads ? 'leads to the edge' : 'leads nowhere'}, certificate ${certificateUntil ? `until ${certificateUntil.slice(0, 10)}` : 'not shown'}`,
          todo: `Have the zone ${edge.zone.name} (${edge.zone.id}) delegated to Route 53, and deploy banli-${stage}-edge; ACM renews by the zone's own record.`,
        };
      },
    },
    {
      name: 'edge’s word',
      when: 'after',
      ask: async (world) => {
        const count = await world.edgeWords();
        return {
          ok: count === 1,
          found: ['none: the API answers nobody', 'one'][count] ?? 'two: a turn was not finished',
          todo: `npm run turn-origin-secret -- --stage ${stage}`,
        };
      },
    },
  ];
}
