import type { Call, CallsByFunction } from '../../local/calls.ts';
import type { Excuse } from './unseen-permissions.ts';

interface Permission {
  readonly name: string;
  readonly action: string;
  readonly resource: string;
  readonly matches: (call: Call) => boolean;
}

/**
 * What is wrong between the calls of the functions and their roles: a call that was not allowed, an allowed act that was
 * neither seen nor excused, a function never seen at all, an excuse for what nobody may do. [R34]
 */
export function judgeCalls(
  byFunction: CallsByFunction,
  excuses: readonly Excuse[],
  notCalled: Readonly<Record<string, string>>,
): readonly string[] {
  const faults: string[] = [];
  const used = new Set<Excuse>();
  for (const [name, { statements, calls }] of Object.entries(byFunction)) {
    for (const { action, resource, decision } of calls)
      if (decision !== 'Allow')
        faults.push(`${name} called ${action} on ${resource}, and its role does not allow it`);
    if (statements.length === 0 && !(name in notCalled))
      faults.push(`${name} made no call: no test shows it at work`);
    for (const permission of statements.flatMap((one) => permissionsOf(name, one))) {
      const excuse = excuses.filter((one) => covers(one, permission));
      for (const one of excuse) used.add(one);
      if (excuse.length === 0 && !calls.some(permission.matches))
        faults.push(`${name} may ${permission.action} on ${permission.resource}, and no test needed it`);
    }
  }
  for (const one of excuses)
    if (!used.has(one)) faults.push(`An excuse for what nobody may do: ${one.actions} (${one.why})`);
  return faults;
}

function permissionsOf(
  name: string,
  { actions, resources, notResources }: CallsByFunction[string]['statements'][number],
) {
  const named = resources.length > 0 ? resources : notResources.map((one) => `not ${one}`);
  return actions.flatMap((action) =>
    named.map((resource): Permission => {
      const ofAction = patternOf(action, 'i');
      const ofResource = resources.length > 0 ? patternOf(resource) : undefined;
      const matches = (call: Call) =>
        ofAction.test(call.action) && (ofResource === undefined || ofResource.test(call.resource));
      return { name, action, resource, matches };
    }),
  );
}

function covers({ functions, actions, resources }: Excuse, { name, action, resource }: Permission): boolean {
  return functions.test(name) && actions.test(action) && resources.test(resource);
}

/** As IAM reads it: `*` is any run of characters, `?` any one. */
function patternOf(pattern: string, flags = ''): RegExp {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, flags);
}
