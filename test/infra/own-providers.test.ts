import { expect, test } from 'vitest';
import { INLAND, inlandConfig } from './support/inland.ts';
import { permissionsOf, synthesized, textOf } from './support/stage.ts';

const inland = synthesized(INLAND);
const dev = synthesized('dev');

/** What a function of the service is told, by its folder. */
function environmentOf(folder: string): Record<string, string> {
  const found = inland
    .all('AWS::Lambda::Function')
    .find(({ is }) => is.Environment?.Variables.POWERTOOLS_SERVICE_NAME === folder);
  if (found === undefined) throw new Error(`No function ${folder}`);
  return found.is.Environment.Variables;
}

const actionsOf = (stage: typeof dev) =>
  new Set([...permissionsOf(stage).values()].flat().flatMap(({ Action }) => Action));

test('the API’s gateway takes staff by the word of their own provider, and customers and machines as ever', () => {
  const authorizers = inland.all('AWS::ApiGatewayV2::Authorizer').map(({ is }) => is);
  const of = (name: string) => authorizers.find(({ Name }) => Name === name)?.JwtConfiguration;
  const { issuer, audience } = inlandConfig.staffProvider ?? {};
  expect(of('staff')).toEqual({ Issuer: issuer, Audience: [audience] });
  expect(textOf(of('customers'))).toContain('cognito-idp');
  expect(textOf(of('system'))).toContain('cognito-idp');
});

test('whoever signs staff in or enrols them knows the provider, and the page of the desk it sends back to', () => {
  for (const folder of ['api/staff-sign-in', 'api/people']) {
    expect(JSON.parse(environmentOf(folder).STAFF_PROVIDER ?? '')).toEqual({
      issuer: inlandConfig.staffProvider?.issuer,
      clientId: 'banli-desk',
      returnTo: `${inlandConfig.portalUrl}/desk/sign-in/return`,
    });
  }
});

test('text messages go by the gateway: no function may send one by SNS, and its secret is opened by the key of messages', () => {
  expect(actionsOf(dev)).toContain('sns:Publish');
  expect(actionsOf(inland)).not.toContain('sns:Publish');
  for (const folder of ['events/deliver-message', 'events/send-sign-in-code'])
    expect(JSON.parse(environmentOf(folder).SMS_GATEWAY ?? '')).toEqual(inlandConfig.sms);
});
