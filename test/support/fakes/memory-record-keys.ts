import { randomBytes } from 'node:crypto';
import { recordKeyFrom } from '../../../functions/adapters/kms/sealed-format.ts';
import type { RecordRef } from '../../../functions/domain/record/version.ts';
import type { RecordKeys } from '../../../functions/ports/record-keys.ts';

/** Data keys without a key service: the real sealed format, and an encryption context that is checked. */
export function makeMemoryRecordKeys(): RecordKeys & { readonly opened: () => number } {
  const known = new Map<string, { key: Uint8Array; context: string }>();
  let opened = 0;
  const context = ({ kind, id }: RecordRef) => `${kind}/${id}`;
  return {
    opened: () => opened,
    async create(ref) {
      const key = randomBytes(32);
      const wrapped = new Uint8Array(randomBytes(48));
      known.set(Buffer.from(wrapped).toString('hex'), { key, context: context(ref) });
      return { key: recordKeyFrom(ref, key), wrapped };
    },
    async open(ref, wrapped) {
      opened += 1;
      const kept = known.get(Buffer.from(wrapped).toString('hex'));
      if (kept === undefined || kept.context !== context(ref)) throw new Error('InvalidCiphertextException');
      return recordKeyFrom(ref, kept.key);
    },
  };
}
