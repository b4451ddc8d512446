import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Stands in bundles where the SDK looks for credentials: Lambda gives its role's in the environment. The SDK's own
 * chain (profiles, SSO, instance metadata, web identity and the clients for them) is a fifth of a function.
 */
export function defaultProvider() {
  return fromEnv();
}
