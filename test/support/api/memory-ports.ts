import { createHmac } from 'node:crypto';
import type { Session } from '../../../functions/domain/people/session.ts';
import type { ActiveRegion } from '../../../functions/ports/active-region.ts';
import type { Alarms } from '../../../functions/ports/alarms.ts';
import type { ArchiveReader } from '../../../functions/ports/archive.ts';
import type { Backups } from '../../../functions/ports/backups.ts';
import type { Colleagues } from '../../../functions/ports/colleagues.ts';
import type { CleanFile, Documents, FileKey } from '../../../functions/ports/documents.ts';
import type { Figures } from '../../../functions/ports/figures.ts';
import type { Logins } from '../../../functions/ports/logins.ts';
import type { BlindIndex } from '../../../functions/ports/record-keys.ts';
import type { CustomerSignIn, StaffSignIn } from '../../../functions/ports/sign-in.ts';
import type { StaffProvider } from '../../../functions/ports/staff-provider.ts';
import type { Proofs, RateLimits } from '../../../functions/ports/transient.ts';

const mac = (text: string) => createHmac('sha256', 'for this test').update(text).digest('hex');

export class MemoryLogins implements Logins {
  readonly links = new Map<string, string>();
  readonly begun = new Map<string, true>();

  async personOf(issuer: string, subject: string) {
    const login = `${issuer}|${subject}`;
    const personId = this.links.get(login);
    return personId === undefined ? undefined : { personId, begun: this.begun.has(login) };
  }

  async link(issuer: string, subject: string, personId: string) {
    const known = this.links.get(`${issuer}|${subject}`) ?? personId;
    this.links.set(`${issuer}|${subject}`, known);
    return known;
  }

  async noteBegun(issuer: string, subject: string) {
    this.begun.set(`${issuer}|${subject}`, true);
  }
}

export class MemoryColleagues implements Colleagues {
  readonly sessions = new Map<string, Session>();

  async session(personId: string) {
    return this.sessions.get(personId);
  }

  async keepSession(session: Session) {
    const held = this.sessions.get(session.personId);
    if (held === undefined || held.source <= session.source) this.sessions.set(session.personId, session);
  }

  async inHall(hall: string) {
    return [...this.sessions.values()].filter((one) => one.hall === hall);
  }
}

export const memoryBlindIndex: BlindIndex = {
  macs: async (fields) =>
    Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [field, `k1:${mac(`${field}|${value}`)}`]),
    ),
  findable: async (field, value) => [`k1:${mac(`${field}|${value}`)}`],
  claimMac: async (what, value) => mac(`${what}|${value}`),
};

/** Proofs and limits; a limit that is never reached unless a test counts. */
export class MemoryTransient implements Proofs, RateLimits {
  readonly proved = new Map<string, number>();
  readonly counts = new Map<string, number>();

  async keepProof(personId: string, untilEpochSeconds: number) {
    this.proved.set(personId, untilEpochSeconds);
  }

  async isProved(personId: string, now: string) {
    return (this.proved.get(personId) ?? 0) * 1000 > Date.parse(now);
  }

  async count(what: string, who: string) {
    const key = `${what}|${who}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    return this.counts.get(key) ?? 0;
  }
}

/** Files that arrived, by case and file; links say what they open. */
export class MemoryDocuments implements Documents {
  readonly files = new Map<string, { bytes: Uint8Array; note: string }>();

  async offerUpload({ caseId, fileId, note }: FileKey & { readonly note: string }) {
    return { url: `https://files.example.org/${caseId}/${fileId}`, fields: { note } };
  }

  async arrived({ caseId, fileId }: FileKey) {
    const file = this.files.get(`${caseId}/${fileId}`);
    return file && { bytes: file.bytes.byteLength, objectVersion: 'v1', note: file.note };
  }

  async readQuarantined({ caseId, fileId }: FileKey) {
    return this.files.get(`${caseId}/${fileId}`)?.bytes ?? new Uint8Array();
  }

  async verdict() {
    return undefined;
  }

  async release() {
    return 'clean-1';
  }

  async readClean({ caseId, fileId }: FileKey) {
    return this.files.get(`${caseId}/${fileId}`)?.bytes ?? new Uint8Array();
  }

  async link({ caseId, fileId, cleanVersion }: CleanFile) {
    return `https://files.example.org/${caseId}/${fileId}?versionId=${cleanVersion}`;
  }
}

export const memoryArchive: ArchiveReader = {
  papers: async (caseId) => [{ key: `${caseId}/paper.pdf`, version: 'v1', bytes: 1000 }],
  link: async ({ key, version }) => `https://archive.example.org/${key}?versionId=${version}`,
};

/** A system in which all is well and nothing was counted yet. */
export const memoryOperations: {
  alarms: Alarms;
  backups: Backups;
  figures: Figures;
  activeRegion: ActiveRegion;
} = {
  alarms: { ringing: async () => [] },
  backups: { facts: async () => undefined },
  figures: { entriesOf: async () => [], keepHour: async () => {}, hour: async () => undefined },
  activeRegion: { mayAct: async () => true },
};

const refused = { step: 'refused', refusal: { kind: 'wrong-password' } } as const;

export const memoryStaffSignIn: StaffSignIn = {
  start: async () => refused,
  answer: async () => refused,
  refresh: async () => undefined,
  signOut: async () => {},
  enrol: async ({ username }) => ({ issuer: 'staff', subject: username }),
};

export const memoryCustomerSignIn: CustomerSignIn = {
  start: async () => ({ session: 'session' }),
  answer: async () => ({ signedIn: false, refusal: { kind: 'wrong-code' } }),
  refresh: async () => undefined,
  signOut: async () => {},
};

/** A provider at which nobody has been yet. */
export const memoryStaffProvider: StaffProvider = {
  begin: async () => ({ address: 'https://identity.example.org/authorize', session: 'session' }),
  finish: async () => ({ step: 'refused', refusal: { kind: 'not-signed-in' } }),
  beginProof: async () => ({ address: 'https://identity.example.org/authorize', session: 'session' }),
  prove: async () => undefined,
};
