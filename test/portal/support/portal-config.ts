import { vi } from 'vitest';
import { loadConfig } from '../../../portal/shared/config.ts';

/** The portal's settings as the page loads them before it draws; every file of the layer that needs some gives its own. */
export async function givenConfig(more: object = {}): Promise<void> {
  vi.stubGlobal('fetch', async () => Response.json({ apiUrl: '', timeZone: 'Asia/Shanghai', ...more }));
  await loadConfig();
  vi.unstubAllGlobals();
}
