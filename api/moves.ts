import { boostMoves, lotMoves } from './hiring/connects/connects.ts';
import { invitationMoves } from './hiring/invitations/invitation.ts';
import { jobImportMoves } from './hiring/job-imports/job-import.ts';
import { jobPostMoves } from './hiring/job-posts/job-post.ts';
import { offerMoves } from './hiring/offers/offer.ts';
import { proposalMoves } from './hiring/proposals/proposal.ts';
import { exportMoves } from './insight/reports/exports/export.ts';
import { scheduleMoves } from './insight/reports/schedules/schedule.ts';
import { bankDisputeMoves } from './money/bank-disputes/bank-dispute.ts';
import { earningMoves } from './money/earnings/earning.ts';
import { holdMoves } from './money/holds/hold.ts';
import { invoiceMoves } from './money/invoices/invoice.ts';
import { transferMoves } from './money/ledger/ledger.ts';
import { methodSetupMoves, paymentMethodMoves } from './money/payment-methods/payment-method.ts';
import { paymentMoves } from './money/payments/payment.ts';
import { payoutMethodMoves } from './money/payout-methods/payout-method.ts';
import { payoutMoves, wireBatchMoves } from './money/payouts/payout.ts';
import { processorEventMoves } from './money/processor-events/processor-event.ts';
import { refundMoves } from './money/refunds/refund.ts';
import { subscriptionMoves } from './money/subscriptions/subscription.ts';
import { taxFormMoves } from './money/tax/tax-form.ts';
import { auditRunMoves } from './platform/audit/audit-run.ts';
import type { MoveTable } from './platform/moves/move.ts';
import { approvalMoves } from './procurement/approvals/approval.ts';
import { taskMoves } from './procurement/onboarding/onboarding-task.ts';
import { purchaseOrderMoves } from './procurement/purchase-orders/purchase-order.ts';
import { rateExceptionMoves } from './procurement/rate-cards/rate-card.ts';
import { poolMoves } from './talent/talent-pools/pool.ts';
import { poolMemberMoves } from './talent/talent-pools/pool-member.ts';
import { poolShareMoves } from './talent/talent-pools/pool-share.ts';
import { appealMoves } from './talent/vetting/vetting-appeal.ts';
import { applicationMoves } from './talent/vetting/vetting-application.ts';
import { documentMoves } from './talent/vetting/vetting-document.ts';
import { interviewMoves, slotMoves } from './talent/vetting/vetting-interview.ts';
import { rubricMoves } from './talent/vetting/vetting-rubric.ts';
import { amendmentMoves } from './work/amendments/amendment.ts';
import { bonusMoves } from './work/bonuses/bonus.ts';
import { contractMoves } from './work/contracts/contract.ts';
import { milestoneMoves } from './work/milestones/milestone.ts';
import { paymentRequestMoves } from './work/payment-requests/payment-request.ts';
import { refundRequestMoves } from './work/refunds/refund-request.ts';
import { periodMoves, retainerMoves } from './work/retainers/retainer.ts';
import { timerMoves } from './work/timer/timer.ts';
import { timesheetMoves } from './work/timesheets/timesheet.ts';

export type MovingNoun = {
  /** As in the code: `jobPost`. */
  noun: string;
  /** One sentence on what it is. */
  is: string;
  /** The state it comes into being with. */
  starts: string;
  /** Where its table is declared, from `api/`. */
  file: string;
  table: MoveTable<string, string>;
};

/** Everything that moves: what the docs draw. A table that is missing here fails the tests. */
export const movingNouns: readonly MovingNoun[] = [
  {
    noun: 'jobPost',
    is: 'Work that a client looks for somebody to do.',
    starts: 'draft',
    file: 'hiring/job-posts/job-post.ts',
    table: jobPostMoves,
  },
  {
    noun: 'jobImport',
    is: 'A file of job posts on its way in.',
    starts: 'queued',
    file: 'hiring/job-imports/job-import.ts',
    table: jobImportMoves,
  },
  {
    noun: 'invitation',
    is: 'A known person asked to propose on a post.',
    starts: 'sent',
    file: 'hiring/invitations/invitation.ts',
    table: invitationMoves,
  },
  {
    noun: 'proposal',
    is: 'A freelancer’s answer to a post. Archived and shortlisted are flags, not states.',
    starts: 'submitted',
    file: 'hiring/proposals/proposal.ts',
    table: proposalMoves,
  },
  {
    noun: 'boost',
    is: 'A sealed bid of connects for one of the top slots of a post.',
    starts: 'standing',
    file: 'hiring/connects/connects.ts',
    table: boostMoves,
  },
  {
    noun: 'connectsLot',
    is: 'Connects that came together and expire together; the soonest to expire are spent first.',
    starts: 'valid',
    file: 'hiring/connects/connects.ts',
    table: lotMoves,
  },
  {
    noun: 'vettingApplication',
    is: 'Somebody’s way into a vetted pool, and their time in it.',
    starts: 'invited',
    file: 'talent/vetting/vetting-application.ts',
    table: applicationMoves,
  },
  {
    noun: 'vettingRubric',
    is: 'What is scored and how much each part counts; every score keeps its version.',
    starts: 'draft',
    file: 'talent/vetting/vetting-rubric.ts',
    table: rubricMoves,
  },
  {
    noun: 'vettingDocument',
    is: 'A paper of an application, reviewed by itself.',
    starts: 'submitted',
    file: 'talent/vetting/vetting-document.ts',
    table: documentMoves,
  },
  {
    noun: 'interviewSlot',
    is: 'A time at which a reviewer can be talked to; it is taken once.',
    starts: 'open',
    file: 'talent/vetting/vetting-interview.ts',
    table: slotMoves,
  },
  {
    noun: 'vettingInterview',
    is: 'A conversation between an applicant and a reviewer. The freelancer moves it once.',
    starts: 'booked',
    file: 'talent/vetting/vetting-interview.ts',
    table: interviewMoves,
  },
  {
    noun: 'vettingAppeal',
    is: 'A freelancer’s no to a decision, heard by somebody who had no part in it.',
    starts: 'filed',
    file: 'talent/vetting/vetting-appeal.ts',
    table: appealMoves,
  },
  {
    noun: 'approval',
    is: 'Somebody else’s yes, in the steps that the tenant’s rules want.',
    starts: 'requested',
    file: 'procurement/approvals/approval.ts',
    table: approvalMoves,
  },
  {
    noun: 'talentPool',
    is: 'People kept at hand: a tenant’s own, or the installation’s that Pro clients browse.',
    starts: 'active',
    file: 'talent/talent-pools/pool.ts',
    table: poolMoves,
  },
  {
    noun: 'poolMember',
    is: 'Somebody’s place in a talent pool; nobody gets one without their own consent or contract.',
    starts: 'invited',
    file: 'talent/talent-pools/pool-member.ts',
    table: poolMemberMoves,
  },
  {
    noun: 'poolShare',
    is: 'A pool’s member shown to another company, if the freelancer agrees.',
    starts: 'requested',
    file: 'talent/talent-pools/pool-share.ts',
    table: poolShareMoves,
  },
  {
    noun: 'offer',
    is: 'Terms for one person, by versions; accepting one makes a contract.',
    starts: 'draft',
    file: 'hiring/offers/offer.ts',
    table: offerMoves,
  },
  {
    noun: 'contract',
    is: 'An accepted offer, from its start to the end of its feedback. Where nothing is to be done before work it begins ready, or active. Several things may pause it at once; it goes on when none is left.',
    starts: 'pendingOnboarding',
    file: 'work/contracts/contract.ts',
    table: contractMoves,
  },
  {
    noun: 'onboardingTask',
    is: 'Something to be done before work. What was done for an earlier contract, word for word, and still holds is there accepted at once.',
    starts: 'open',
    file: 'procurement/onboarding/onboarding-task.ts',
    table: taskMoves,
  },
  {
    noun: 'amendment',
    is: 'Other terms for a contract that is under way, signed by both; one at a time.',
    starts: 'pendingApproval',
    file: 'work/amendments/amendment.ts',
    table: amendmentMoves,
  },
  {
    noun: 'milestone',
    is: 'A part of fixed-price work whose sum waits in escrow until the work is accepted. What is not released or given back becomes a milestone of its own.',
    starts: 'planned',
    file: 'work/milestones/milestone.ts',
    table: milestoneMoves,
  },
  {
    noun: 'bonus',
    is: 'A sum beside what was agreed, paid at once.',
    starts: 'charging',
    file: 'work/bonuses/bonus.ts',
    table: bonusMoves,
  },
  {
    noun: 'paymentRequest',
    is: 'A funding or bonus that waits for somebody’s yes, and is then paid exactly as it was asked for.',
    starts: 'pendingApproval',
    file: 'work/payment-requests/payment-request.ts',
    table: paymentRequestMoves,
  },
  {
    noun: 'retainer',
    is: 'A fixed sum each week or month.',
    starts: 'proposed',
    file: 'work/retainers/retainer.ts',
    table: retainerMoves,
  },
  {
    noun: 'retainerPeriod',
    is: 'One week or month of a retainer: charged at its start, released at its end.',
    starts: 'charging',
    file: 'work/retainers/retainer.ts',
    table: periodMoves,
  },
  {
    noun: 'refundRequest',
    is: 'A client asks for money back that was earned already.',
    starts: 'requested',
    file: 'work/refunds/refund-request.ts',
    table: refundRequestMoves,
  },
  {
    noun: 'timesheet',
    is: 'One week of one hourly contract, from Monday 00:00 UTC. It never reopens; corrections are adjustments.',
    starts: 'open',
    file: 'work/timesheets/timesheet.ts',
    table: timesheetMoves,
  },
  {
    noun: 'timer',
    is: 'What a freelancer’s time runs on; one each, by the server’s clock.',
    starts: 'stopped',
    file: 'work/timer/timer.ts',
    table: timerMoves,
  },
  {
    noun: 'purchaseOrder',
    is: 'What a company has ordered and may spend with it. Offers and contracts commit it, charges spend it.',
    starts: 'draft',
    file: 'procurement/purchase-orders/purchase-order.ts',
    table: purchaseOrderMoves,
  },
  {
    noun: 'rateException',
    is: 'A rate above the rate card, asked for one person up to a day.',
    starts: 'requested',
    file: 'procurement/rate-cards/rate-card.ts',
    table: rateExceptionMoves,
  },
  {
    noun: 'payment',
    is: 'Money in. The processor is asked while no transaction is open; its answer settles the payment for good.',
    starts: 'pending',
    file: 'money/payments/payment.ts',
    table: paymentMoves,
  },
  {
    noun: 'subscription',
    is: 'A plan that a company pays for, period by period. A cancellation is a flag: it ends with the period that is paid.',
    starts: 'pending',
    file: 'money/subscriptions/subscription.ts',
    table: subscriptionMoves,
  },
  {
    noun: 'refund',
    is: 'Money back to where it came from. At once to a balance; through a processor when it says so.',
    starts: 'pending',
    file: 'money/refunds/refund.ts',
    table: refundMoves,
  },
  {
    noun: 'bankDispute',
    is: 'A payer’s bank takes a payment back. What it paid for is frozen until the bank has decided.',
    starts: 'needsResponse',
    file: 'money/bank-disputes/bank-dispute.ts',
    table: bankDisputeMoves,
  },
  {
    noun: 'paymentMethod',
    is: 'A card or bank account that a payer saved with the processor.',
    starts: 'active',
    file: 'money/payment-methods/payment-method.ts',
    table: paymentMethodMoves,
  },
  {
    noun: 'methodSetup',
    is: 'The saving of a payment method: begun here, finished in the processor’s frame.',
    starts: 'started',
    file: 'money/payment-methods/payment-method.ts',
    table: methodSetupMoves,
  },
  {
    noun: 'processorEvent',
    is: 'News from a processor: which object to look at again.',
    starts: 'received',
    file: 'money/processor-events/processor-event.ts',
    table: processorEventMoves,
  },
  {
    noun: 'invoice',
    is: 'What was bought, for whom and at what tax. Purchases on credit gather in a draft for a month; what is paid at once is issued and paid.',
    starts: 'draft',
    file: 'money/invoices/invoice.ts',
    table: invoiceMoves,
  },
  {
    noun: 'earning',
    is: 'What somebody earned: in security first, then theirs to take out. What goes back in part leaves its state.',
    starts: 'pending',
    file: 'money/earnings/earning.ts',
    table: earningMoves,
  },
  {
    noun: 'payoutMethod',
    is: 'Where a freelancer’s money goes. Only an account that its provider sets up begins so; others wait at once.',
    starts: 'settingUp',
    file: 'money/payout-methods/payout-method.ts',
    table: payoutMethodMoves,
  },
  {
    noun: 'payout',
    is: 'Money out, to a freelancer. Held first; then the rail is asked while no transaction is open.',
    starts: 'requested',
    file: 'money/payouts/payout.ts',
    table: payoutMoves,
  },
  {
    noun: 'wireBatch',
    is: 'Wires of one currency and day, in one file for the bank.',
    starts: 'prepared',
    file: 'money/payouts/payout.ts',
    table: wireBatchMoves,
  },
  {
    noun: 'taxForm',
    is: 'A signed W-9 or W-8BEN; without one that counts nothing is paid out.',
    starts: 'valid',
    file: 'money/tax/tax-form.ts',
    table: taxFormMoves,
  },
  {
    noun: 'moneyHold',
    is: 'An operator’s stop of one payout or of all of a freelancer’s.',
    starts: 'placed',
    file: 'money/holds/hold.ts',
    table: holdMoves,
  },
  {
    noun: 'ledgerTransfer',
    is: 'Entries that sum to zero. While pending it holds what it will take; it is settled by a row of its own and never edited.',
    starts: 'pending',
    file: 'money/ledger/ledger.ts',
    table: transferMoves,
  },
  {
    noun: 'auditRun',
    is: 'A signed export of the audit log, or a look over its whole chain.',
    starts: 'queued',
    file: 'platform/audit/audit-run.ts',
    table: auditRunMoves,
  },
  {
    noun: 'reportExport',
    is: 'A report as a file, made beside other work. One that a restart broke off is begun anew.',
    starts: 'queued',
    file: 'insight/reports/exports/export.ts',
    table: exportMoves,
  },
  {
    noun: 'reportSchedule',
    is: 'A report that comes by itself.',
    starts: 'active',
    file: 'insight/reports/schedules/schedule.ts',
    table: scheduleMoves,
  },
];
