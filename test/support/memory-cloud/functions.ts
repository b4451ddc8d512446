import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENT } from '../../../functions/environment.ts';

const ROOT = join(import.meta.dirname, '../../../functions');

/** Every deployed function, by its folder: what lies here is what is deployed. */
export const FUNCTION_FOLDERS: readonly string[] = ['api', 'workflow', 'events'].flatMap((part) =>
  readdirSync(join(ROOT, part), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${part}/${name}`),
);

export type Handlers = ReadonlyMap<string, (event: unknown, context: unknown) => Promise<never>>;

const CONFIGURATION: Partial<Record<keyof typeof ENVIRONMENT, string>> = {
  recordsTable: 'records',
  transientTable: 'transient',
  stateMachine: 'arn:aws:states:local:1:stateMachine:case',
  parkedQueue: 'https://sqs.ap-northeast-1.amazonaws.com/1/parked',
  dueQueue: 'https://sqs.ap-northeast-1.amazonaws.com/1/perform-due',
  documentsBucket: 'documents',
  archiveBucket: 'archive',
  digestsBucket: 'digests',
  portalUrl: 'https://banli.example.org',
  hotline: '12345',
  timeZone: 'Asia/Shanghai',
  halls: 'hall-1',
  region: 'ap-northeast-1',
  homeRegion: 'ap-northeast-1',
  malwareScan: 'content-check',
  edge: 'none',
  backupVault: 'none',
  smsGateway: 'sns',
  staffProvider: 'none',
  archiveLock: 'COMPLIANCE',
};

/** Gives this process the configuration of a deployed function; before anything reads it. */
export function takeConfiguration(): void {
  for (const [name, variable] of Object.entries(ENVIRONMENT)) {
    process.env[variable] = CONFIGURATION[name as keyof typeof ENVIRONMENT] ?? name;
  }
  Object.assign(process.env, {
    AWS_REGION: 'ap-northeast-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
  });
  delete process.env.AWS_ENDPOINT_URL;
}

export async function loadFunctions(): Promise<Handlers> {
  const loaded = await Promise.all(
    FUNCTION_FOLDERS.map(async (folder) => {
      const { handler } = await import(join(ROOT, folder, 'index.ts'));
      return [folder, handler] as const;
    }),
  );
  return new Map(loaded);
}
