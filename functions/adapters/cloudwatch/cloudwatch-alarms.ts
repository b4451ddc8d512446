import { type CloudWatchClient, type MetricAlarm, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';
import type { Ringing } from '../../domain/health/health.ts';
import type { Alarms } from '../../ports/alarms.ts';

/** Alarms look once a minute; asking oftener than this learns nothing and costs. */
const KEPT_MILLISECONDS = 30_000;

/** Alarms by DescribeAlarms, those of the stage alone; an answer is kept per container for half a minute. */
export class CloudWatchAlarms implements Alarms {
  readonly #client: CloudWatchClient;
  readonly #prefix: string;
  readonly #now: () => number;
  #kept: { readonly until: number; readonly ringing: readonly Ringing[] } | undefined;

  constructor(client: CloudWatchClient, stage: string, now: () => number = () => Date.now()) {
    this.#client = client;
    this.#prefix = `banli-${stage}-`;
    this.#now = now;
  }

  async ringing(): Promise<readonly Ringing[] | undefined> {
    if (this.#kept !== undefined && this.#now() < this.#kept.until) return this.#kept.ringing;
    try {
      const ringing = await this.#ask();
      this.#kept = { until: this.#now() + KEPT_MILLISECONDS, ringing };
      return ringing;
    } catch {
      // Not knowing is an answer of its own: the page says so, and nobody is alarmed by it.
      return undefined;
    }
  }

  async #ask(): Promise<readonly Ringing[]> {
    const asked = { AlarmNamePrefix: this.#prefix, StateValue: 'ALARM' } as const;
    const found: Ringing[] = [];
    for await (const { MetricAlarms = [], CompositeAlarms = [] } of paginateDescribeAlarms(
      { client: this.#client },
      asked,
    )) {
      found.push(...[...MetricAlarms, ...CompositeAlarms].map((alarm) => this.#read(alarm)));
    }
    return found;
  }

  #read({ AlarmName = '', AlarmDescription = '', StateUpdatedTimestamp }: MetricAlarm): Ringing {
    const [impact = '', runbook = ''] = AlarmDescription.split(' Runbook: docs/runbook.md#');
    const since = (StateUpdatedTimestamp ?? new Date(this.#now())).toISOString();
    return { name: AlarmName.slice(this.#prefix.length), since, impact, runbook };
  }
}
