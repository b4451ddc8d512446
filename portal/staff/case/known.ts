import type { Deficiency } from '../../../functions/domain/case/state.ts';
import type { StaffCase, StaffService } from '../staff-types.ts';

/** A case and the service it belongs to, as it was when it was submitted. */
export interface Known {
  readonly one: StaffCase;
  readonly service: StaffService;
}

/** Whether a command is offered and open to this colleague now. */
export function isOpen({ commands }: StaffCase, command: string): boolean {
  return commands.some((offered) => offered.command === command && offered.open);
}

export function deficienciesOf({ state }: StaffCase): readonly Deficiency[] {
  return 'deficiencies' in state ? state.deficiencies : [];
}
