import { type CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { type Levels, PHASES } from '../../domain/statistics/figures.ts';
import { MEASURES_NAMESPACE } from '../../environment.ts';
import type { Measures } from '../../ports/figures.ts';

/** Measures as metrics of our namespace, told apart by stage; one call a minute carries them all. */
export class CloudWatchMeasures implements Measures {
  readonly #client: CloudWatchClient;
  readonly #stage: string;

  constructor(client: CloudWatchClient, stage: string) {
    this.#client = client;
    this.#stage = stage;
  }

  async publish(values: Readonly<Record<string, number>>, byPhase: Levels): Promise<void> {
    const stage = { Name: 'Stage', Value: this.#stage };
    const single = Object.entries(values).map(([MetricName, Value]) => ({
      MetricName,
      Value,
      Dimensions: [stage],
    }));
    const phases = PHASES.map((phase) => ({
      MetricName: 'CasesInPhase',
      Value: byPhase[phase],
      Dimensions: [stage, { Name: 'Phase', Value: phase }],
    }));
    await this.#client.send(
      new PutMetricDataCommand({ Namespace: MEASURES_NAMESPACE, MetricData: [...single, ...phases] }),
    );
  }
}
