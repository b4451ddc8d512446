import { randomInt } from 'node:crypto';
import { ulid } from 'ulid';
import { configured } from '../config.ts';
import { makeBlindIndex, makeIndexVersions, makeKernel } from './kernel.ts';

/** What customers' applications work with. */
export function makeApplications() {
  const kernel = makeKernel();
  return {
    ...kernel,
    blindIndex: makeBlindIndex(kernel.kms, makeIndexVersions(kernel)),
    newId: () => ulid().toLowerCase(),
    randomInt: (below: number) => randomInt(below),
    contentChecked: configured('malwareScan') !== 'guardduty',
  };
}
