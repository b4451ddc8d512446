import { hash, randomUUID } from 'node:crypto';
import type { RecordRef } from '../../functions/domain/record/version.ts';
import { RECORD_KINDS } from '../../functions/domain/record/version.ts';
import type { Archive } from '../../functions/ports/archive.ts';
import type { CertificatePrinter } from '../../functions/ports/certificate-printer.ts';
import type { FileKey } from '../../functions/ports/documents.ts';
import type { BusEvent, EventBus } from '../../functions/ports/event-bus.ts';
import type { AccessLog } from '../../functions/ports/record-store.ts';
import type { WorkflowEngine } from '../../functions/ports/workflow.ts';
import type { References } from '../../functions/use-cases/cases/references.ts';
import { Crash, type FaultPlan } from './fakes/faults.ts';
import { MemoryLeftOvers } from './fakes/memory-left-overs.ts';
import { memorySigner } from './fakes/memory-proof.ts';
import { MemoryRelayStore } from './fakes/memory-relay-store.ts';
import { MemoryWorkflowItems } from './fakes/memory-workflow-items.ts';
import { makeOutbox } from './fakes/outbox.ts';
import { type CaseStory, makeCaseStory } from './given/case-story.ts';
import { givenColleagues } from './given/colleagues.ts';
import { makeSigningKey } from './given/proof.ts';
import { makeTestKernel } from './kernel.ts';
import { caseMachine } from './machine/definition.ts';
import { Machine, type Tasks } from './machine/machine.ts';
import { makeTasks } from './machine/tasks.ts';

const SIGNING_KEY = makeSigningKey();

/**
 * Everything behind the put, over memory: people give commands to `story` undisturbed, while every call that relay,
 * consumers and tasks make passes one fault line. The state machine is the real definition, run over the real tasks.
 * `beside` another workshop it is a second region: one table, one record of what was sent, and everything else its own.
 */
export function makeWorkshop(
  plan: FaultPlan = {},
  story: CaseStory = makeCaseStory(),
  { region = 'here', beside }: { readonly region?: string; readonly beside?: Workshop } = {},
) {
  const { kernel, line } = makeTestKernel(plan, story.store, story.keys);
  const relayStore: MemoryRelayStore = beside?.relayStore ?? new MemoryRelayStore();
  const workflowItems: MemoryWorkflowItems = beside?.workflowItems ?? new MemoryWorkflowItems();
  const leftOvers = new MemoryLeftOvers(story.store, relayStore, workflowItems);
  const outbox: ReturnType<typeof makeOutbox> = beside?.outbox ?? makeOutbox();
  const printer = makePrinter();
  const archive: ReturnType<typeof makeArchive> = beside ? beside.archiveStore : makeArchive();
  const events: BusEvent[] = [];
  const rung: (RecordRef & { why: string })[] = [];
  const left: RecordRef[] = [];
  const bus: EventBus = {
    async publish(given) {
      events.push(...given);
      return [];
    },
  };
  const parked = { tellParked: async (ref: RecordRef, why: string) => void rung.push({ ...ref, why }) };
  const references: References = {
    serviceInForce: async () => ({ service: story.reference.service, version: 1 }),
    serviceAt: async () => ({ service: story.reference.service, version: 1 }),
    ofCase: async () => ({ service: story.reference.service, days: story.reference.days }),
    forCommand: async (_state, more = {}) => ({ ...story.reference, ...more }),
  };
  const ports = {
    kernel,
    references,
    store: kernel.store,
    drafts: line.watch('drafts', story.store),
    keys: kernel.keys,
    items: line.watch('workflow-items', workflowItems),
    relay: line.watch('relay-store', relayStore),
    messages: line.watch('message-items', relayStore),
    followUps: line.watch('follow-up-items', relayStore),
    access: line.watch<Pick<AccessLog, 'recordAccess'>>('access', story.store),
    newId: () => randomUUID(),
    leftOvers: line.watch('left-overs', leftOvers),
    bus: line.watch('bus', bus),
    parked: line.watch('parked', parked),
    mail: line.watch('mail', outbox.mail),
    sms: line.watch('sms', outbox.sms),
    printer: line.watch('printer', printer),
    archive: line.watch('archive', archive),
    copies: line.watch('copies', { keepCopy: async () => {} }),
    documents: line.watch('documents', {
      readClean: async ({ fileId }: FileKey) => new TextEncoder().encode(fileId),
    }),
    colleagues: givenColleagues(),
    signer: line.watch('signer', memorySigner(SIGNING_KEY)),
  };
  // Tasks reach the engine through the fault line, the machine itself does not.
  const tasks = makeTasks(ports, () => engine, story.now);
  const machine: Machine = new Machine(caseMachine(), dyingOnce(tasks, line.rest), region);
  const engine: WorkflowEngine = line.watch('engine', machine);
  return {
    ...ports,
    line,
    story,
    machine,
    engine,
    outbox,
    printed: printer,
    archived: archive.kept,
    archiveStore: archive,
    events,
    rung,
    left,
    relayStore,
    workflowItems,
    checkpoints: leftOvers.checkpoints,
    office: { portalUrl: 'https://banli.example.org', hotline: '12345' },
    now: story.now,
  };
}

export type Workshop = ReturnType<typeof makeWorkshop>;

/** A task that dies takes the fault with it: the next try finds everything well. */
function dyingOnce(tasks: Tasks, rest: () => void): Tasks {
  const dying = Object.entries(tasks).map(([name, task]) => {
    const run = (payload: never) =>
      task(payload).catch((error: unknown) => {
        if (error instanceof Crash) rest();
        throw error;
      });
    return [name, run] as const;
  });
  return Object.fromEntries(dying);
}

/** Every record whose newest version nobody has relayed: what the stream would bring. */
export function unrelayed({ story, relayStore }: Workshop): readonly RecordRef[] {
  return [...story.store.records].flatMap(([name, versions]) => {
    const [kind, id = ''] = name.split('/');
    const known = RECORD_KINDS.find((one) => one === kind);
    const upTo = relayStore.upTo.get(name)?.version ?? 0;
    return known !== undefined && (versions.at(-1)?.version ?? 0) > upTo ? [{ kind: known, id }] : [];
  });
}

function makePrinter(): CertificatePrinter & { unprintable: boolean; prints: number } {
  return {
    unprintable: false,
    prints: 0,
    async print(order) {
      this.prints += 1;
      if (this.unprintable) return { printed: false, refusal: { kind: 'glyph-missing' }, characters: ['𪚥'] };
      const pdf = new TextEncoder().encode(`${JSON.stringify(order)}\nstartxref\n0\n%%EOF\n`);
      return { printed: true, pdf, sha256: hash('sha256', pdf) };
    },
  };
}

function makeArchive(): Archive & { readonly kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    async keep(key, bytes) {
      if (!kept.has(key)) kept.set(key, bytes);
    },
  };
}
