import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { caseDefinition } from '../../functions/domain/case/case.ts';
import { LIFECYCLE } from '../../functions/domain/case/lifecycle.ts';
import type { CaseCommand, CurrentCase } from '../../functions/domain/case/rule.ts';
import { apply } from '../../functions/domain/record/apply.ts';
import type { KeptVersion } from '../../functions/domain/record/chain.ts';
import { readClearPart, readVersion } from '../../functions/domain/record/read-version.ts';
import type { Author } from '../../functions/domain/record/version.ts';
import { giveCommand } from '../../functions/use-cases/record/give-command.ts';
import { loadRecord } from '../../functions/use-cases/record/load-record.ts';
import { type Act, anyAct, formOf } from '../support/arbitraries/case.ts';
import { customer, makeCaseStory } from '../support/given/case-story.ts';
import { Gate } from '../support/interleave.ts';
import { makeTestKernel } from '../support/kernel.ts';

const CASES = 30;
const COMMANDS = 1000;
const ACTORS: readonly Author[] = [
  ...Array.from({ length: 3 }, () => customer),
  ...Array.from({ length: 13 }, (_, n) => ({ kind: 'staff' as const, id: `person-${n}` })),
  ...Array.from({ length: 4 }, (_, n) => ({ kind: 'system' as const, id: `consumer-${n}` })),
];

const BEGUN_AT = '2026-03-02T01:00:00Z';
const PAPERS = ['identity', 'premises-lease'] as const;
const scanner: Author = { kind: 'system', id: 'scanner' };

/** A case as it is handed in. */
const BEGINNING: readonly (readonly [Author, CaseCommand])[] = [
  [customer, { type: 'open-draft', hall: 'hall-1', language: 'zh-Hant' }],
  ...PAPERS.flatMap((documentId): [Author, CaseCommand][] => {
    const file = { fileName: '掃描.pdf', bytes: 1000, mediaType: 'application/pdf', objectVersion: 'v1' };
    return [
      [customer, { type: 'record-upload', fileId: documentId, documentId, ...file }],
      [scanner, { type: 'record-scan', fileId: documentId, scan: 'clean', sha256: 'a'.repeat(64) }],
    ];
  }),
  [customer, { type: 'submit', revision: 1 }],
];

/** A command of the table that such an actor can give where the case stands; now and then one that nobody can there. */
function commandFor({ choice, stray }: Act, { kind }: Author, { state }: CurrentCase): string | undefined {
  const here = LIFECYCLE.filter(({ by, from }) => by.kind === kind && (stray || from.includes(state.status)));
  return here[choice % Math.max(1, here.length)]?.command;
}

interface Given {
  readonly id: string;
  readonly command: CaseCommand;
  readonly actor: Author;
  readonly seen: number;
  readonly now: string;
  readonly answer: string;
}

const { reference } = makeCaseStory();

/** Everybody at work at once on the same cases; each reads, judges by what was read, and gives a command. */
async function work(acts: readonly Act[], seed: number) {
  const gate = new Gate(seed);
  const bench = makeTestKernel({ before: gate.pass });
  const undisturbed = { ...bench.kernel, store: bench.store, keys: bench.keys, claims: bench.store };
  const written = new Map<string, string>();
  const append = bench.store.append.bind(bench.store);
  bench.store.append = async (ref, kept) => {
    const answer = await append(ref, kept);
    if (answer.appended) written.set(`${ref.id}/${kept.version}`, JSON.stringify(kept));
    return answer;
  };
  for (let n = 0; n < CASES; n += 1) {
    for (const [actor, command] of n % 5 === 0 ? BEGINNING.slice(0, 1) : BEGINNING) {
      await giveCommand(undisturbed, caseDefinition, {
        ...{ id: `c${n}`, actor, key: `${command.type}/${command.fileId}`, now: BEGUN_AT },
        ...{ command, reference: async () => reference },
      });
    }
  }
  const given = new Map<string, Given>();
  let turn = 0;
  const worker = (actor: Author, self: number) => async () => {
    for (let n = self; n < acts.length; n += ACTORS.length) {
      const act = acts[n];
      if (act === undefined) return;
      turn += 1;
      const now = new Date(Date.parse(BEGUN_AT) + turn * 1000).toISOString().replace('.000Z', 'Z');
      const id = `c${act.choice % CASES}`;
      const loaded = await loadRecord(bench.kernel, caseDefinition, id);
      if (loaded === undefined) throw new Error('no such case');
      const type = commandFor(act, actor, loaded.version) ?? 'add-note';
      const command = formOf(type, act, loaded.version);
      const seen = loaded.version.version;
      const key = `key-${n}`;
      const answer = await giveCommand(bench.kernel, caseDefinition, {
        ...{ id, actor, key, now, command, reference: async () => reference },
        ...(actor.kind !== 'system' && { seen: { epoch: 1, version: seen } }),
      });
      given.set(`${actor.id}/${key}`, {
        ...{ id, command, actor, seen, now },
        answer: answer.done ? 'done' : answer.refusal.kind,
      });
    }
  };
  await gate.interleave(ACTORS.map((actor, n) => worker(actor, n)));
  return { bench, given, written };
}

async function versionsOf({ store, keys }: ReturnType<typeof makeTestKernel>, id: string) {
  const kept = await store.newest({ kind: 'case', id });
  const key = kept?.dataKey && (await keys.open({ kind: 'case', id }, kept.dataKey));
  const all: readonly KeptVersion[] = store.records.get(`case/${id}`) ?? [];
  return all.map((one) => ({
    commandId: readClearPart(one).commandId,
    version: readVersion(caseDefinition, one, (sealed) => {
      if (key === undefined) throw new Error('no key');
      return key.open({ part: 'personal', epoch: one.epoch, version: one.version }, sealed);
    }) as CurrentCase,
  }));
}

test.prop([fc.array(anyAct, { minLength: COMMANDS, maxLength: COMMANDS }), fc.integer()], {
  numRuns: 1,
  endOnFailure: true,
})(
  '[R9] a thousand commands of twenty people at once on thirty cases equal some order, one after the other',
  async (acts, seed) => {
    const { bench, given, written } = await work(acts, seed);
    const standing = new Map<string, number>();
    for (let n = 0; n < CASES; n += 1) {
      const versions = await versionsOf(bench, `c${n}`);
      for (const [at, { commandId, version }] of versions.entries()) {
        standing.set(commandId, (standing.get(commandId) ?? 0) + 1);
        const own = given.get(commandId);
        const before = versions[at - 1]?.version;
        if (own === undefined || before === undefined) continue;
        const { command, actor, now } = own;
        const judged = apply(caseDefinition, before, { command, actor, now, reference });
        expect(judged.due).toEqual([]);
        if (!judged.verdict.accepted)
          throw new Error(`${command.type} stands, and is refused when judged alone`);
        expect(version.state).toEqual(judged.verdict.next.state);
        expect(version.event).toEqual(judged.verdict.next.event);
      }
    }
    for (const [commandId, { answer }] of given)
      expect(`${commandId} ${standing.get(commandId) ?? 0}`).toBe(
        `${commandId} ${answer === 'done' ? 1 : 0}`,
      );
    for (const [name, text] of written) {
      const [id = '', number] = name.split('/');
      const kept = bench.store.records.get(`case/${id}`)?.find(({ version }) => version === Number(number));
      expect(JSON.stringify(kept)).toBe(text);
    }
    const answers = [...given.values()].map(({ answer }) => answer);
    expect(answers.filter((one) => one === 'done').length).toBeGreaterThan(COMMANDS / 5);
    expect(answers).toContain('stale');
  },
  60_000,
);
