import { ArnFormat, Duration, Stack, Tags } from 'aws-cdk-lib';
import {
  CfnStage,
  HttpApi as Gateway,
  type HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { makeApiDomain } from '../edge/api-domain.ts';
import { deliveredLogGroupName } from './kept-logs.ts';
import type { ServiceFunction } from './service-function.ts';

export interface Issuer {
  readonly url: string;
  readonly audience: readonly string[];
}

export interface HttpApiProps {
  readonly config: StageConfig;
  readonly customers: Issuer;
  readonly staff: Issuer;
  readonly system: Issuer;
}

export type ApiAudience = 'public' | 'me' | 'staff' | 'system';

/** The HTTP API: the first segment of a path says who may call it, and an authorizer stands before all but /public. */
export class HttpApi extends Construct {
  readonly gateway: Gateway;
  readonly #authorizers: Readonly<Record<ApiAudience, IHttpRouteAuthorizer>>;

  constructor(scope: Construct, id: string, { config, customers, staff, system }: HttpApiProps) {
    super(scope, id);
    this.gateway = new Gateway(this, 'gateway', {
      apiName: `banli-${config.stage}`,
      createDefaultStage: true,
      ...(config.edge && {
        disableExecuteApiEndpoint: true,
        defaultDomainMapping: { domainName: makeApiDomain(this, config.edge) },
      }),
    });
    // The local cloud gives the API a fixed address by this tag; AWS ignores it.
    if (config.stage === 'local') {
      const name = Stack.of(this).region === config.region ? 'banliapi' : 'banliapisecond';
      Tags.of(this.gateway).add('ms-custom-id', name);
    }
    this.#authorizers = {
      public: new HttpNoneAuthorizer(),
      me: authorizer('customers', customers),
      staff: authorizer('staff', staff),
      system: authorizer('system', system),
    };
    this.#logAccess(config);
  }

  /** Gives a function every route it describes. */
  addRoutes(
    folder: string,
    target: ServiceFunction,
    routes: readonly { method: HttpMethod; path: string; audience: ApiAudience }[],
  ) {
    // One permission for all routes of a function: its policy has room for some forty.
    const integration = new HttpLambdaIntegration(folder.replace('/', '-'), target.lambda, {
      scopePermissionToRoute: false,
    });
    for (const { method, path, audience } of routes) {
      this.gateway.addRoutes({
        path,
        methods: [method],
        integration,
        authorizer: this.#authorizers[audience],
        ...(audience === 'system' && { authorizationScopes: ['banli/status.read'] }),
      });
    }
  }

  /** What no route takes is answered as a problem document, not by the gateway's own words. */
  addDefault(target: ServiceFunction): void {
    new HttpRoute(this, 'default-route', {
      httpApi: this.gateway,
      routeKey: HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration('default', target.lambda, { scopePermissionToRoute: false }),
      authorizer: new HttpNoneAuthorizer(),
    });
  }

  #logAccess(config: StageConfig): void {
    const stage = this.gateway.defaultStage?.node.defaultChild;
    if (!(stage instanceof CfnStage)) throw new TypeError('The API has no default stage');
    stage.defaultRouteSettings = {
      throttlingRateLimit: config.throttle.rate,
      throttlingBurstLimit: config.throttle.burst,
    };
    // No address, no path parameters: the route, the answer and the number that finds the log lines.
    stage.accessLogSettings = {
      destinationArn: Stack.of(this).formatArn({
        service: 'logs',
        resource: 'log-group',
        resourceName: deliveredLogGroupName(config.stage, 'api-access'),
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
      format: JSON.stringify({
        reference: '$context.requestId',
        route: '$context.routeKey',
        status: '$context.status',
        milliseconds: '$context.responseLatency',
        error: '$context.error.responseType',
      }),
    };
  }
}

function authorizer(name: string, { url, audience }: Issuer): HttpJwtAuthorizer {
  return new HttpJwtAuthorizer(name, url, { jwtAudience: [...audience] });
}

/** Access tokens live this long; what must be off at once is off by the session item. */
export const ACCESS_TOKEN_LIFE = Duration.minutes(15);
