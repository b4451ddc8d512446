import type { StageConfig } from './config.ts';
import type { Issuer } from './constructs/http-api.ts';

/** Whose tokens open /staff, where the organisation has a provider of its own. */
export function staffIssuer({ staffProvider }: StageConfig): Issuer | undefined {
  return staffProvider && { url: staffProvider.issuer, audience: [staffProvider.audience] };
}

/** What the function that signs staff in is told of it. */
export function providerSettings({ staffProvider, portalUrl }: StageConfig): string {
  if (staffProvider === undefined) return 'none';
  const { issuer, clientId } = staffProvider;
  return JSON.stringify({ issuer, clientId, returnTo: `${portalUrl}/desk/sign-in/return` });
}
