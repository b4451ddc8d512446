import { ENVIRONMENT } from '../../functions/environment.ts';
import { FROM_OUTPUTS, variableOf } from '../../operations/output-names.ts';
import { environmentFor, localRegion } from '../aws.ts';
import { type Outputs, outputOf } from '../outputs.ts';

/** Gives this process the configuration of a deployed function, so that the product's own commands run in it. */
export function takeEnvironment(endpoint: string, region: string, outputs: Outputs): void {
  const { PATH: _own, HOME: _home, ...aws } = environmentFor(endpoint, region);
  const configuration = Object.entries(FROM_OUTPUTS).map(([name, output]) => [
    variableOf(name),
    outputOf(outputs, output),
  ]);
  Object.assign(process.env, aws, Object.fromEntries(configuration), {
    [ENVIRONMENT.stage]: 'local',
    [ENVIRONMENT.homeRegion]: localRegion,
    [ENVIRONMENT.halls]: 'hall-1',
    [ENVIRONMENT.staffProvider]: 'none',
    POWERTOOLS_LOG_LEVEL: 'ERROR',
  });
}
