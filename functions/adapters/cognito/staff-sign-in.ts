import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminUserGlobalSignOutCommand,
  AssociateSoftwareTokenCommand,
  type ChallengeNameType,
  CodeMismatchException,
  type CognitoIdentityProviderClient,
  EnableSoftwareTokenMFAException,
  InitiateAuthCommand,
  type InitiateAuthResponse,
  InvalidParameterException,
  InvalidPasswordException,
  NotAuthorizedException,
  RespondToAuthChallengeCommand,
  UserNotFoundException,
  UsernameExistsException,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Refusal } from '../../domain/refusal.ts';
import type { StaffChallenge, StaffSignIn, StaffSignInAnswer, Tokens } from '../../ports/sign-in.ts';
import { type PoolClient, refreshTokens } from './customer-sign-in.ts';
import { tokensOf } from './tokens.ts';

const CHALLENGES: Readonly<Record<string, StaffChallenge>> = {
  SOFTWARE_TOKEN_MFA: 'one-time-password',
  NEW_PASSWORD_REQUIRED: 'new-password',
  MFA_SETUP: 'set-up-one-time-password',
};

type Asked = { readonly username: string; readonly session: string; readonly response: string };

/** Staff in a Cognito pool: password and TOTP, both required; the session item is what opens a case. */
export class CognitoStaffSignIn implements StaffSignIn {
  readonly #client: CognitoIdentityProviderClient;
  readonly #pool: PoolClient;
  readonly #issuer: string;

  constructor(client: CognitoIdentityProviderClient, pool: PoolClient, issuer: string) {
    this.#client = client;
    this.#pool = pool;
    this.#issuer = issuer;
  }

  async start({ username, password }: { username: string; password: string }): Promise<StaffSignInAnswer> {
    return this.#refusing(async () => {
      const answer = await this.#client.send(
        new InitiateAuthCommand({
          AuthFlow: 'USER_PASSWORD_AUTH',
          ClientId: this.#pool.clientId,
          AuthParameters: { USERNAME: username, PASSWORD: password },
        }),
      );
      return this.#next(answer);
    });
  }

  async answer({ challenge, ...asked }: Parameters<StaffSignIn['answer']>[0]): Promise<StaffSignInAnswer> {
    return this.#refusing(async () => {
      if (challenge === 'set-up-one-time-password') return this.#setUp(asked);
      const isCode = challenge === 'one-time-password';
      return this.#respond(isCode ? 'SOFTWARE_TOKEN_MFA' : 'NEW_PASSWORD_REQUIRED', asked.session, {
        USERNAME: asked.username,
        [isCode ? 'SOFTWARE_TOKEN_MFA_CODE' : 'NEW_PASSWORD']: asked.response,
      });
    });
  }

  async refresh(refreshToken: string): Promise<Tokens | undefined> {
    return refreshTokens(this.#client, this.#pool.clientId, refreshToken);
  }

  async signOut(username: string): Promise<void> {
    await this.#client.send(
      new AdminUserGlobalSignOutCommand({ UserPoolId: this.#pool.poolId, Username: username }),
    );
  }

  async enrol(given: Parameters<StaffSignIn['enrol']>[0]): ReturnType<StaffSignIn['enrol']> {
    const attributes = await this.#attributesOfNew(given);
    if (attributes === 'weak-password' || attributes === 'username-refused')
      return { refusal: { kind: attributes } };
    const subject = attributes.find(({ Name }) => Name === 'sub')?.Value;
    if (subject === undefined) throw new Error('The pool gave the new login no subject');
    return { issuer: this.#issuer, subject };
  }

  /** An enrolment that stopped half-way left a login behind: it is taken as it is, with the password it has. */
  async #attributesOfNew({ username, email, temporaryPassword }: Parameters<StaffSignIn['enrol']>[0]) {
    const login = { UserPoolId: this.#pool.poolId, Username: username };
    try {
      const { User } = await this.#client.send(
        new AdminCreateUserCommand({
          ...login,
          TemporaryPassword: temporaryPassword,
          MessageAction: 'SUPPRESS',
          UserAttributes: [
            { Name: 'email', Value: email },
            { Name: 'email_verified', Value: 'true' },
          ],
        }),
      );
      return User?.Attributes ?? [];
    } catch (error) {
      if (error instanceof InvalidPasswordException) return 'weak-password';
      if (error instanceof InvalidParameterException) return 'username-refused';
      if (!(error instanceof UsernameExistsException)) throw error;
      const { UserAttributes = [] } = await this.#client.send(new AdminGetUserCommand(login));
      return UserAttributes;
    }
  }

  /** The secret was shown with the challenge; the first code of the authenticator confirms it. */
  async #setUp({ username, session, response }: Asked): Promise<StaffSignInAnswer> {
    const { Status, Session } = await this.#client.send(
      new VerifySoftwareTokenCommand({ Session: session, UserCode: response }),
    );
    if (Status !== 'SUCCESS' || Session === undefined) return refused('wrong-code');
    return this.#respond('MFA_SETUP', Session, { USERNAME: username });
  }

  async #respond(name: ChallengeNameType, session: string, responses: Record<string, string>) {
    const answer = await this.#client.send(
      new RespondToAuthChallengeCommand({
        ClientId: this.#pool.clientId,
        ChallengeName: name,
        Session: session,
        ChallengeResponses: responses,
      }),
    );
    return this.#next(answer);
  }

  async #next({
    AuthenticationResult,
    ChallengeName,
    Session,
  }: InitiateAuthResponse): Promise<StaffSignInAnswer> {
    if (AuthenticationResult) return { step: 'signed-in', tokens: tokensOf(AuthenticationResult) };
    const challenge = CHALLENGES[ChallengeName ?? ''];
    if (challenge === undefined || Session === undefined)
      throw new Error('The pool asked for something unknown');
    if (challenge !== 'set-up-one-time-password') return { step: 'challenge', challenge, session: Session };
    const setUp = await this.#client.send(new AssociateSoftwareTokenCommand({ Session }));
    return {
      step: 'challenge',
      challenge,
      session: setUp.Session ?? Session,
      ...(setUp.SecretCode && { secret: setUp.SecretCode }),
    };
  }

  /** An unknown name and a wrong password are one answer. */
  async #refusing(step: () => Promise<StaffSignInAnswer>): Promise<StaffSignInAnswer> {
    try {
      return await step();
    } catch (error) {
      if (
        error instanceof NotAuthorizedException ||
        error instanceof UserNotFoundException ||
        error instanceof InvalidParameterException
      )
        return refused('wrong-password');
      if (error instanceof CodeMismatchException || error instanceof EnableSoftwareTokenMFAException)
        return refused('wrong-code');
      if (error instanceof InvalidPasswordException) return refused('weak-password');
      throw error;
    }
  }
}

function refused(kind: Refusal['kind']): StaffSignInAnswer {
  return { step: 'refused', refusal: { kind } };
}
