import { AsyncLocalStorage } from 'node:async_hooks';
import { vi } from 'vitest';
import { CONSUMERS, type Consumer } from '../../../infra/consumers.ts';
import { Crash } from '../fakes/faults.ts';
import type { Gate } from '../interleave.ts';
import { type AslMachine, caseMachine } from '../machine/definition.ts';
import { Machine } from '../machine/machine.ts';
import type { Fault } from './faults.ts';
import { FUNCTION_FOLDERS, type Handlers } from './functions.ts';
import { serve } from './services.ts';
import { MemoryTable } from './table.ts';
import { AwsError, takeNetwork, type WireAnswer, type WireCall } from './wire.ts';
import { type Answered, Works } from './works.ts';

/** One run of a function: what it has called so far, and what is done to it. */
export interface Invocation {
  readonly folder: string;
  readonly event: unknown;
  readonly calls: { readonly callId: string; readonly name: string; attempts: number }[];
  readonly fault?: Fault;
  readonly die: (reason: Crash) => void;
  dead: boolean;
  /** Whether the fault has struck. */
  struck: boolean;
}

interface StoredObject {
  readonly bytes: Uint8Array;
  readonly version: string;
  readonly note?: string;
}

function nameOf({ service, operation }: WireCall): string {
  return `${service}.${operation}`;
}

const running = new AsyncLocalStorage<Invocation>();

/**
 * The cloud in this process's memory: tables, stream, bus, queues, engine, files, providers, pools. The functions are the
 * deployed ones, entered by their handlers, and reach it through the real clients of the SDK. One piece of work at a
 * time, in a fixed order; the clock stands still but for waiting.
 */
export class MemoryCloud {
  readonly records: MemoryTable;
  readonly transient = new MemoryTable();
  readonly users = new Map<string, Record<string, string>>();
  readonly unknown = new Set<string>();
  readonly works = new Works();
  readonly mails: Record<string, string>[] = [];
  readonly texts: Record<string, string>[] = [];
  readonly answers = new Map<string, Answered>();
  readonly objects = new Map<string, readonly StoredObject[]>();
  readonly arns = {
    stateMachine: 'arn:aws:states:local:1:stateMachine:case',
    execution: 'arn:aws:states:local:1:execution:case',
  };
  machine: Machine;
  /** Which entries of a batch the bus refuses this time. */
  refusesEntry: (n: number) => boolean = () => false;
  /** Calls that fail for as long as it says so. */
  breaks: (call: WireCall) => boolean = () => false;
  /** May hold a call back: other invocations go on meanwhile. */
  gate: (invocation: Invocation, call: WireCall) => Promise<void> = async () => {};
  began: (invocation: Invocation) => void = () => {};
  readonly #handlers: Handlers;
  #armed: Fault | undefined;
  #twice: { readonly folder: string; readonly gate: Gate } | undefined;
  #versions = 0;

  constructor(handlers: Handlers) {
    this.#handlers = handlers;
    this.records = new MemoryTable((item) => {
      if (String(item.sk?.S).startsWith('v#')) this.works.stream(item);
    });
    this.machine = this.#machineOf(caseMachine());
    takeNetwork((call) => this.#answer(call));
  }

  #machineOf(definition: AslMachine): Machine {
    const folders = FUNCTION_FOLDERS.filter((folder) => folder.startsWith('workflow/'));
    const tasks = folders.map((folder) => [
      folder.slice('workflow/'.length),
      (payload: unknown) => this.invoke(folder, payload),
    ]);
    return new Machine(definition, Object.fromEntries(tasks));
  }

  /** The next run of this function, and only that one, is disturbed. */
  arm(fault: Fault): void {
    this.#armed = fault;
  }

  /** The next run of this function happens twice at once, as in two regions, interleaved at their calls. */
  armTwice(folder: string, gate: Gate): void {
    this.#twice = { folder, gate };
  }

  async invoke(folder: string, event: unknown): Promise<never> {
    const twice = this.#twice;
    if (twice?.folder !== folder) return this.#run(folder, event);
    this.#twice = undefined;
    this.gate = twice.gate.pass;
    const run = () => this.#run(folder, event);
    const [first, second] = await twice.gate.interleave([run, run]);
    this.gate = async () => {};
    // Two sources: where either was not done, its own source tries again.
    for (const one of [first, second]) if (one?.status === 'rejected') throw one.reason;
    return (first as PromiseFulfilledResult<never>).value;
  }

  /** Runs a function; rejects with what it threw, or when it was killed. */
  async #run(folder: string, event: unknown): Promise<never> {
    const handler = this.#handlers.get(folder);
    if (handler === undefined) throw new Error(`No function ${folder}`);
    const fault = this.#armed?.folder === folder ? this.#armed : undefined;
    if (fault !== undefined) this.#armed = undefined;
    const death = Promise.withResolvers<never>();
    death.promise.catch(() => {});
    const invocation: Invocation = {
      ...{ folder, event, calls: [], die: death.reject, dead: false, struck: false },
      ...(fault !== undefined && { fault }),
    };
    this.began(invocation);
    const run = running.run(invocation, async () => handler(structuredClone(event), {}));
    run.catch(() => {});
    return Promise.race([run, death.promise]);
  }

  async #answer(call: WireCall): Promise<WireAnswer> {
    const invocation = running.getStore();
    if (invocation === undefined) return serve(this, call);
    await this.gate(invocation, call);
    if (invocation.dead) throw new Crash(invocation.folder);
    let at = invocation.calls.findIndex(({ callId }) => callId === call.callId);
    if (at < 0) at = invocation.calls.push({ callId: call.callId, name: nameOf(call), attempts: 0 }) - 1;
    const attempt = ++(invocation.calls[at] as { attempts: number }).attempts;
    if (this.breaks(call)) throw new AwsError('InternalServerError', 500);
    const { fault } = invocation;
    if (fault === undefined || at + 1 !== fault.number) return serve(this, call);
    return fault.strike(invocation, { ...call, attempt }, () => serve(this, call));
  }

  enqueue(queue: string, body: string): void {
    this.works.queue(queue, body);
  }

  /** An event of our bus goes to the queue of every consumer whose rule takes it. */
  route({ DetailType, Detail }: { readonly DetailType: string; readonly Detail: string }): void {
    const detail = JSON.parse(Detail);
    for (const [name, { pattern }] of Object.entries<Consumer>(CONSUMERS)) {
      const kinds = pattern?.detail?.kind;
      if (pattern?.detailType?.includes(DetailType) !== true) continue;
      if (kinds !== undefined && !kinds.includes(detail.kind)) continue;
      this.enqueue(name, JSON.stringify({ 'detail-type': DetailType, detail }));
    }
  }

  /** SES takes a mail and reports, as the topic would, that it arrived; or, to an address "bounce…", that it did not. */
  takeMail(form: Record<string, string>): string {
    const id = `mail-${this.mails.length + 1}`;
    const to = String(form['Destination.ToAddresses.member.1']);
    const tag = String(form['Tags.member.1.Value']);
    this.mails.push({ id, to, tag, text: String(form['Message.Body.Text.Data']) });
    const mail = { messageId: id, tags: { 'banli-message': [tag] } };
    const eventType = to.startsWith('bounce') ? 'Bounce' : 'Delivery';
    this.enqueue('delivery-report', JSON.stringify({ eventType, mail }));
    return id;
  }

  takeText(form: Record<string, string>): string {
    if (String(form.PhoneNumber).endsWith('0000')) throw new AwsError('InvalidParameter');
    const id = `sms-${this.texts.length + 1}`;
    this.texts.push({ id, to: String(form.PhoneNumber), text: String(form.Message) });
    return id;
  }

  putObject(place: string, bytes: Uint8Array, note?: string): string {
    this.#versions += 1;
    const version = `object-${this.#versions}`;
    const stored: StoredObject = { bytes, version, ...(note !== undefined && { note }) };
    this.objects.set(place, [...(this.objects.get(place) ?? []), stored]);
    return version;
  }

  object(place: string, version?: string): StoredObject {
    const versions = this.objects.get(place) ?? [];
    const found = version ? versions.find((one) => one.version === version) : versions.at(-1);
    if (found === undefined) throw new AwsError('NoSuchKey', 404);
    return found;
  }

  wait(milliseconds: number): void {
    if (!Number.isFinite(milliseconds)) throw new RangeError('No such time');
    vi.setSystemTime(Date.now() + milliseconds);
  }
}
