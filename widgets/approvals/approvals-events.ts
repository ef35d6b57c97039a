import type { Approval } from '@portico/api/procurement/approvals/schema.ts';
import type { CoreEvents } from '../core/core-events.ts';

/** Somebody is about to look at a request or to decide. Prevented: the host does it. */
export type HireApprovalDetail = {
  action: 'open' | 'approve' | 'reject' | 'requestChanges';
  id: string;
  approval: Approval;
};
/** A request was decided about here. */
export type HireApprovalDecidedDetail = {
  decision: 'approved' | 'rejected' | 'changesRequested';
  approval: Approval;
};

/** By name, what `<hire-approvals>` sends. */
export type ApprovalsEvents = CoreEvents & {
  'hire-approval': HireApprovalDetail;
  'hire-approval-decided': HireApprovalDecidedDetail;
};

declare global {
  interface HTMLElementEventMap {
    'hire-approval': CustomEvent<HireApprovalDetail>;
    'hire-approval-decided': CustomEvent<HireApprovalDecidedDetail>;
  }
}
