import * as z from 'zod/mini';
import type { Role } from '../case/rule.ts';
import type { ClearVersion, RecordDefinition, RecordTypes } from '../record/definition.ts';
import type { Head } from '../record/head.ts';
import {
  type CarriedItem,
  type DestructionListPersonal,
  type DestructionListState,
  destructionListPersonal,
  destructionListState,
  type ItemRefusal,
  type ListItem,
} from './destruction-list-state.ts';
import { judgeList } from './judge-list.ts';

const event = z.looseObject({ type: z.string() });
export type DestructionListEvent = z.infer<typeof event>;

export type DestructionListCommand =
  | {
      readonly type: 'draft';
      readonly hall: string;
      readonly items: readonly ListItem[];
      readonly appraisal: string;
    }
  | { readonly type: 'review' }
  | { readonly type: 'approve' }
  | { readonly type: 'reject'; readonly text: string }
  | { readonly type: 'carry-out'; readonly results: readonly CarriedItem[]; readonly completeOn: string };

/** What a list is judged by: why each of its records may not be destroyed now; empty when all may. */
export interface DestructionListReference {
  readonly refusals: readonly ItemRefusal[];
}

/** Who may do what to a list; the persons of its acts are all different. [6.4.2] */
export const LIST_ROLES: Readonly<Record<'draft' | 'review' | 'approve' | 'reject', readonly Role[]>> = {
  draft: ['archivist', 'back-office'],
  review: ['supervisor', 'approver'],
  approve: ['archivist'],
  reject: ['supervisor', 'approver', 'archivist'],
};

export interface DestructionListTypes extends RecordTypes {
  readonly state: DestructionListState;
  readonly personal: DestructionListPersonal;
  readonly event: DestructionListEvent;
  readonly command: DestructionListCommand;
  readonly reference: DestructionListReference;
}

/**
 * A destruction list: drafted with an appraisal, reviewed, approved, carried out; each by another person, the last by the
 * operator's command alone. What may not be destroyed stops the list until it is taken off; what changed after the
 * approval is kept when it is carried out. [6.4.2]
 */
export const destructionListDefinition: RecordDefinition<DestructionListTypes> = {
  kind: 'destruction-list',
  schemaVersion: 1,
  schema: { state: destructionListState, personal: destructionListPersonal, event },
  judge: judgeList,
  headOf: headOfList,
};

/** Open lists first, the oldest of them on top; then those that ended. */
function headOfList({ state, hall }: ClearVersion<DestructionListState>): Head {
  const { status, items, drafted } = state;
  const open = status === 'drafted' || status === 'reviewed' || status === 'approved';
  return {
    card: {
      status,
      items: items.length,
      draftedAt: drafted.at,
      completeOn: state.status === 'carried-out' ? state.completeOn : null,
    },
    queue: { hall, queue: 'destruction-lists', sort: `${open ? 1 : 2}#${drafted.at}` },
  };
}
