import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ScannerVerdict } from '../../../functions/domain/papers/scanner-verdict.ts';
import { readVerdict } from '../../../functions/events/inspect-document/read-verdict.ts';
import { inspectDocument } from '../../../functions/use-cases/documents/inspect-document.ts';
import { MemoryDocuments } from '../../support/api/memory-ports.ts';
import { customer, makeCaseStory } from '../../support/given/case-story.ts';

const PDF = '%PDF-1.4\ntrailer<<>>\n%%EOF\n';
const EICAR = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE';

/** A paper that was uploaded and confirmed; the offer was used once more before that, so that it is the second version. */
async function uploaded(
  content: string,
  {
    malwareScan = 'content-check',
    bytes = content.length,
    noted,
  }: {
    malwareScan?: 'guardduty' | 'content-check';
    bytes?: number;
    noted?: ScannerVerdict;
  } = {},
) {
  const story = makeCaseStory();
  await story.done(customer, { type: 'open-draft', hall: 'hall-1', language: 'zh-Hant' });
  await story.done(customer, {
    ...{ type: 'record-upload', fileId: 'f1', documentId: 'identity', fileName: '掃描.pdf' },
    ...{ bytes, mediaType: 'application/pdf', objectVersion: 'second' },
  });
  const released: string[] = [];
  const documents = Object.assign(new MemoryDocuments(), {
    verdict: async () => noted,
    release: async ({ objectVersion }: { objectVersion: string }) => {
      released.push(objectVersion);
      return `clean-of-${objectVersion}`;
    },
  });
  documents.files.set('c1/f1', { bytes: new Uint8Array(Buffer.from(content, 'latin1')), note: '' });
  const inspecting = {
    kernel: story.kernel,
    documents,
    malwareScan,
    references: {
      serviceInForce: async () => undefined,
      serviceAt: async () => undefined,
      ofCase: async () => story.reference,
      forCommand: async () => story.reference,
    },
    sha256: (text: Uint8Array) => hash('sha256', text),
  } as const;
  const inspect = (scanned?: { objectVersion: string; verdict: ScannerVerdict }) =>
    inspectDocument(inspecting, { caseId: 'c1', fileId: 'f1', ...(scanned && { scanned }) }, story.now());
  const file = async () => (await story.current()).state.files[0];
  return { inspect, file, released };
}

describe('[R24] an upload is refused and never released:', () => {
  test.each([
    ['no PDF at all', '<svg onload=alert(1)>', 'file-wrong-content'],
    ['an archive', 'PK\u0003\u0004 a bomb', 'file-wrong-content'],
    ['a PDF and an archive in one', `${PDF}PK\u0005\u0006${'\0'.repeat(18)}`, 'file-wrong-content'],
    ['a PDF with a program behind its end', `${PDF}${'MZ'.repeat(2000)}`, 'file-wrong-content'],
    ['the harmless test virus', `%PDF-1.4\n${EICAR}\n%%EOF`, 'file-infected'],
    ['a PDF behind a password', '%PDF-1.4\ntrailer<</Encrypt 1 0 R>>\n%%EOF', 'file-locked'],
  ])('%s', async (_name, content, reason) => {
    const { inspect, file, released } = await uploaded(content);
    expect(await inspect()).toBe('refused');
    expect(await file()).toMatchObject({ scan: 'refused', scanReason: reason });
    expect(released).toEqual([]);
  });

  test('what is not of the size that was confirmed', async () => {
    const { inspect, file, released } = await uploaded(PDF, { bytes: 5 });
    expect(await inspect()).toBe('refused');
    expect(await file()).toMatchObject({ scanReason: 'file-changed' });
    expect(released).toEqual([]);
  });
});

describe('[R24] where a scanner looks, its word is waited for', () => {
  const guarded = (noted?: ScannerVerdict) =>
    uploaded(PDF, { malwareScan: 'guardduty', ...(noted && { noted }) });

  test('and a word on another version of the same upload says nothing', async () => {
    const { inspect, file, released } = await guarded();
    expect(await inspect()).toBe('waiting');
    expect(await inspect({ objectVersion: 'first', verdict: 'clean' })).toBe('not-ours');
    expect(await file()).toMatchObject({ scan: 'checking' });
    expect(released).toEqual([]);
    expect(await inspect({ objectVersion: 'second', verdict: 'clean' })).toBe('clean');
    expect(released).toEqual(['second']);
    expect(await file()).toMatchObject({ scan: 'clean', cleanVersion: 'clean-of-second' });
  });

  test.each([
    ['threat', 'refused', 'file-infected'],
    ['could-not-scan', 'refused', 'file-not-scannable'],
  ] as const)('which is %s', async (verdict, answer, reason) => {
    const { inspect, file, released } = await guarded();
    expect(await inspect({ objectVersion: 'second', verdict })).toBe(answer);
    expect(await file()).toMatchObject({ scan: 'refused', scanReason: reason });
    expect(released).toEqual([]);
  });

  test('and found on the object when it came before the upload was confirmed', async () => {
    const { inspect, released } = await guarded('clean');
    expect(await inspect()).toBe('clean');
    expect(released).toEqual(['second']);
  });

  test('which names the version it scanned', () => {
    const event = {
      source: 'aws.guardduty',
      detail: {
        s3ObjectDetails: { bucketName: 'b', objectKey: 'quarantine/c1/f1', eTag: 'e', versionId: 'second' },
        scanResultDetails: { scanResultStatus: 'NO_THREATS_FOUND' },
      },
    };
    const scanned = { objectVersion: 'second', verdict: 'clean' };
    expect(readVerdict(event)).toEqual({ caseId: 'c1', fileId: 'f1', scanned });
  });
});
