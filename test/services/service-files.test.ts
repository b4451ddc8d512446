import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { schemaOf } from '../../functions/domain/catalogue/answer-schema.ts';
import { publishingRefusals } from '../../functions/domain/catalogue/publishing-refusals.ts';
import { readService } from '../../functions/domain/catalogue/read-service.ts';
import { service as parsed } from '../../functions/domain/catalogue/service.ts';
import { allQuestions } from '../../functions/domain/catalogue/visible-questions.ts';
import { simplify } from '../../functions/domain/text/simplify.ts';
import { serviceFileSchema } from '../../services/schema.ts';
import { changed, type Path, pathsIn } from '../support/given/broken.ts';

const folder = join(import.meta.dirname, '../../services');
const read = (name: string): Record<string, unknown> => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'service.schema.json');
/** Strict: an unknown keyword or a format nobody checks is a fault of the schema. */
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
ajv.addFormat('email', true).addFormat('date', true);

interface Said {
  readonly path: string;
  readonly 'zh-Hant': string;
  readonly 'zh-Hans': string;
  readonly en: string;
}

/** Every text in three languages, with where it stands. */
function textsIn(value: unknown, path = ''): readonly Said[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh-Hant' in value) return [{ path, ...(value as Omit<Said, 'path'>) }];
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, `${path}/${key}`));
}

test('the published JSON Schema is made from the one the product parses with', () => {
  expect(read('service.schema.json')).toEqual(JSON.parse(JSON.stringify(serviceFileSchema())));
});

describe.each(files)('%s', (name) => {
  const file = read(name);
  const service = readService(file);
  const texts = textsIn(service);

  test('is named by its service, can be published outside prod, and in prod only once it was verified [1.3.1]', () => {
    expect(name).toBe(`${service.id}.json`);
    expect(publishingRefusals(file, 'dev')).toEqual([]);
    expect(publishingRefusals(file, 'prod').map(({ kind }) => kind)).toEqual(
      service.verifiedOn === null ? ['sample-not-verified'] : [],
    );
  });

  test('keeps to the published JSON Schema, as editors read it', () => {
    const isService = ajv.compile(read('service.schema.json'));
    isService(file);
    expect(isService.errors ?? []).toEqual([]);
    expect(isService({ ...file, fee: undefined, names: {} })).toBe(false);
  });

  test('is refused by the published JSON Schema wherever the parser refuses it', () => {
    const isService = ajv.compile(read('service.schema.json'));
    // One place stands for all that are named alike: whole files are read again for each.
    const alike = (path: Path) => path.filter((part) => typeof part === 'string').join('/');
    const places = [...new Map(pathsIn(service).map((path) => [alike(path), path])).values()];
    expect(places.length).toBeGreaterThan(100);
    const broken = places.flatMap((path) =>
      [undefined, null, 0.5, ''].map((wrong) => ({ path, wrong, file: changed(service, path, wrong) })),
    );
    const judged = broken.map(({ file: one }) => isService(one) === parsed.safeParse(one).success);
    expect(broken.filter((_one, n) => !judged[n]).map(({ path, wrong }) => [path.join('/'), wrong])).toEqual(
      [],
    );
  }, 30_000);

  test('asks questions whose schemas stand a strict reading', () => {
    const simple = allQuestions(service).flatMap((one) => (one.type === 'list' ? one.of : [one]));
    for (const question of simple) expect(() => ajv.compile(schemaOf(question))).not.toThrow();
  });

  test('is written in simplified characters where it says so, and in traditional ones where it says so', () => {
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => simplify(text['zh-Hans']) !== text['zh-Hans'])).toEqual([]);
    expect(
      texts.filter((text) => !/^[\p{Script=Han}\p{P}\p{N}\p{S}\s A-Za-z]+$/u.test(text['zh-Hant'])),
    ).toEqual([]);
    const simplifiedOnly =
      /[个业产们书买东为务动区变号员问处开报时标样类组结给规证设证说该请资车过运这还进选边办]/u;
    expect(texts.filter((text) => simplifiedOnly.test(text['zh-Hant']))).toEqual([]);
  });

  test('says in English what it says, without a Chinese character left over', () => {
    expect(texts.filter(({ en }) => /\p{Script=Han}/u.test(en) || !/[A-Za-z0-9]/.test(en))).toEqual([]);
  });

  test('cites an article, an order or a promise of the house wherever it cites [1.3.1]', () => {
    const cited = texts.filter(({ path }) => /\/legalBasis(\/\d+)?$/.test(path));
    expect(cited.length).toBeGreaterThan(20);
    expect(cited.filter((text) => !/第.+條|第.+號|承諾/.test(text['zh-Hant']))).toEqual([]);
  });

  test('is found by everyday words in both writings and in English [U3]', () => {
    const words = service.everydayWords.join(' ');
    expect(words).toMatch(/\p{Script=Han}/u);
    expect(words).toMatch(/[a-z]{4}/);
    expect(service.everydayWords.length).toBeGreaterThan(5);
  });

  test('shows for every paper who issues it, where, and what a good one shows [U2]', () => {
    for (const { issuedBy, whereToGet, sample } of service.documents) {
      for (const text of [issuedBy, whereToGet, sample]) expect(text.en.length).toBeGreaterThan(3);
    }
  });
});
