import { mockClient as mockForGood } from 'aws-sdk-client-mock';
import { onTestFinished } from 'vitest';

/** A client that sends nothing, until the end of the test: the class is the same for every file of the layer. */
export const mockClient: typeof mockForGood = (client) => {
  const mock = mockForGood(client);
  onTestFinished(() => mock.restore());
  return mock;
};
