import type { ServiceDocument } from '../../../../functions/domain/catalogue/service.ts';

export type FileProblem = 'wrong-type' | 'too-large' | 'empty' | 'too-many';

/** What is plainly wrong with a chosen file, before it is sent [U12]; the server looks at its content. */
export function fileProblem(
  file: Pick<File, 'name' | 'type' | 'size'>,
  { mediaTypes, maxBytes }: Pick<ServiceDocument, 'mediaTypes' | 'maxBytes'>,
  { count, most }: { count: number; most: number },
): FileProblem | undefined {
  if (count >= most) return 'too-many';
  if (!mediaTypes.some((type) => type === mediaTypeOf(file))) return 'wrong-type';
  if (file.size === 0) return 'empty';
  return file.size > maxBytes ? 'too-large' : undefined;
}

const ENDINGS: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/** Some systems give no type; then the name's ending says it. */
export function mediaTypeOf({ name, type }: Pick<File, 'name' | 'type'>): string {
  if (type !== '') return type;
  return ENDINGS[name.split('.').pop()?.toLowerCase() ?? ''] ?? '';
}
