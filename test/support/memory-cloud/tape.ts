import { LIFECYCLE } from '../../../functions/domain/case/lifecycle.ts';
import type { Invocation, MemoryCloud } from './cloud.ts';
import { keepMoment } from './moment.ts';
import { outcomeOf, plainItems } from './outcome.ts';

/** One run of a function as it happened undisturbed: the moment right before it, its calls, and what came of the act. */
export interface Recorded {
  readonly folder: string;
  /** What it was about: the command, the event, the stage. */
  readonly about: string;
  readonly calls: readonly string[];
  readonly goBack: () => void;
  readonly outcome: readonly string[];
}

/** Plays acts and records every run of every function in them. */
export class Recorder {
  readonly #cloud: MemoryCloud;
  readonly #recorded: Recorded[] = [];
  readonly #ofAct: { invocation: Invocation; goBack: () => void }[] = [];
  /** Commands of the lifecycle's table that were accepted, and effects that fell due. */
  readonly commands = new Set<string>();
  readonly effects = new Set<string>();
  readonly #ends = new Map<string, readonly string[]>();
  #moment: () => void = () => {};

  constructor(cloud: MemoryCloud) {
    this.#cloud = cloud;
    for (const rule of LIFECYCLE) this.#listenTo(rule);
    cloud.began = (invocation) => this.#ofAct.push({ invocation, goBack: this.#moment });
  }

  /** To be told right before each step. */
  readonly before = (): void => {
    this.#moment = keepMoment(this.#cloud);
  };

  /** The act is over and everything is at rest. */
  readonly endAct = (): void => {
    const outcome = outcomeOf(this.#cloud);
    for (const { clear } of plainItems(this.#cloud)) {
      const [, effect] = /"commandId":"[^"]*due\/([a-z-]+)\//.exec(String(clear)) ?? [];
      if (effect !== undefined) this.effects.add(effect);
    }
    for (const { invocation, goBack } of this.#ofAct.splice(0)) {
      const { folder, event } = invocation;
      const calls = invocation.calls.map(({ name }) => name);
      this.#recorded.push({ folder, about: aboutOf(event), calls, goBack, outcome });
    }
  };

  /** A scene is over. */
  endScene(title: string): void {
    this.#ends.set(title, outcomeOf(this.#cloud));
  }

  endOf(title: string): readonly string[] {
    return this.#ends.get(title) ?? [];
  }

  #listenTo(rule: (typeof LIFECYCLE)[number]): void {
    const { decide } = rule;
    Object.assign(rule, {
      decide: (...given: Parameters<typeof decide>) => {
        const verdict = decide(...given);
        if (verdict.accepted) this.commands.add(rule.command);
        return verdict;
      },
    });
  }

  /** Of runs that made the same calls about the same thing one stands for all. */
  get recorded(): readonly Recorded[] {
    const distinct = new Map<string, Recorded>();
    for (const one of this.#recorded) {
      const key = `${one.folder} ${one.about} ${one.calls.join(' ')}`;
      if (!distinct.has(key)) distinct.set(key, one);
    }
    return [...distinct.values()];
  }
}

function commandOf(route: string, path: string): string {
  return route.replace('{command}', path.split('/').at(-1) ?? '');
}

// biome-ignore lint/suspicious/noExplicitAny: events are of a dozen shapes
function aboutOf(event: any): string {
  const route = event?.routeKey;
  if (route !== undefined) return commandOf(String(route), String(event.rawPath));
  const [record] = event?.Records ?? [];
  if (record?.body !== undefined) {
    const body = JSON.parse(record.body);
    return String(body['detail-type'] ?? body.eventType ?? '');
  }
  if (record?.dynamodb !== undefined) return String(record.dynamodb.NewImage.kind?.S);
  return String(event?.stage ?? '');
}
