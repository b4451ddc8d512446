import type { StaffSignIn, StaffSignInAnswer, Tokens } from '../../ports/sign-in.ts';
import type { OidcStaffProvider } from './oidc-staff-provider.ts';

const NOT_HERE: StaffSignInAnswer = { step: 'refused', refusal: { kind: 'signs-in-at-provider' } };

/** Colleagues whose logins are kept by their organisation's provider: none is made here, and none has a password of ours. */
export class ProviderStaffSignIn implements StaffSignIn {
  readonly #provider: OidcStaffProvider;

  constructor(provider: OidcStaffProvider) {
    this.#provider = provider;
  }

  async start(): Promise<StaffSignInAnswer> {
    return NOT_HERE;
  }

  async answer(): Promise<StaffSignInAnswer> {
    return NOT_HERE;
  }

  async refresh(refreshToken: string): Promise<Tokens | undefined> {
    return this.#provider.refresh(refreshToken);
  }

  /** The session item has ended ours; what else the person is signed in to by the provider is theirs. */
  async signOut(): Promise<void> {}

  /** Whom the provider knows by this name (the `sub` of its tokens) is who may be enrolled. */
  async enrol({ username }: { readonly username: string }) {
    return { issuer: this.#provider.issuer, subject: username };
  }
}
