import { expect, test } from 'vitest';
import { API_CONTRACT } from '../../functions/http/contract/index.ts';
import { refersTo, synthesized, textOf } from './support/stage.ts';

const local = synthesized('local');
const dev = synthesized('dev');
const prod = synthesized('prod');

const operations = Object.values(API_CONTRACT).flat();
const authorizersOf = (stage: typeof dev) =>
  new Map(stage.all('AWS::ApiGatewayV2::Authorizer').map(({ id, is }): [string, string] => [id, is.Name]));

test('every operation of the contract is a route, and beside them only the answer to all others', () => {
  for (const stage of [local, dev, prod]) {
    const routes = stage.all('AWS::ApiGatewayV2::Route').map(({ is }): string => is.RouteKey);
    expect(routes.toSorted()).toEqual(
      [...operations.map(({ method, path }) => `${method} ${path}`), '$default'].toSorted(),
    );
  }
});

test('[R29] the first segment of a path says who may call it, and the authorizer of those stands before it', () => {
  const expected = { public: 'NONE', me: 'customers', staff: 'staff', system: 'system' };
  for (const stage of [local, dev, prod]) {
    for (const { is } of stage.all('AWS::ApiGatewayV2::Route')) {
      const segment = /^\w+ \/(\w+)/.exec(is.RouteKey)?.[1] ?? '';
      const audience = Object.entries(expected).find(([name]) => name === segment)?.[1] ?? 'NONE';
      const authorizer = authorizersOf(stage).get(is.AuthorizerId?.Ref) ?? is.AuthorizationType;
      expect([is.RouteKey, authorizer]).toEqual([is.RouteKey, audience]);
      if (audience !== 'NONE') expect(is.AuthorizationType).toBe('JWT');
    }
  }
});

test('[R29] beside /public only the description and the answer to unknown paths are open', () => {
  const open = prod.all('AWS::ApiGatewayV2::Route').filter(({ is }) => is.AuthorizationType !== 'JWT');
  const others = open.map(({ is }): string => is.RouteKey).filter((key) => !key.includes(' /public/'));
  expect(others.toSorted()).toEqual(['$default', 'GET /openapi.json']);
});

test('[R29] a token opens one kind of path: each authorizer knows one pool and one client', () => {
  const authorizers = prod.all('AWS::ApiGatewayV2::Authorizer');
  const known = Object.fromEntries(
    authorizers.map(({ is }) => [
      is.Name,
      [
        /(customers|staff)pool/.exec(textOf(is.JwtConfiguration.Issuer))?.[1],
        is.JwtConfiguration.Audience.length,
      ],
    ]),
  );
  expect(known).toEqual({ customers: ['customers', 1], staff: ['staff', 1], system: ['staff', 1] });
  const clients = authorizers.map(({ is }) => textOf(is.JwtConfiguration.Audience));
  expect(new Set(clients).size).toBe(3);
});

test('machines need the scope of what they ask', () => {
  const routes = prod.all('AWS::ApiGatewayV2::Route').filter(({ is }) => is.RouteKey.includes(' /system'));
  expect(routes.length).toBeGreaterThan(0);
  for (const { is } of routes) expect(is.AuthorizationScopes).toEqual(['banli/status.read']);
});

test('the access log says route, answer and reference, and nothing of who asked or for what', () => {
  for (const stage of [local, dev, prod]) {
    const [gateway] = stage.all('AWS::ApiGatewayV2::Stage');
    expect(Object.values(JSON.parse(gateway?.is.AccessLogSettings.Format))).toEqual([
      '$context.requestId',
      '$context.routeKey',
      '$context.status',
      '$context.responseLatency',
      '$context.error.responseType',
    ]);
    expect(gateway?.is.DefaultRouteSettings.ThrottlingRateLimit).toBe(
      { local: 200, dev: 100, prod: 500 }[stage.name],
    );
  }
});

test('each function has one permission for all of its routes, since its policy holds few', () => {
  const functions = prod.all('AWS::Lambda::Function').filter(({ id }) => id.startsWith('api'));
  const permissions = prod
    .all('AWS::Lambda::Permission')
    .filter(({ is }) => is.Principal === 'apigateway.amazonaws.com');
  for (const { id } of functions) {
    expect(permissions.filter(({ is }) => refersTo(is.FunctionName, id))).toHaveLength(1);
  }
});
