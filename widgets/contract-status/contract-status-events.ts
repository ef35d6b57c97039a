import type { ContractStatusItem } from '@portico/api/work/contract-status/schema.ts';
import type { Milestone } from '@portico/api/work/milestones/schema.ts';
import type { CoreEvents } from '../core/core-events.ts';
import type { WidgetAction } from './status-parts.ts';

/** A contract is about to be opened. Prevented: the widget leaves it to the host. Sent as `hire-select`. */
export type HireContractSelectDetail = { intent: 'open'; id: string; contract: ContractStatusItem };
/** Somebody is about to do something. Prevented: no dialog opens, the host does it. */
export type HireContractActionDetail = {
  action: WidgetAction;
  contract: ContractStatusItem;
  /** the milestone or timesheet it is about */
  subjectId: string | undefined;
};
/** Money has left escrow for a freelancer. */
export type HireMilestoneReleasedDetail = { contract: ContractStatusItem; milestone: Milestone };
/** Something else was done here; what it is now comes by itself. */
export type HireContractChangedDetail = {
  action: WidgetAction;
  contract: ContractStatusItem;
  /** nothing was paid: it waits for this approval, which `<hire-approvals>` shows */
  approvalId?: string;
};

/** By name, what `<hire-contract-status>` sends. */
export type ContractStatusEvents = CoreEvents & {
  'hire-select': HireContractSelectDetail;
  'hire-contract-action': HireContractActionDetail;
  'hire-milestone-released': HireMilestoneReleasedDetail;
  'hire-contract-changed': HireContractChangedDetail;
};

declare global {
  interface HTMLElementEventMap {
    'hire-contract-action': CustomEvent<HireContractActionDetail>;
    'hire-milestone-released': CustomEvent<HireMilestoneReleasedDetail>;
    'hire-contract-changed': CustomEvent<HireContractChangedDetail>;
  }
}
