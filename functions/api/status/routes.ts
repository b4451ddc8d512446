import { toldToCustomers } from '../../domain/health/health.ts';
import { readStatus } from '../../http/contract/operations.ts';
import { route } from '../../http/route.ts';
import { type AskingHealth, askHealth } from '../../use-cases/operations/ask-health.ts';

/** What everybody is told: which part is late and since when, and nothing that helps to harm it. [2.3.1] */
export function statusRoutes(asking: AskingHealth) {
  return [
    route(readStatus, async ({ now }) => {
      return { answer: { ...toldToCustomers(await askHealth(asking, now)), asOf: now } };
    }),
  ];
}
