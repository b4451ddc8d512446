import { describe, expect, test } from 'vitest';
import { publishingRefusals } from '../../../functions/domain/catalogue/publishing-refusals.ts';
import { changed, type Path, pathsIn } from '../../support/given/broken.ts';
import { givenService } from '../../support/given/service.ts';

const service = givenService();

/** What a service may leave out; everything else must be said. */
const MAY_BE_LEFT_OUT: ReadonlySet<string | number | undefined> = new Set([
  'hint',
  'whyAsked',
  'optional',
  'personal',
  'sensitive',
  'showIf',
  'minAge',
  'notBefore',
  'needsLicence',
  'requiredIf',
  'cutOff',
  'extension',
  'litigation',
]);

/** Whether a refusal names the place, something in it, or the smallest whole that cannot be told without it. */
function names(path: Path, refused: readonly { readonly path: string }[]): boolean {
  const wanted = path.join('/');
  return refused.some(
    (one) =>
      one.path === wanted ||
      one.path.startsWith(`${wanted}/`) ||
      (one.path !== '' && wanted.startsWith(`${one.path}/`)),
  );
}

const paths = pathsIn(service);

// Whole files are read again for each field: on a busy machine that takes its time.
describe('a service file', { timeout: 30_000 }, () => {
  test('has many places to be wrong in', () => {
    expect(paths.length).toBeGreaterThan(500);
    expect(publishingRefusals(service, 'dev')).toEqual([]);
  });

  test('with any field missing is refused, naming the path [R27]', () => {
    const accepted = paths
      .filter((path) => typeof path.at(-1) === 'string' && !MAY_BE_LEFT_OUT.has(path.at(-1)))
      .filter((path) => !names(path, publishingRefusals(changed(service, path, undefined), 'dev')))
      .map((path) => path.join('/'));
    // Without it only what is sensitive is refused, and it is those questions that are named.
    expect(accepted).toEqual(['impactAssessment']);
  });

  test.each([
    ['a thing nobody knows', { nobody: 'knows' }],
    ['nothing', null],
    ['a half', 0.5],
  ])('with %s for any field is refused, naming the path [R27]', (_what, wrong) => {
    const nullable = [
      'verifiedOn',
      'result/validityMonths',
      'retention/rules/0/years',
      'retention/rules/1/years',
      'retention/listApprovedBy',
    ];
    const accepted = paths
      .filter((path) => !names(path, publishingRefusals(changed(service, path, wrong), 'dev')))
      .map((path) => path.join('/'));
    expect(accepted.filter((path) => wrong !== null || !nullable.includes(path))).toEqual([]);
  });

  test.each([undefined, null, 1, 'x', [], {}, { $schema: './service.schema.json' }])(
    'that is %j is refused, never thrown at [R27]',
    (file) => {
      expect(publishingRefusals(file, 'dev').length).toBeGreaterThan(0);
    },
  );
});
