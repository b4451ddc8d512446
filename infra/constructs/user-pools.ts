import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  type UserPoolClient,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { ACCESS_TOKEN_LIFE } from './http-api.ts';
import type { ServiceFunction } from './service-function.ts';

export interface CustomerPoolProps {
  readonly name: string;
  readonly removal: RemovalPolicy;
  readonly triggers: {
    readonly define: ServiceFunction;
    readonly create: ServiceFunction;
    readonly verify: ServiceFunction;
  };
}

/** Customers sign in by our own one-time codes (custom authentication); a login is made by our API, never by the page. */
export class CustomerPool extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, { name, removal, triggers }: CustomerPoolProps) {
    super(scope, id);
    this.pool = new UserPool(this, 'pool', {
      userPoolName: name,
      selfSignUpEnabled: false,
      accountRecovery: AccountRecovery.NONE,
      standardAttributes: { locale: { mutable: true } },
      deletionProtection: removal === RemovalPolicy.RETAIN,
      removalPolicy: removal,
    });
    this.pool.addTrigger(UserPoolOperation.DEFINE_AUTH_CHALLENGE, triggers.define.lambda);
    this.pool.addTrigger(UserPoolOperation.CREATE_AUTH_CHALLENGE, triggers.create.lambda);
    this.pool.addTrigger(UserPoolOperation.VERIFY_AUTH_CHALLENGE_RESPONSE, triggers.verify.lambda);
    this.client = this.pool.addClient('portal', {
      authFlows: { custom: true },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: ACCESS_TOKEN_LIFE,
      idTokenValidity: ACCESS_TOKEN_LIFE,
      refreshTokenValidity: Duration.hours(12),
      authSessionValidity: Duration.minutes(5),
    });
  }
}

export interface StaffPoolProps {
  readonly name: string;
  readonly removal: RemovalPolicy;
}

/** Staff sign in by password and time-based one-time password, both required; machines by client credentials. */
export class StaffPool extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly systemClient: UserPoolClient;

  constructor(scope: Construct, id: string, { name, removal }: StaffPoolProps) {
    super(scope, id);
    this.pool = new UserPool(this, 'pool', {
      userPoolName: name,
      selfSignUpEnabled: false,
      accountRecovery: AccountRecovery.NONE,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      deletionProtection: removal === RemovalPolicy.RETAIN,
      removalPolicy: removal,
    });
    this.client = this.pool.addClient('portal', {
      authFlows: { userPassword: true },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: ACCESS_TOKEN_LIFE,
      idTokenValidity: ACCESS_TOKEN_LIFE,
      refreshTokenValidity: Duration.hours(10),
    });
    const readStatus = new ResourceServerScope({
      scopeName: 'status.read',
      scopeDescription: 'The status of a case by its receipt number',
    });
    const outside = this.pool.addResourceServer('outside', { identifier: 'banli', scopes: [readStatus] });
    this.systemClient = this.pool.addClient('system', {
      generateSecret: true,
      // Not named, Cognito would let this client sign people in as well.
      authFlows: { user: false },
      oAuth: { flows: { clientCredentials: true }, scopes: [OAuthScope.resourceServer(outside, readStatus)] },
      accessTokenValidity: ACCESS_TOKEN_LIFE,
    });
    // Machines fetch their tokens there. Its name must be nobody else's in the whole region.
    this.pool.addDomain('domain', { cognitoDomain: { domainPrefix: `${name}-${Aws.ACCOUNT_ID}` } });
  }
}
