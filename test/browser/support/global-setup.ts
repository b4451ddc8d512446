import { raiseTestCloud } from '../../../local/test-cloud.ts';

/** The workers of the runner learn of the cloud through their environment. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const { cloud, lower } = await raiseTestCloud('browser', { portal: true });
  process.env.BANLI_TEST_CLOUD = JSON.stringify(cloud);
  return lower;
}
