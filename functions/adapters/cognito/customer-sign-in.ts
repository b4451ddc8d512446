import {
  AdminCreateUserCommand,
  AdminUserGlobalSignOutCommand,
  CodeMismatchException,
  type CognitoIdentityProviderClient,
  InitiateAuthCommand,
  InvalidParameterException,
  NotAuthorizedException,
  RespondToAuthChallengeCommand,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Contact, CustomerSignIn, SignInAnswer, Tokens } from '../../ports/sign-in.ts';
import { tokensOf } from './tokens.ts';

/** What the pool says of a sign-in that was never begun, or is over: of an unknown login or session as of a wrong one. */
const NEVER_BEGUN = [
  NotAuthorizedException,
  CodeMismatchException,
  UserNotFoundException,
  InvalidParameterException,
];

export interface PoolClient {
  readonly poolId: string;
  readonly clientId: string;
}

/**
 * Customers in a Cognito pool by custom authentication: the triggers make, send and check our own codes. A login
 * is made at its first start, so that nobody can tell from the answer whether it existed.
 */
export class CognitoCustomerSignIn implements CustomerSignIn {
  readonly #client: CognitoIdentityProviderClient;
  readonly #pool: PoolClient;

  constructor(client: CognitoIdentityProviderClient, pool: PoolClient) {
    this.#client = client;
    this.#pool = pool;
  }

  async start({
    loginId,
    contact,
    language,
  }: Parameters<CustomerSignIn['start']>[0]): Promise<{ session: string }> {
    await this.#makeLogin(loginId, contact, language);
    const { Session } = await this.#client.send(
      new InitiateAuthCommand({
        AuthFlow: 'CUSTOM_AUTH',
        ClientId: this.#pool.clientId,
        AuthParameters: { USERNAME: loginId },
      }),
    );
    if (Session === undefined) throw new Error('The pool opened no sign-in session');
    return { session: Session };
  }

  async answer({ loginId, session, code }: Parameters<CustomerSignIn['answer']>[0]): Promise<SignInAnswer> {
    try {
      const { AuthenticationResult, Session } = await this.#client.send(
        new RespondToAuthChallengeCommand({
          ClientId: this.#pool.clientId,
          ChallengeName: 'CUSTOM_CHALLENGE',
          Session: session,
          ChallengeResponses: { USERNAME: loginId, ANSWER: code },
        }),
      );
      if (AuthenticationResult) return { signedIn: true, tokens: tokensOf(AuthenticationResult) };
      return { signedIn: false, refusal: { kind: 'wrong-code' }, ...(Session && { session: Session }) };
    } catch (error) {
      if (NEVER_BEGUN.some((kind) => error instanceof kind))
        return { signedIn: false, refusal: { kind: 'code-expired' } };
      throw error;
    }
  }

  async refresh(refreshToken: string): Promise<Tokens | undefined> {
    return refreshTokens(this.#client, this.#pool.clientId, refreshToken);
  }

  async signOut(subject: string): Promise<void> {
    await this.#client.send(
      new AdminUserGlobalSignOutCommand({ UserPoolId: this.#pool.poolId, Username: subject }),
    );
  }

  async #makeLogin(loginId: string, contact: Contact, language: string): Promise<void> {
    const address =
      contact.channel === 'mail'
        ? [
            { Name: 'email', Value: contact.address },
            { Name: 'email_verified', Value: 'true' },
          ]
        : [
            { Name: 'phone_number', Value: contact.address },
            { Name: 'phone_number_verified', Value: 'true' },
          ];
    try {
      await this.#client.send(
        new AdminCreateUserCommand({
          UserPoolId: this.#pool.poolId,
          Username: loginId,
          MessageAction: 'SUPPRESS',
          UserAttributes: [...address, { Name: 'locale', Value: language }],
        }),
      );
    } catch (error) {
      if (!(error instanceof UsernameExistsException)) throw error;
    }
  }
}

export async function refreshTokens(
  client: CognitoIdentityProviderClient,
  clientId: string,
  refreshToken: string,
): Promise<Tokens | undefined> {
  try {
    const { AuthenticationResult } = await client.send(
      new InitiateAuthCommand({
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        ClientId: clientId,
        AuthParameters: { REFRESH_TOKEN: refreshToken },
      }),
    );
    return AuthenticationResult && tokensOf(AuthenticationResult, refreshToken);
  } catch (error) {
    if (error instanceof NotAuthorizedException) return undefined;
    throw error;
  }
}
