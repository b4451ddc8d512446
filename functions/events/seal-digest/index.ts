/**
 * Triggered each night, and by an operator, who may say from which day (the first digest ever) or look further back for
 * what came late (after a region has returned). Two rounds at once, or one that dies half-way, are harmless: a digest is
 * put if absent, and days are sealed one after another.
 */
import * as z from 'zod/mini';
import { makeProof } from '../../container/proof.ts';
import { makeRecords } from '../../container/records.ts';
import { log, startLog } from '../../log.ts';
import { type SealedDay, sealDigests } from '../../use-cases/proof/seal-digests.ts';
import { whenActive } from '../when-active.ts';

const records = makeRecords();
const { activeRegion, leftOvers: checkpoints } = records;
const proof = makeProof(records);
const asked = z.object({
  from: z.exactOptional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  lookBackDays: z.exactOptional(z.int().check(z.gte(0))),
});

export const handler = whenActive(activeRegion, seal, []);

async function seal(event: unknown): Promise<readonly SealedDay[]> {
  startLog({});
  const round = asked.safeParse(event);
  const now = new Date().toISOString();
  const sealed = await sealDigests({ ...proof, checkpoints }, now, round.success ? round.data : {});
  for (const { day, versions, accesses, late } of sealed) {
    log('SEAL_DIGEST_COMPLETED', { day, versions, accesses, late });
  }
  if (sealed.length === 0) log('SEAL_DIGEST_LEFT');
  return sealed;
}
