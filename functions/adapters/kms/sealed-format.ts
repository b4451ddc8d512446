import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { RecordRef } from '../../domain/record/version.ts';
import { type RecordKey, SealBroken, type SealedPart } from '../../ports/record-keys.ts';

/**
 * The sealed format, version 1: one byte 0x01 · IV (12 bytes, random) · tag (16) · AES-256-GCM of the deflated
 * UTF-8 text. Additional authenticated data: kind, id and the part with its position, so that no seal opens in
 * another place. At most 2³² seals under one data key (a key is one record's own).
 */
const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + IV_BYTES + TAG_BYTES;
/** A sealed part is at most 32 KB compressed; what inflates beyond this is no text of ours. */
const MOST_TEXT_BYTES = 8 * 1024 * 1024;

export function recordKeyFrom(ref: RecordRef, dataKey: Uint8Array): RecordKey {
  const macKey = Buffer.from(hkdfSync('sha256', dataKey, new Uint8Array(), 'banli/body-mac', 32));
  return {
    seal(part, text) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', dataKey, iv).setAAD(aad(ref, part));
      const sealed = Buffer.concat([cipher.update(deflateRawSync(text)), cipher.final()]);
      return new Uint8Array(Buffer.concat([Buffer.of(FORMAT), iv, cipher.getAuthTag(), sealed]));
    },
    open(part, sealed) {
      if (sealed[0] !== FORMAT || sealed.byteLength < HEADER_BYTES) throw new SealBroken('unknown format');
      const iv = sealed.subarray(1, 1 + IV_BYTES);
      const tag = sealed.subarray(1 + IV_BYTES, HEADER_BYTES);
      try {
        const decipher = createDecipheriv('aes-256-gcm', dataKey, iv).setAAD(aad(ref, part)).setAuthTag(tag);
        const deflated = Buffer.concat([decipher.update(sealed.subarray(HEADER_BYTES)), decipher.final()]);
        return inflateRawSync(deflated, { maxOutputLength: MOST_TEXT_BYTES }).toString('utf8');
      } catch (error) {
        throw new SealBroken('sealed for another place, or altered', { cause: error });
      }
    },
    mac: (text) => createHmac('sha256', macKey).update(text).digest('hex'),
  };
}

function aad({ kind, id }: RecordRef, part: SealedPart): Buffer {
  return Buffer.from(JSON.stringify([kind, id, ...Object.entries(part).sort().flat()]));
}
