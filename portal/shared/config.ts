import type { LocalizedText } from '../../functions/domain/language.ts';

/** What differs between places where the same build is served: `/config.json` beside the pages. */
export interface Config {
  /** Origin of the API; empty where it answers on the pages' own. */
  readonly apiUrl: string;
  readonly timeZone: string;
  /** Instant at which a service that is down is back; the operators write it here. */
  readonly backAt?: string;
  /** Where people say how it went, for example a mail address. */
  readonly feedback?: string;
  /** Where staff sign in at their organisation's own provider of identities: by what name they know it. */
  readonly staffProvider?: { readonly name: LocalizedText };
  readonly hall: {
    readonly name: LocalizedText;
    readonly phone: string;
    readonly hours: LocalizedText;
    readonly address: LocalizedText;
  };
}

let loaded: Config | undefined;

export async function loadConfig(): Promise<Config> {
  const answer = await fetch('/config.json');
  const config: Config = await answer.json();
  loaded = config;
  return config;
}

/** The settings loaded before the first page was drawn. */
export function config(): Config {
  if (loaded === undefined) throw new Error('config() before loadConfig()');
  return loaded;
}
