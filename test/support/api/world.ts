import { hash } from 'node:crypto';
import { applicationRoutes } from '../../../functions/api/applications/routes.ts';
import { archiveRoutes } from '../../../functions/api/archive/routes.ts';
import { caseRoutes } from '../../../functions/api/cases/routes.ts';
import { fileRoutes } from '../../../functions/api/files/routes.ts';
import { guideRoutes } from '../../../functions/api/guides/routes.ts';
import { operationRoutes } from '../../../functions/api/operations/routes.ts';
import { outsideRoutes } from '../../../functions/api/outside/routes.ts';
import { peopleRoutes } from '../../../functions/api/people/routes.ts';
import { proofRoutes } from '../../../functions/api/proofs/routes.ts';
import { receiptRoutes } from '../../../functions/api/receipts/routes.ts';
import { signInRoutes } from '../../../functions/api/sign-in/routes.ts';
import { staffSignInRoutes } from '../../../functions/api/staff-sign-in/routes.ts';
import { statusRoutes } from '../../../functions/api/status/routes.ts';
import { trackingRoutes } from '../../../functions/api/tracking/routes.ts';
import { verificationRoutes } from '../../../functions/api/verification/routes.ts';
import { describeApi } from '../../../functions/http/contract/index.ts';
import description from '../../../functions/http/openapi.gen.json' with { type: 'json' };
import { route } from '../../../functions/http/route.ts';
import type { References } from '../../../functions/use-cases/cases/references.ts';
import { MemoryDigests, MemoryReceipts, memorySigner } from '../fakes/memory-proof.ts';
import type { CaseStory } from '../given/case-story.ts';
import { makeSigningKey, sha256Bytes } from '../given/proof.ts';
import { makeGateway } from './gateway.ts';
import { MemoryLists } from './memory-lists.ts';
import {
  MemoryColleagues,
  MemoryDocuments,
  MemoryLogins,
  MemoryTransient,
  memoryArchive,
  memoryBlindIndex,
  memoryCustomerSignIn,
  memoryOperations,
  memoryStaffProvider,
  memoryStaffSignIn,
} from './memory-ports.ts';

/** The whole API in one process over one story's table: what is behind it is memory, all else is what is deployed. */
export function makeWorld(story: CaseStory) {
  const { kernel, store, reference } = story;
  let ids = 0;
  const references: References = {
    serviceInForce: async (id) =>
      id === reference.service.id ? { service: reference.service, version: 1 } : undefined,
    serviceAt: async (id, version) =>
      id === reference.service.id && version === 1 ? { service: reference.service, version } : undefined,
    ofCase: async () => reference,
    forCommand: async (_state, more = {}) => ({ ...reference, ...more }),
  };
  const logins = new MemoryLogins();
  const colleagues = new MemoryColleagues();
  const documents = new MemoryDocuments();
  const transient = new MemoryTransient();
  const proof = {
    digests: new MemoryDigests(),
    receipts: new MemoryReceipts(),
    signer: memorySigner(makeSigningKey()),
    timeZone: 'Asia/Shanghai',
    sha256: sha256Bytes,
  };
  const ports = {
    ...{ kernel, store, references, logins, colleagues, documents },
    hall: 'hall-1',
    lists: new MemoryLists(store),
    drafts: store,
    access: store,
    ...memoryOperations,
    archive: memoryArchive,
    copies: { linkCopy: async () => 'https://files.example.org/issued' },
    blindIndex: memoryBlindIndex,
    signIn: memoryCustomerSignIn,
    proofs: transient,
    rateLimits: transient,
    sha256: (bytes: string | Uint8Array) => hash('sha256', bytes),
    randomInt: (below: number) => ids % below,
    contentChecked: true,
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
  };
  const routes = {
    guides: guideRoutes(ports),
    'sign-in': signInRoutes(ports),
    'staff-sign-in': staffSignInRoutes({ ...ports, signIn: memoryStaffSignIn, provider: undefined }),
    applications: applicationRoutes(ports),
    files: fileRoutes(ports),
    tracking: trackingRoutes(ports),
    verification: verificationRoutes(ports),
    cases: caseRoutes(ports),
    people: peopleRoutes({ ...ports, signIn: memoryStaffSignIn, provider: memoryStaffProvider }),
    archive: archiveRoutes(ports),
    operations: operationRoutes(ports),
    status: statusRoutes(ports),
    proofs: proofRoutes(proof),
    receipts: receiptRoutes({ ...ports, proof }),
    outside: outsideRoutes(ports),
    description: [route(describeApi, async () => ({ answer: description }))],
  };
  return { ...ports, transient, story, call: makeGateway(routes, story.now) };
}

export type World = ReturnType<typeof makeWorld>;
