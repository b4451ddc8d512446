import type { TestProject } from 'vitest/node';
import { raiseTestCloud, type TestCloud } from '../../../local/test-cloud.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    cloud: TestCloud;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { cloud, lower } = await raiseTestCloud('integration');
  project.provide('cloud', cloud);
  return lower;
}
