import { Stack } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { API_CONTRACT } from '../functions/http/contract/index.ts';
import type { StageConfig } from './config.ts';
import { HttpApi, type Issuer } from './constructs/http-api.ts';
import type { ServedData } from './served-data.ts';
import type { DeployedFunctions } from './stacks/service-stack.ts';
import { staffIssuer } from './staff-provider.ts';

export interface ApiGiven {
  readonly config: StageConfig;
  readonly data: ServedData;
  readonly functions: DeployedFunctions;
}

/** Every operation of the contract becomes a route to the function of its capability. */
export function addApi(scope: Construct, { config, data, functions }: ApiGiven): HttpApi {
  const { region } = Stack.of(scope);
  const issuer = (poolId: string, clientId: string): Issuer => ({
    url: `https://cognito-idp.${region}.amazonaws.com/${poolId}`,
    audience: [clientId],
  });
  const { customers, staff } = data;
  const api = new HttpApi(scope, 'api', {
    config,
    customers: issuer(customers.pool.userPoolId, customers.client.userPoolClientId),
    staff: staffIssuer(config) ?? issuer(staff.pool.userPoolId, staff.client.userPoolClientId),
    system: issuer(staff.pool.userPoolId, staff.systemClient.userPoolClientId),
  });
  for (const [capability, operations] of Object.entries(API_CONTRACT)) {
    const folder = `api/${capability}`;
    const routes = operations.map(({ method, path, audience }) => ({
      method: HttpMethod[method],
      path,
      audience,
    }));
    api.addRoutes(folder, functions.of(folder), routes);
  }
  api.addDefault(functions.of('api/description'));
  return api;
}
