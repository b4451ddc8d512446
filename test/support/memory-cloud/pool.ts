import { hash } from 'node:crypto';
import type { MemoryCloud } from './cloud.ts';
import { AwsError, type WireCall } from './wire.ts';

type Given = WireCall['given'];
type Operation = (cloud: MemoryCloud, given: Given) => object | Promise<object>;

const CHALLENGE = { SOFTWARE_TOKEN_MFA: 'SOFTWARE_TOKEN_MFA', CUSTOM: 'CUSTOM_CHALLENGE' } as const;

function tokens(username: string) {
  const claims = { sub: username, exp: Math.floor(Date.now() / 1000) + 900 };
  const encoded = Buffer.from(JSON.stringify(claims)).toString('base64url');
  const AccessToken = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${encoded}.`;
  return { AuthenticationResult: { AccessToken, RefreshToken: `refresh-${username}` } };
}

/** Calls a trigger of the pool; one that fails is a failed call to whoever signs in. */
async function trigger(cloud: MemoryCloud, folder: string, event: object): Promise<Given> {
  try {
    return await cloud.invoke(`events/${folder}`, event);
  } catch {
    throw new AwsError('UnexpectedLambdaException');
  }
}

async function challenge(cloud: MemoryCloud, userName: string, session: readonly object[]) {
  const userAttributes = cloud.users.get(userName) ?? {};
  const event = { userName, request: { userAttributes, session }, response: {} };
  const { response } = await trigger(cloud, 'define-sign-in', event);
  if (response.issueTokens === true) return tokens(userName);
  if (response.failAuthentication === true) throw new AwsError('NotAuthorizedException');
  await trigger(cloud, 'send-sign-in-code', event);
  return { ChallengeName: CHALLENGE.CUSTOM, Session: JSON.stringify({ userName, session }) };
}

/** Both pools: customers by the triggers' own codes, staff by password and any one-time password. */
export const memberPool: Readonly<Record<string, Operation>> = {
  AdminCreateUser: (cloud, { Username, UserAttributes = [] }) => {
    if (cloud.users.has(Username)) throw new AwsError('UsernameExistsException');
    const named = UserAttributes.map(({ Name, Value }: { Name: string; Value: string }) => [Name, Value]);
    const sub = `sub-${hash('sha256', Username).slice(0, 8)}`;
    cloud.users.set(Username, { ...Object.fromEntries(named), sub });
    return { User: { Username, Attributes: [{ Name: 'sub', Value: sub }] } };
  },
  AdminGetUser: (cloud, { Username }) => {
    const user = cloud.users.get(Username);
    if (user === undefined) throw new AwsError('UserNotFoundException');
    return { Username, UserAttributes: Object.entries(user).map(([Name, Value]) => ({ Name, Value })) };
  },
  AdminUserGlobalSignOut: () => ({}),
  InitiateAuth: (cloud, { AuthFlow, AuthParameters: { USERNAME, REFRESH_TOKEN } }) => {
    if (AuthFlow === 'REFRESH_TOKEN_AUTH') return tokens(String(REFRESH_TOKEN).slice('refresh-'.length));
    if (AuthFlow === 'CUSTOM_AUTH') return challenge(cloud, USERNAME, []);
    return { ChallengeName: CHALLENGE.SOFTWARE_TOKEN_MFA, Session: JSON.stringify({ userName: USERNAME }) };
  },
  RespondToAuthChallenge: async (cloud, { ChallengeName, Session, ChallengeResponses }) => {
    if (ChallengeName !== CHALLENGE.CUSTOM) return tokens(ChallengeResponses.USERNAME);
    const { userName, session } = JSON.parse(Session);
    const event = { userName, request: { challengeAnswer: ChallengeResponses.ANSWER }, response: {} };
    const { response } = await trigger(cloud, 'check-sign-in-code', event);
    const step = { challengeName: CHALLENGE.CUSTOM, challengeResult: response.answerCorrect };
    return challenge(cloud, userName, [...session, step]);
  },
  AssociateSoftwareToken: (_cloud, { Session }) => ({ SecretCode: 'SECRET', Session }),
  VerifySoftwareToken: (_cloud, { Session }) => ({ Status: 'SUCCESS', Session }),
};
