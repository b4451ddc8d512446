import { makeKernel } from '../../functions/container/kernel.ts';
import { makeDestruction } from '../destruction/make-destruction.ts';

/** Works on the restored table before anybody else does: in its epoch, although it is closed; nothing is published from here. */
export function makeRestored(stage: string, epoch: number, say: (line: string) => void) {
  const { store, relay } = makeKernel();
  const destroying = makeDestruction(stage);
  const kernel = { ...destroying.kernel, era: async () => ({ epoch, closed: false }) };
  return { ...destroying, kernel, say, relaying: { store, relay, bus: { publish: async () => [] } } };
}
