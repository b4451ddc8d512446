const NAMES: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
};

export function mediaTypeNames(mediaTypes: readonly string[]): string {
  return mediaTypes.map((type) => NAMES[type] ?? type).join(' / ');
}

/** Whole megabytes, as limits are told. */
export function megabytes(bytes: number): number {
  return Math.floor(bytes / 1024 / 1024);
}

/** The size of a file as people read it: 850 KB, 3.2 MB. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
