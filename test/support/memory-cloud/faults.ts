import { Crash } from '../fakes/faults.ts';
import type { Invocation } from './cloud.ts';
import { AwsError, type WireAnswer, type WireCall } from './wire.ts';

/** What happens to one call of one run of a function. */
export interface Fault {
  readonly folder: string;
  readonly kind: FaultKind;
  /** Which call of the run, from 1. */
  readonly number: number;
  readonly strike: (
    invocation: Invocation,
    call: WireCall & { readonly attempt: number },
    effect: () => Promise<WireAnswer>,
  ) => Promise<WireAnswer>;
}

type Strike = Fault['strike'];

function die(invocation: Invocation): never {
  invocation.dead = true;
  invocation.struck = true;
  const crash = new Crash(invocation.folder);
  invocation.die(crash);
  throw crash;
}

function timeOut(): Error {
  return Object.assign(new Error('no answer'), { name: 'TimeoutError' });
}

const strikes = {
  'dies before it': async (invocation) => die(invocation),
  'dies after it': async (invocation, _call, effect) => {
    await effect();
    return die(invocation);
  },
  'is throttled to the end': async (invocation, { service }) => {
    invocation.struck = true;
    throw new AwsError('ThrottlingException', service === 's3' ? 503 : 400);
  },
  'takes effect unheard, and is repeated by the client': async (invocation, { attempt }, effect) => {
    const answer = await effect();
    if (attempt > 1) return answer;
    invocation.struck = true;
    throw timeOut();
  },
  'takes effect and is never heard of': async (invocation, _call, effect) => {
    await effect().catch(() => {});
    invocation.struck = true;
    throw timeOut();
  },
  'fails twice': async (invocation, { attempt }, effect) => {
    if (attempt > 2) return effect();
    invocation.struck = true;
    throw new AwsError('InternalServerError', 500);
  },
  'conflicts with the other region': async (invocation, { service, operation, attempt }, effect) => {
    const writes = service === 'dynamodb' && (operation === 'PutItem' || operation === 'UpdateItem');
    if (!writes || attempt > 1) return effect();
    invocation.struck = true;
    throw new AwsError('ReplicatedWriteConflictException');
  },
} as const satisfies Readonly<Record<string, Strike>>;

export type FaultKind = keyof typeof strikes;
export const FAULT_KINDS = Object.keys(strikes).filter((kind): kind is FaultKind => kind in strikes);

export function faultOf(folder: string, kind: FaultKind, number: number): Fault {
  return { folder, kind, number, strike: strikes[kind] };
}
