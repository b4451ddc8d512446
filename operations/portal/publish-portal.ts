import { isNamedByContent, type PortalFile } from './portal-file.ts';

/** What was published when: its pages may be open in tabs until long after the next. */
export interface Release {
  readonly at: string;
  /** The files its pages name. */
  readonly assets: readonly string[];
}

/** The bucket of one region from which the edge serves the portal. */
export interface PortalPlace {
  readonly region: string;
  /** Names of all assets that are there. */
  assets(): Promise<readonly string[]>;
  put(file: PortalFile): Promise<void>;
  remove(assets: readonly string[]): Promise<void>;
  /** In the order of time. */
  releases(): Promise<readonly Release[]>;
  note(release: Release): Promise<void>;
}

export interface Publishing {
  readonly files: readonly PortalFile[];
  readonly places: readonly PortalPlace[];
  readonly now: string;
  readonly say: (line: string) => void;
}

/** A tab that was opened on a release still finds its parts for so long after the next one. */
const KEPT_DAYS = 30;

/**
 * Puts a build into the portal's bucket of each region: first, everywhere, what pages name, then the pages. So a page is
 * never there before its parts, whichever region the edge asks. Broken off it is run again: it puts what is missing.
 */
export async function publishPortal({ files, places, now, say }: Publishing): Promise<void> {
  const assets = files.filter(({ name }) => isNamedByContent(name));
  const release = { at: now, assets: assets.map(({ name }) => name) };
  for (const place of places) {
    const there = new Set(await place.assets());
    const missing = assets.filter(({ name }) => !there.has(name));
    await Promise.all(missing.map((file) => place.put(file)));
    say(`  ${place.region}: ${missing.length} of ${assets.length} parts were new.`);
  }
  const fresh = files.filter(({ name }) => !isNamedByContent(name));
  const pages = fresh.filter(({ name }) => name.endsWith('.html'));
  for (const place of places) {
    await place.note(release);
    for (const file of [...fresh.filter((one) => !pages.includes(one)), ...pages]) await place.put(file);
    const open = new Set(stillOpen(await place.releases(), now).flatMap((one) => one.assets));
    const over = (await place.assets()).filter((name) => !open.has(name));
    await place.remove(over);
    say(
      `  ${place.region}: ${fresh.length} pages and settings put, ${over.length} parts of old ones removed.`,
    );
  }
}

/** The release that is served, and those that were until less than the kept days ago. */
function stillOpen(releases: readonly Release[], now: string): readonly Release[] {
  const least = new Date(Date.parse(now) - KEPT_DAYS * 86_400_000).toISOString();
  return releases.filter((_, at) => (releases[at + 1]?.at ?? now) >= least);
}
