import type { RecordRef } from '../../../functions/domain/record/version.ts';
import type { Lives, WorkflowItem, WorkflowItems } from '../../../functions/ports/workflow.ts';

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

  async claimGeneration({ id }: RecordRef, before: number, at: string, lives: Lives = { region: 'here' }) {
    const standing = this.items.get(id);
    if ((standing?.generation ?? 0) !== before) return false;
    const elsewhere = standing?.elsewhere;
    const next = { generation: before + 1, startedAt: at, since: at };
    this.items.set(id, { ...(elsewhere && { elsewhere }), ...lives, ...next });
    return true;
  }

  async keepToken({ id }: RecordRef, generation: number, token: Token) {
    const item = this.items.get(id);
    if (item?.generation !== generation) return false;
    const { since: _since, ...standing } = item;
    this.items.set(id, { ...standing, token });
    return true;
  }

  async removeToken({ id }: RecordRef, token: Token, at: string) {
    const item = this.items.get(id);
    if (item?.token === undefined || Buffer.compare(item.token.sealed, token.sealed) !== 0) return;
    const { token: _used, ...standing } = item;
    this.items.set(id, { ...standing, since: at });
  }

  async endWorkflow({ id }: RecordRef) {
    const item = this.items.get(id);
    if (item === undefined) return;
    const { token: _token, since: _since, ...ended } = item;
    this.items.set(id, ended);
  }
}
