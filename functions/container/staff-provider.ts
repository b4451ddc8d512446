import * as z from 'zod/mini';
import { OidcStaffProvider } from '../adapters/oidc/oidc-staff-provider.ts';
import { configured } from '../config.ts';

const settings = z.strictObject({ issuer: z.string(), clientId: z.string(), returnTo: z.url() });

/** The organisation's own provider of identities, where the stage names one. */
export function makeStaffProvider(): OidcStaffProvider | undefined {
  const named = configured('staffProvider');
  return named === 'none' ? undefined : new OidcStaffProvider(settings.parse(JSON.parse(named)));
}
