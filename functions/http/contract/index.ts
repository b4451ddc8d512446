import * as z from 'zod/mini';
import { defineOperation, TAKES_NOTHING } from '../define-operation.ts';
import type { AnyOperation } from '../operation.ts';
import { applications } from './applications.ts';
import { archive } from './archive.ts';
import { cases } from './cases.ts';
import { files } from './files.ts';
import { guides } from './guides.ts';
import { operations, status } from './operations.ts';
import { people } from './people.ts';
import { proofs, receipts } from './proofs.ts';
import { signIn, staffSignIn } from './sign-in.ts';
import { outside, tracking, verification } from './tracking.ts';

export const describeApi = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'describeApi',
  summary: 'This description (OpenAPI 3.1)',
  audience: 'public',
  method: 'GET',
  path: '/openapi.json',
  answer: z.record(z.string(), z.unknown()),
});

/** The API, by capability: each is one function of functions/api, and each operation one route. */
export const API_CONTRACT: Readonly<Record<string, readonly AnyOperation[]>> = {
  guides,
  'sign-in': signIn,
  'staff-sign-in': staffSignIn,
  applications,
  files,
  tracking,
  verification,
  cases,
  archive,
  people,
  proofs,
  receipts,
  outside,
  status,
  operations,
  description: [describeApi],
};
