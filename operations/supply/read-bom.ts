import * as z from 'zod/mini';

const bom = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  components: z
    .array(
      z.looseObject({ name: z.string(), version: z.string(), licenses: z.optional(z.array(z.unknown())) }),
    )
    .check(z.minLength(1)),
});

/** Throws when the text is no bill of materials, or an empty one. */
export function readBom(text: string): { components: number; withoutLicence: readonly string[] } {
  const { components } = bom.parse(JSON.parse(text));
  const without = components.filter(({ licenses }) => licenses === undefined || licenses.length === 0);
  return { components: components.length, withoutLicence: without.map(({ name }) => name) };
}
