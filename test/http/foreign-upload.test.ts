import { beforeEach, expect, test } from 'vitest';
import { operationNamed } from '../support/api/scenes.ts';
import { makeWorld, type World } from '../support/api/world.ts';
import { bringTo, customer, makeCaseStory } from '../support/given/case-story.ts';
import { logLines } from '../support/log-lines.ts';

const mine = { of: 'customers', subject: 'the applicant' } as const;
const theirs = { of: 'customers', subject: 'somebody else' } as const;
let world: World;

/** An upload of the applicant's case c1 that was offered; what is sealed into it says what it is and for whom. */
beforeEach(async () => {
  logLines();
  world = makeWorld(await bringTo('draft', makeCaseStory()));
  await world.logins.link(mine.of, mine.subject, customer.id);
});

async function offered() {
  const body = {
    documentId: 'identity',
    fileName: 'scan.pdf',
    bytes: 4,
    sha256: 'a'.repeat(64),
    mediaType: 'application/pdf',
  };
  const answer = await world.call(operationNamed('offerUpload'), {
    token: mine,
    params: { caseId: 'c1' },
    body,
  });
  expect(answer.status).toBe(201);
  const { fileId, fields } = answer.body;
  return { fileId: String(fileId), note: String(fields.note) };
}

const confirm = (fileId: string, token: typeof mine | typeof theirs = mine) =>
  world.call(operationNamed('confirmUpload'), { token, params: { caseId: 'c1', fileId } });

test('[R24] somebody else’s upload is not there for whoever did not hand it in', async () => {
  const { fileId, note } = await offered();
  world.documents.files.set(`c1/${fileId}`, { bytes: new Uint8Array(4), note });
  expect((await confirm(fileId, theirs)).status).toBe(404);
  expect((await confirm(fileId)).status).toBe(200);
});

test('[R24] what was sealed for another file, or by nobody of ours, has not arrived', async () => {
  const { note } = await offered();
  const { fileId } = await offered();
  for (const foreign of [note, 'AAAA', '']) {
    world.documents.files.set(`c1/${fileId}`, { bytes: new Uint8Array(4), note: foreign });
    const answer = await confirm(fileId);
    expect({ status: answer.status < 500, kind: answer.body.kind }).toEqual({
      status: true,
      kind: 'file-not-arrived',
    });
  }
});
