import type { InvitationState } from '@portico/api/hiring/invitations/invitation.ts';
import type { JobPostState } from '@portico/api/hiring/job-posts/job-post.ts';
import type { OfferState } from '@portico/api/hiring/offers/offer.ts';
import type { ProposalState } from '@portico/api/hiring/proposals/proposal.ts';
import type { InvoiceState } from '@portico/api/money/invoices/invoice.ts';
import type { PayoutMethodState } from '@portico/api/money/payout-methods/payout-method.ts';
import type { PayoutState, WireBatchState } from '@portico/api/money/payouts/payout.ts';
import type { ApprovalState } from '@portico/api/procurement/approvals/approval.ts';
import type { PurchaseOrderState } from '@portico/api/procurement/purchase-orders/purchase-order.ts';
import type { RateExceptionState } from '@portico/api/procurement/rate-cards/rate-card.ts';
import type { AmendmentState } from '@portico/api/work/amendments/amendment.ts';
import type { ContractState } from '@portico/api/work/contracts/contract.ts';
import type { MilestoneState } from '@portico/api/work/milestones/milestone.ts';
import type { TimesheetState } from '@portico/api/work/timesheets/timesheet.ts';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import {
  ban,
  check,
  checkCheck,
  circleAlert,
  circleCheck,
  circleDashed,
  circlePause,
  circlePlay,
  circleX,
  clipboardList,
  hourglass,
  pencil,
  repeat,
  send,
  timer,
  undo2,
} from '../icons/icons.generated.ts';
import { wordsFor } from '../strings/strings.ts';
import { type TagKind, tag } from './tag.ts';

type Mark = readonly [TagKind, SVGTemplateResult];
type Marks<State extends string> = Readonly<Record<State, Mark>>;

const jobPostMarks: Marks<JobPostState> = {
  draft: ['neutral', pencil],
  pendingApproval: ['warning', hourglass],
  open: ['success', circlePlay],
  paused: ['warning', circlePause],
  filled: ['success', checkCheck],
  closed: ['neutral', ban],
  expired: ['neutral', timer],
  removed: ['danger', circleX],
};
const invitationMarks: Marks<InvitationState> = {
  sent: ['info', send],
  accepted: ['success', circleCheck],
  declined: ['neutral', circleX],
  withdrawn: ['neutral', undo2],
  expired: ['neutral', timer],
};
const proposalMarks: Marks<ProposalState> = {
  submitted: ['info', circleDashed],
  active: ['success', circlePlay],
  offered: ['warning', hourglass],
  hired: ['success', checkCheck],
  declined: ['neutral', circleX],
  withdrawn: ['neutral', undo2],
  closed: ['neutral', ban],
};
const offerMarks: Marks<OfferState> = {
  draft: ['neutral', pencil],
  pendingApproval: ['warning', hourglass],
  sent: ['info', send],
  countered: ['warning', repeat],
  accepted: ['success', checkCheck],
  declined: ['neutral', circleX],
  withdrawn: ['neutral', undo2],
  expired: ['neutral', timer],
};
const approvalMarks: Marks<ApprovalState> = {
  requested: ['warning', hourglass],
  approved: ['success', check],
  rejected: ['danger', circleX],
  changesRequested: ['warning', pencil],
  cancelled: ['neutral', undo2],
  expired: ['neutral', timer],
  stalled: ['danger', circleAlert],
};

const contractMarks: Marks<ContractState> = {
  pendingOnboarding: ['warning', clipboardList],
  ready: ['info', hourglass],
  active: ['success', circlePlay],
  paused: ['warning', circlePause],
  ending: ['warning', hourglass],
  ended: ['neutral', check],
  feedbackOpen: ['neutral', check],
  closed: ['neutral', ban],
  cancelled: ['neutral', undo2],
};

const invoiceMarks: Marks<InvoiceState> = {
  draft: ['neutral', pencil],
  issued: ['info', send],
  partlyPaid: ['warning', hourglass],
  overdue: ['danger', circleAlert],
  paid: ['success', checkCheck],
  credited: ['neutral', undo2],
};

const milestoneMarks: Marks<MilestoneState> = {
  planned: ['neutral', circleDashed],
  funding: ['warning', hourglass],
  funded: ['info', circlePlay],
  submitted: ['warning', send],
  released: ['success', check],
  settled: ['success', checkCheck],
  refundRequested: ['warning', repeat],
  refunded: ['neutral', undo2],
  disputed: ['danger', circleAlert],
};
const timesheetMarks: Marks<TimesheetState> = {
  open: ['info', circlePlay],
  freelancerReview: ['warning', pencil],
  clientReview: ['warning', hourglass],
  accepted: ['success', check],
  disputed: ['danger', circleAlert],
  security: ['success', timer],
  available: ['success', checkCheck],
  unbilled: ['neutral', ban],
  refunded: ['neutral', undo2],
};
const payoutMarks: Marks<PayoutState> = {
  requested: ['warning', hourglass],
  submitted: ['info', send],
  paid: ['success', checkCheck],
  failed: ['danger', circleX],
  returned: ['danger', undo2],
  cancelled: ['neutral', ban],
};
const payoutMethodMarks: Marks<PayoutMethodState> = {
  settingUp: ['neutral', circleDashed],
  waiting: ['warning', hourglass],
  usable: ['success', check],
  blocked: ['danger', ban],
  removed: ['neutral', circleX],
};
const wireBatchMarks: Marks<WireBatchState> = {
  prepared: ['warning', hourglass],
  sent: ['info', send],
  done: ['success', checkCheck],
  discarded: ['neutral', ban],
};
const amendmentMarks: Marks<AmendmentState> = {
  pendingApproval: ['warning', hourglass],
  proposed: ['info', send],
  pendingSignature: ['warning', hourglass],
  agreed: ['success', check],
  inForce: ['success', checkCheck],
  declined: ['neutral', circleX],
  withdrawn: ['neutral', undo2],
  rejected: ['danger', circleX],
  expired: ['neutral', timer],
};

const purchaseOrderMarks: Marks<PurchaseOrderState> = {
  draft: ['neutral', pencil],
  open: ['success', circlePlay],
  exhausted: ['warning', circleAlert],
  expired: ['neutral', timer],
  closed: ['neutral', ban],
};
const rateExceptionMarks: Marks<RateExceptionState> = {
  requested: ['warning', hourglass],
  approved: ['success', check],
  rejected: ['danger', circleX],
  withdrawn: ['neutral', undo2],
};

const status =
  <State extends string>(noun: string, marks: Marks<State>) =>
  (state: State): TemplateResult => {
    const [kind, shape] = marks[state] ?? ['neutral', circleDashed];
    return tag(kind, wordsFor(noun, state) ?? state, shape);
  };

export const jobPostStatus = status('jobPostState', jobPostMarks);
export const invitationStatus = status('invitationState', invitationMarks);
export const proposalStatus = status('proposalState', proposalMarks);
export const ownInvitationStatus = status('ownInvitationState', invitationMarks);
/** What is new to the client was sent by the freelancer; an offer made to one waits for the other. */
export const ownProposalStatus = status('ownProposalState', proposalMarks);
export const offerStatus = status('offerState', offerMarks);
export const ownOfferStatus = status('ownOfferState', offerMarks);
export const approvalStatus = status('approvalState', approvalMarks);
export const contractStatus = status('contractState', contractMarks);
export const invoiceStatus = status('invoiceState', invoiceMarks);
export const payoutStatus = status('payoutState', payoutMarks);
export const payoutMethodStatus = status('payoutMethodState', payoutMethodMarks);
export const wireBatchStatus = status('wireBatchState', wireBatchMarks);
export const amendmentStatus = status('amendmentState', amendmentMarks);
export const milestoneStatus = status('milestoneState', milestoneMarks);
export const timesheetStatus = status('timesheetState', timesheetMarks);
export const purchaseOrderStatus = status('purchaseOrderState', purchaseOrderMarks);
export const rateExceptionStatus = status('rateExceptionState', rateExceptionMarks);
