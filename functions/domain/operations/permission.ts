import type { Role } from '../case/rule.ts';

const READERS: readonly Role[] = ['supervisor', 'administrator', 'auditor'];
const DOERS: readonly Role[] = ['supervisor', 'administrator'];

/** Grants seeing how the system is run (backups, findings, drills) iff the colleague leads, administers or audits. */
export function maySeeOperations(roles: readonly Role[]): boolean {
  return roles.some((role) => READERS.includes(role));
}

/** Grants acting on findings and drills; an auditor sees them and changes nothing. */
export function mayRunOperations(roles: readonly Role[]): boolean {
  return roles.some((role) => DOERS.includes(role));
}
