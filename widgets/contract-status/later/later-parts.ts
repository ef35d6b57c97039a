import type { ContractStatusItem } from '@portico/api/work/contract-status/schema.ts';
import type { WidgetAction } from '../status-parts.ts';

/** What `later/` can do, once it is there. */
export type Later = {
  /** one contract, beside the list */
  show(id: string): Promise<void>;
  detail(): unknown;
  act(action: WidgetAction, contract: ContractStatusItem, subjectId?: string): Promise<void>;
  dialog(): unknown;
  /** from now on what changes elsewhere shows here */
  follow(): void;
  stop(): void;
};
