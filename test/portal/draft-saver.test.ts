import { test as property } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Draft, makeDraftSaver } from '../../portal/customer/account/draft-saver.ts';

const conflict = new Error('conflict');
const offline = new Error('offline');

/** A server that holds one draft under its revision, as the API does. */
function setup(start: Draft = { revision: 0, answers: {} }) {
  let held = start;
  let down = false;
  const server = {
    put: async ({ revision, answers }: Draft) => {
      await Promise.resolve();
      if (down) throw offline;
      if (revision !== held.revision) throw conflict;
      held = { revision: revision + 1, answers };
      return { revision: held.revision };
    },
    load: async () => held,
    isConflict: (error: unknown) => error === conflict,
  };
  return {
    server,
    held: () => held,
    setDown: (now: boolean) => {
      down = now;
    },
  };
}

describe('saving a draft answer by answer', () => {
  test('[U14] a broken line loses nothing that was saved, and the next save carries its own answers', async () => {
    const { server, held, setDown } = setup();
    const saver = makeDraftSaver(server, held());
    await saver.save({ name: 'one' });
    setDown(true);
    await expect(saver.save({ address: 'two' })).rejects.toBe(offline);
    setDown(false);
    await saver.save({ mobile: 'three' });
    expect(held().answers).toEqual({ name: 'one', mobile: 'three' });
  });

  test('another device that saved meanwhile keeps its answers; of one question the last answer stands', async () => {
    const { server, held } = setup();
    const [phone, desk] = [makeDraftSaver(server, held()), makeDraftSaver(server, held())];
    await phone.save({ name: 'from the phone', address: 'from the phone' });
    await desk.save({ address: 'from the desk' });
    expect(held().answers).toEqual({ name: 'from the phone', address: 'from the desk' });
  });

  test('gives up when the draft changes again and again, and says so', async () => {
    const { server } = setup();
    const never = { ...server, put: async () => Promise.reject(conflict) };
    await expect(makeDraftSaver(never, { revision: 0, answers: {} }).save({ a: 'b' })).rejects.toBe(conflict);
  });

  test('an older draft told by a slow answer does not take the place of a newer one', async () => {
    const { server, held } = setup();
    const saver = makeDraftSaver(server, held());
    await saver.save({ name: 'newer' });
    saver.adopt({ revision: 0, answers: {} });
    await saver.save({ address: 'here' });
    expect(held()).toEqual({ revision: 2, answers: { name: 'newer', address: 'here' } });
  });

  property.prop([
    fc.array(fc.tuple(fc.nat(2), fc.constantFrom('a', 'b', 'c'), fc.string({ maxLength: 3 })), {
      maxLength: 12,
    }),
  ])(
    'keeps the last answer of each question, whichever devices give them one after the other',
    async (given) => {
      const { server, held } = setup();
      const savers = [0, 1, 2].map(() => makeDraftSaver(server, held()));
      for (const [device, question, answer] of given) await savers[device]?.save({ [question]: answer });
      const expected = Object.fromEntries(given.map(([, question, answer]) => [question, answer]));
      expect(held().answers).toEqual(expected);
    },
  );

  property.prop([
    fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.string({ maxLength: 3 })), {
      minLength: 1,
      maxLength: 8,
    }),
  ])('saves begun at once land in the order in which they were begun', async (given) => {
    const { server, held } = setup();
    const saver = makeDraftSaver(server, held());
    await Promise.all(given.map(([question, answer]) => saver.save({ [question]: answer })));
    expect(held().answers).toEqual(Object.fromEntries(given));
    expect(held().revision).toBe(given.length);
  });
});
