import { ENVIRONMENT, type EnvironmentName } from '../../functions/environment.ts';
import { environmentFor } from '../aws.ts';
import { type Outputs, outputOf } from '../outputs.ts';

/** Outputs of the stacks by the configuration they stand for. */
const FROM_OUTPUTS: Readonly<Partial<Record<EnvironmentName, string>>> = {
  recordsTable: 'RecordsTableName',
  transientTable: 'TransientTableName',
  personalKeyId: 'PersonalKeyArn',
  indexKeyId: 'IndexKeyArn',
  claimsKeyId: 'ClaimsKeyArn',
  customerPoolId: 'CustomerPoolId',
  customerClientId: 'CustomerClientId',
  staffPoolId: 'StaffPoolId',
  staffClientId: 'StaffClientId',
};

/** Gives this process the configuration of a deployed function, so that the product's own commands run in it. */
export function takeEnvironment(endpoint: string, region: string, outputs: Outputs): void {
  const { PATH: _own, HOME: _home, ...aws } = environmentFor(endpoint, region);
  const configuration = Object.entries(FROM_OUTPUTS).map(([name, output]) => [
    variableOf(name),
    outputOf(outputs, output),
  ]);
  Object.assign(process.env, aws, Object.fromEntries(configuration), {
    [ENVIRONMENT.stage]: 'local',
    [ENVIRONMENT.halls]: 'hall-1',
    POWERTOOLS_LOG_LEVEL: 'ERROR',
  });
}

function variableOf(name: string): string {
  const found = Object.entries(ENVIRONMENT).find(([key]) => key === name);
  if (found === undefined) throw new Error(`no variable for ${name}`);
  return found[1];
}
