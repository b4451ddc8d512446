import type { Finding } from '../../functions/domain/proof/findings.ts';
import type { FileReport } from '../../functions/domain/proof/verify-files.ts';

const MEANING: Readonly<Record<Finding['is'], string>> = {
  'unknown-file': 'is none of ours: neither keys, digest, leaves, proof, receipt, record nor certificate',
  'not-as-written': 'is not byte for byte as it was given out',
  'no-key-set':
    'cannot be judged: the published keys are missing (save them from …/public/keys as keys.json)',
  'key-under-a-foreign-name': 'holds a key under a name that is not its own',
  'unknown-key': 'is signed by a key that was never published',
  'signed-outside-validity': 'is signed by a key that was not in use then',
  'signature-wrong': 'bears a signature over something else: what it says was changed',
  'signature-unreadable': 'bears no readable signature',
  'previous-digest-differs': 'does not follow the digest of the day before as it is here',
  'counts-differ': 'counts something else than it names',
  'leaves-differ': 'are not the leaves of that day’s digest',
  'proof-of-another': 'holds the proof of something else',
  'path-leads-elsewhere': 'holds a path that does not lead to the root of the digest',
  'version-changed': 'a version was changed',
  'sealed-part-changed': 'the sealed part of a version was changed',
  'version-missing': 'a version was dropped',
  'version-inserted': 'a version was put in',
  'versions-reordered': 'a version was moved',
  'version-replaced': 'a version was written anew',
  'version-not-in-digest': 'a version stands in no digest of its day',
  'file-changed': 'the file was changed after it was signed',
  'last-line-missing': 'the signed line at the end of the file is missing or was changed',
};

/** One line a file, and one for each thing that is wrong with it. */
export function linesOf({ name, kind, says, findings }: FileReport): readonly string[] {
  const about = says.map((text) => `    ${text}`);
  if (findings.length === 0) return [`✔ ${name} (${kind})`, ...about];
  return [
    `✖ ${name} (${kind})`,
    ...findings.map(({ is, at }) => `    ${MEANING[is]}${at === undefined ? '' : `: ${at}`} [${is}]`),
  ];
}
