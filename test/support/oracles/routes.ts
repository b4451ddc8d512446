import { type AskedFor, type Asking, oracleMayGive, oracleMayRead } from './permissions.ts';

/**
 * Who gets what from each route, written down a second time by hand from the design (8: people and permission; 9) and
 * the policy (2.2, 7.1.3, 7.2), and not from the code. A route that has no row here fails its test.
 */
type Row =
  | { readonly for: 'anyone' }
  | { readonly for: 'machines' }
  | {
      readonly for: 'customers';
      readonly on?: 'own-case' | 'own-receipt' | 'own-certificate' | 'own-command';
    }
  | {
      readonly for: 'colleagues';
      /** May be asked by who is not on duty. */
      readonly offDuty?: true;
      readonly on?:
        | 'case-of-the-hall'
        | 'command'
        | 'queue'
        | 'audit'
        | 'filed-papers'
        | 'colleague-of-the-hall'
        | keyof typeof ROLES_FOR;
      /** The record that the test asks for is not there: who may ask is told so. */
      readonly missing?: true;
    };

const ROLES_FOR = {
  administration: ['administrator'],
  destruction: ['archivist', 'back-office', 'supervisor', 'approver'],
  'reviewing-destruction': ['supervisor', 'approver'],
  'seeing-operations': ['supervisor', 'administrator', 'auditor'],
  'running-operations': ['supervisor', 'administrator'],
} as const;

export const ROUTES: Readonly<Record<string, Row>> = {
  describeApi: { for: 'anyone' },
  listServices: { for: 'anyone' },
  readGuide: { for: 'anyone' },
  startSignIn: { for: 'anyone' },
  answerSignIn: { for: 'anyone' },
  refreshSignIn: { for: 'anyone' },
  startStaffSignIn: { for: 'anyone' },
  answerStaffSignIn: { for: 'anyone' },
  refreshStaffSignIn: { for: 'anyone' },
  beginAtProvider: { for: 'anyone' },
  answerFromProvider: { for: 'anyone' },
  trackCase: { for: 'anyone' },
  verifyCertificate: { for: 'anyone' },
  readStatus: { for: 'anyone' },
  readKeys: { for: 'anyone' },
  listDigests: { for: 'anyone' },
  readDigest: { for: 'anyone' },
  linkLeaves: { for: 'anyone' },
  proveInclusion: { for: 'anyone' },
  caseStatusForOutside: { for: 'machines' },
  readMe: { for: 'customers' },
  signOut: { for: 'customers' },
  listOwnCases: { for: 'customers' },
  beginApplication: { for: 'customers' },
  readOwnCase: { for: 'customers', on: 'own-case' },
  saveDraft: { for: 'customers', on: 'own-case' },
  offerUpload: { for: 'customers', on: 'own-case' },
  confirmUpload: { for: 'customers', on: 'own-case' },
  removeUpload: { for: 'customers', on: 'own-case' },
  listReaders: { for: 'customers', on: 'own-case' },
  linkCertificate: { for: 'customers', on: 'own-certificate' },
  readReceipt: { for: 'customers', on: 'own-receipt' },
  giveOwnCommand: { for: 'customers', on: 'own-command' },
  readColleague: { for: 'colleagues', offDuty: true },
  changeDuty: { for: 'colleagues', offDuty: true },
  signOutColleague: { for: 'colleagues', offDuty: true },
  reauthenticate: { for: 'colleagues' },
  beginProofAtProvider: { for: 'colleagues' },
  proveAtProvider: { for: 'colleagues' },
  listQueue: { for: 'colleagues', on: 'queue' },
  searchCases: { for: 'colleagues' },
  readCase: { for: 'colleagues', on: 'case-of-the-hall' },
  readHistory: { for: 'colleagues', on: 'case-of-the-hall' },
  linkDocument: { for: 'colleagues', on: 'case-of-the-hall' },
  giveCaseCommand: { for: 'colleagues', on: 'command' },
  exportRecord: { for: 'colleagues', offDuty: true, on: 'audit' },
  openPapers: { for: 'colleagues', on: 'filed-papers' },
  listDueForDestruction: { for: 'colleagues', on: 'destruction' },
  listDestructionLists: { for: 'colleagues', on: 'destruction' },
  draftDestructionList: { for: 'colleagues', on: 'destruction' },
  readDestructionList: { for: 'colleagues', on: 'destruction', missing: true },
  giveListCommand: { for: 'colleagues', on: 'reviewing-destruction', missing: true },
  readHealth: { for: 'colleagues', offDuty: true },
  readFigures: { for: 'colleagues', offDuty: true, on: 'seeing-operations' },
  readBackups: { for: 'colleagues', offDuty: true, on: 'seeing-operations' },
  listDrills: { for: 'colleagues', offDuty: true, on: 'seeing-operations' },
  readDrill: { for: 'colleagues', offDuty: true, on: 'seeing-operations', missing: true },
  planDrill: { for: 'colleagues', offDuty: true, on: 'running-operations' },
  giveDrillCommand: { for: 'colleagues', offDuty: true, on: 'running-operations', missing: true },
  listFindings: { for: 'colleagues', offDuty: true, on: 'seeing-operations' },
  readFinding: { for: 'colleagues', offDuty: true, on: 'seeing-operations', missing: true },
  giveFindingCommand: { for: 'colleagues', offDuty: true, on: 'running-operations', missing: true },
  enrolColleague: { for: 'colleagues', offDuty: true, on: 'administration' },
  addLogin: { for: 'colleagues', offDuty: true, on: 'colleague-of-the-hall' },
  changeColleague: { for: 'colleagues', offDuty: true, on: 'colleague-of-the-hall' },
};

/** Whose queue each is (3.4, 3.6, 3.7): a supervisor sees all of the hall; an auditor, an archivist, an administrator none. */
export const QUEUES: Readonly<Record<string, readonly string[]>> = {
  intake: ['acceptance-officer', 'supervisor'],
  review: ['reviewer', 'supervisor'],
  approval: ['approver', 'supervisor'],
  making: ['issuer', 'supervisor'],
  issuing: ['back-office', 'supervisor'],
  counter: ['acceptance-officer', 'back-office', 'supervisor'],
  calls: ['acceptance-officer', 'back-office', 'supervisor'],
};

/** From when on a granted case has a certificate to be fetched. */
const HAS_CERTIFICATE = ['result-ready', 'awaiting-collection', 'closed', 'archived'];

export interface Who extends Asking {
  readonly token: 'none' | 'customers' | 'staff' | 'machines';
  /** Why this colleague may do nothing at all now. */
  readonly out?: string;
  readonly onDuty: boolean;
}

export interface Target {
  /** Absent: there is no such record. */
  readonly case?: AskedFor;
  readonly colleagueHall?: string;
  readonly command?: string;
  readonly queue?: string;
}

/** `answered`, or the kind of the refusal; 401 and 404 do not tell why. */
export function oracleAnswer(operationId: string, who: Who, target: Target): string {
  const row = ROUTES[operationId];
  if (row === undefined) throw new Error(`The oracle has no row for ${operationId}`);
  if (row.for === 'anyone') return 'answered';
  if (row.for === 'machines') return who.token === 'machines' ? 'answered' : 'not-signed-in';
  if (row.for === 'customers')
    return who.token === 'customers' ? ofCustomer(row.on, who, target) : 'not-signed-in';
  if (who.token !== 'staff') return 'not-signed-in';
  if (who.out !== undefined) return who.out;
  if (row.offDuty !== true && !who.onDuty) return 'off-duty';
  const said = ofColleague(row.on, who, target);
  return said === 'answered' && row.missing === true ? 'not-found' : said;
}

function ofCustomer(
  on: Extract<Row, { for: 'customers' }>['on'],
  who: Who,
  { case: asked, command = '' }: Target,
): string {
  if (on === undefined) return 'answered';
  // What a file is and that it came is confirmed by its own route, whoever asks for whatever case.
  if (on === 'own-command' && command === 'record-upload') return 'answered';
  if (asked === undefined || !oracleMayRead(who, asked)) return 'not-found';
  if (on === 'own-receipt') return asked.status === 'draft' ? 'not-found' : 'answered';
  if (on === 'own-certificate') return HAS_CERTIFICATE.includes(asked.status) ? 'answered' : 'not-found';
  if (on === 'own-command') return oracleMayGive(who, command, asked) ? 'answered' : 'not-permitted';
  return 'answered';
}

function ofColleague(
  on: Extract<Row, { for: 'colleagues' }>['on'],
  who: Who,
  { case: asked, command = '', queue = '', colleagueHall }: Target,
): string {
  switch (on) {
    case undefined:
      return 'answered';
    case 'queue':
      if (queue === 'mine') return 'answered';
      return who.roles.some((role) => QUEUES[queue]?.includes(role)) ? 'answered' : 'not-permitted';
    case 'colleague-of-the-hall':
      if (!who.roles.includes('administrator')) return 'not-permitted';
      return colleagueHall === who.hall ? 'answered' : 'not-found';
    case 'audit':
      return who.roles.includes('auditor') && asked?.hall === who.hall ? 'answered' : 'not-found';
    case 'case-of-the-hall':
      return asked !== undefined && oracleMayRead(who, asked) ? 'answered' : 'not-found';
    case 'filed-papers':
      if (asked === undefined || !oracleMayRead(who, asked)) return 'not-found';
      return asked.status !== 'archived' || who.roles.includes('archivist') ? 'answered' : 'not-permitted';
    case 'command':
      if (asked === undefined || !oracleMayRead(who, asked)) return 'not-found';
      return oracleMayGive(who, command, asked) ? 'answered' : 'not-permitted';
    default:
      return who.roles.some((role) => ROLES_FOR[on].some((one) => one === role))
        ? 'answered'
        : 'not-permitted';
  }
}
