import { expect, test } from 'vitest';
import { permissionsOf, synthesized } from './support/stage.ts';

/** What only some stages have: backups and a scanner, sender identities, and links of an edge. */
const OF_SOME_STAGES = /^(backup:|s3:GetObjectVersionTagging$|cloudwatch:|xray:)/;

function actsOf(stage: 'local' | 'dev' | 'prod') {
  return Object.fromEntries(
    [...permissionsOf(synthesized(stage))].map(([folder, statements]) => [
      folder,
      [...new Set(statements.flatMap(({ Action }) => Action))]
        .filter((one) => !OF_SOME_STAGES.test(one))
        .toSorted(),
    ]),
  );
}

test('[R34] what was seen locally holds elsewhere: a function may do the same at every stage', () => {
  const [local, dev, prod] = [actsOf('local'), actsOf('dev'), actsOf('prod')];
  const more = Object.entries(local).flatMap(([folder, acts]) => {
    const there = dev[folder] ?? [];
    const differing = [
      ...acts.filter((act) => !there.includes(act)),
      ...there.filter((act) => !acts.includes(act)),
    ];
    return differing.map((act) => `${folder} ${act}`);
  });
  // Where there is an edge, a function that reads nothing else reads the word by which the edge is known.
  expect(more.filter((one) => !/^api\/\S+ (dynamodb:GetItem|kms:Decrypt)$/.test(one))).toEqual([]);
  expect(prod).toEqual(dev);
});
