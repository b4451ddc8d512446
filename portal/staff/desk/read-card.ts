import type { CaseStatus } from '../../../functions/domain/case/state.ts';
import type { ListedCase } from '../staff-types.ts';
import { isCaseStatus } from './status-tone.ts';

/** What lists show of a case: masked. What is not known is left out. */
export interface Card {
  readonly status: CaseStatus;
  readonly service: string;
  readonly receiptNumber?: string | undefined;
  readonly name?: string | undefined;
  readonly submittedAt?: string | undefined;
  readonly dueAt?: string | undefined;
  readonly warnAt?: string | undefined;
  readonly assignee?: string | undefined;
  readonly uncollected: boolean;
}

/** Reads a card: lists of every kind carry one, so the API knows its values and not its names. */
export function readCard({ card }: Pick<ListedCase, 'card'>): Card {
  const said = (name: string) => {
    const value = card[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    status: isCaseStatus(card.status) ? card.status : 'submitted',
    service: said('service') ?? '',
    receiptNumber: said('receiptNumber'),
    name: said('name'),
    submittedAt: said('submittedAt'),
    dueAt: said('dueAt'),
    warnAt: said('warnAt'),
    assignee: said('assignee'),
    uncollected: card.uncollected === true,
  };
}
