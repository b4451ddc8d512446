/**
 * Stands in bundles for parts of the SDK that clients carry and none of our calls uses: answers that come as a stream of
 * events, and asking DynamoDB for its endpoint, which is off unless a variable that no stage sets says so.
 */
export function resolveEventStreamSerdeConfig<Config>(config: Config): Config {
  return config;
}

export function eventStreamSerdeProvider(): undefined {
  return undefined;
}

export class EventStreamSerde {
  constructor() {
    throw new Error('Bundles carry nothing for streams of events');
  }
}

export function resolveEndpointDiscoveryConfig<Config>(config: Config): Config {
  return config;
}

export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: () => undefined,
  configFileSelector: () => undefined,
  default: undefined,
};

/** Hashes in plain JavaScript, for a Node that has none of its own. */
export const Sha1Js = undefined;
export const Sha256Js = undefined;
export const Md5Js = undefined;
