import type { RecordRef } from '../../../functions/domain/record/version.ts';
import type { WorkflowItem, WorkflowItems } from '../../../functions/ports/workflow.ts';

type Token = NonNullable<WorkflowItem['token']>;

/** The workflow's items in memory; `since` says from when on one stands without a token. */
export class MemoryWorkflowItems implements WorkflowItems {
  readonly items = new Map<string, WorkflowItem & { readonly since?: string }>();

  async workflow({ id }: RecordRef) {
    const item = this.items.get(id);
    if (item === undefined) return undefined;
    const { since: _since, ...kept } = item;
    return kept;
  }

  async claimGeneration({ id }: RecordRef, before: number, at: string) {
    if ((this.items.get(id)?.generation ?? 0) !== before) return false;
    this.items.set(id, { generation: before + 1, startedAt: at, since: at });
    return true;
  }

  async keepToken({ id }: RecordRef, generation: number, token: Token) {
    const item = this.items.get(id);
    if (item?.generation !== generation) return false;
    this.items.set(id, { generation, startedAt: item.startedAt, token });
    return true;
  }

  async removeToken({ id }: RecordRef, token: Token, at: string) {
    const item = this.items.get(id);
    if (item?.token === undefined || Buffer.compare(item.token.sealed, token.sealed) !== 0) return;
    this.items.set(id, { generation: item.generation, startedAt: item.startedAt, since: at });
  }

  async endWorkflow({ id }: RecordRef) {
    const item = this.items.get(id);
    if (item !== undefined) this.items.set(id, { generation: item.generation, startedAt: item.startedAt });
  }
}
