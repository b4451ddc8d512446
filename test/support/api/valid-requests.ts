import { givenAnswers } from '../given/answers.ts';
import type { Asked } from './gateway.ts';

export interface Places {
  readonly caseId: string;
  readonly fileId: string;
  readonly personId: string;
  readonly command: string;
  readonly queue: string;
}

const LOGIN = {
  username: 'new.colleague',
  email: 'new@example.org',
  temporaryPassword: 'Not-a-word-1-of-14',
};

/** A well-formed request to each operation; what it is about is given. A new operation needs one. */
export function validRequest(operationId: string, places: Places): Asked {
  const { caseId, fileId, personId, command, queue } = places;
  const ofCase = { params: { caseId } };
  const ofFile = { params: { caseId, fileId } };
  const requests: Readonly<Record<string, Asked>> = {
    describeApi: {},
    listServices: { query: { words: '個體' } },
    readGuide: { params: { serviceId: 'sole-trader-registration' } },
    startSignIn: { body: { contact: 'li@example.org', idTail: '1234', language: 'en' } },
    answerSignIn: { body: { loginId: 'login', session: 'session', code: '123456' } },
    refreshSignIn: { body: { refreshToken: 'token' } },
    startStaffSignIn: { body: { username: 'officer', password: 'password' } },
    answerStaffSignIn: {
      body: { username: 'officer', session: 's', challenge: 'one-time-password', response: '123456' },
    },
    beginAtProvider: {},
    answerFromProvider: { body: { session: 'session', state: 'state', code: 'code' } },
    refreshStaffSignIn: { body: { refreshToken: 'token' } },
    trackCase: { body: { receiptNumber: 'BL26030222222222T', secondFact: '1234' } },
    verifyCertificate: { params: { number: 'GT2026000001' }, query: { code: 'code' } },
    readStatus: {},
    openPapers: { ...ofCase, body: { reason: '查閱歸檔資料' } },
    listDueForDestruction: {},
    listDestructionLists: {},
    draftDestructionList: { body: { caseIds: ['no-such-case'], appraisal: '保存期已滿' } },
    readDestructionList: { params: { listId: 'no-such-list' } },
    giveListCommand: { params: { listId: 'no-such-list', act: 'review' }, body: { seenVersion: 0 } },
    readHealth: {},
    readFigures: {},
    readBackups: {},
    listDrills: {},
    readDrill: { params: { drillId: 'no-such-drill' } },
    planDrill: { body: { subject: 'region', plannedFor: '2026-06-01T01:00:00Z', toDo: ['switch'] } },
    giveDrillCommand: {
      params: { drillId: 'no-such-drill', command: 'start' },
      body: { seenVersion: 0 },
    },
    listFindings: {},
    readFinding: { params: { findingId: 'no-such-finding' } },
    giveFindingCommand: {
      params: { findingId: 'no-such-finding', command: 'mend' },
      body: { seenVersion: 0, reason: '升級了元件' },
    },
    readKeys: {},
    listDigests: {},
    readDigest: { params: { day: '2026-03-02' } },
    linkLeaves: { params: { day: '2026-03-02' } },
    proveInclusion: { params: { day: '2026-03-02', hash: 'a'.repeat(64) } },
    readReceipt: ofCase,
    exportRecord: { params: { kind: 'case', recordId: caseId } },
    caseStatusForOutside: { params: { receiptNumber: 'BL26030222222222T' } },
    readMe: {},
    signOut: {},
    listOwnCases: {},
    beginApplication: { body: { serviceId: 'sole-trader-registration' } },
    readOwnCase: ofCase,
    saveDraft: { ...ofCase, body: { revision: 1, answers: givenAnswers() } },
    offerUpload: {
      ...ofCase,
      body: {
        documentId: 'identity',
        fileName: '掃描.pdf',
        bytes: 1000,
        mediaType: 'application/pdf',
        sha256: 'a'.repeat(64),
      },
    },
    confirmUpload: ofFile,
    removeUpload: ofFile,
    listReaders: ofCase,
    linkCertificate: ofCase,
    giveOwnCommand: { params: { caseId, command }, body: { seenVersion: 0 } },
    readColleague: {},
    changeDuty: { body: { onDuty: true } },
    signOutColleague: {},
    reauthenticate: { body: { password: 'password', code: '123456' } },
    beginProofAtProvider: {},
    proveAtProvider: { body: { session: 'session', state: 'state', code: 'code' } },
    listQueue: { params: { queue } },
    searchCases: { query: { number: 'BL26030222222222T' } },
    readCase: ofCase,
    readHistory: ofCase,
    linkDocument: ofFile,
    giveCaseCommand: { params: { caseId, command }, body: { seenVersion: 0 } },
    enrolColleague: {
      body: {
        ...LOGIN,
        name: '新同事',
        roles: ['reviewer'],
        services: [],
        agreementUntil: '2099-01-01T00:00:00Z',
        trainingUntil: '2099-01-01T00:00:00Z',
      },
    },
    addLogin: { params: { personId }, body: LOGIN },
    changeColleague: { params: { personId, change: 'freeze' } },
  };
  const request = requests[operationId];
  if (request === undefined) throw new Error(`No valid request is written down for ${operationId}`);
  return { key: 'key-12345678', ...request };
}
