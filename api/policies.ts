import { notificationsPolicy } from './collaboration/notifications/policy.ts';
import { connectsPolicy } from './hiring/connects/policy.ts';
import { invitationsPolicy } from './hiring/invitations/policy.ts';
import { jobImportsPolicy } from './hiring/job-imports/policy.ts';
import { jobPostsPolicy } from './hiring/job-posts/policy.ts';
import { jobSearchPolicy } from './hiring/job-search/policy.ts';
import { offersPolicy } from './hiring/offers/policy.ts';
import { proposalsPolicy } from './hiring/proposals/policy.ts';
import { responseTimePolicy } from './hiring/response-times/policy.ts';
import { reportsPolicy } from './insight/reports/policy.ts';
import { rateBenchmarkPolicy } from './insight/reports/rate-benchmark/policy.ts';
import { serviceLevelsPolicy } from './insight/reports/service-levels/policy.ts';
import { tenurePolicy } from './insight/reports/tenure/policy.ts';
import { earningsPolicy } from './money/earnings/policy.ts';
import { feePolicy } from './money/fees/policy.ts';
import { salesTaxPolicy } from './money/fees/sales-tax-policy.ts';
import { invoicesPolicy } from './money/invoices/policy.ts';
import { paymentsPolicy } from './money/payments/policy.ts';
import { payoutsPolicy } from './money/payout-methods/policy.ts';
import { subscriptionsPolicy } from './money/subscriptions/policy.ts';
import { taxPolicy } from './money/tax/policy.ts';
import { auditPolicy } from './platform/audit/policy.ts';
import { domainsPolicy } from './platform/domains/policy.ts';
import { embedPolicy } from './platform/embed-observations/policy.ts';
import { embedSignInPolicy } from './platform/embed-sessions/sign-in-policy.ts';
import { filesPolicy } from './platform/files/policy.ts';
import type { AnyPolicy } from './platform/policies/policy.ts';
import { approvalsPolicy } from './procurement/approvals/policy.ts';
import { complianceDocumentsPolicy } from './procurement/compliance-documents/policy.ts';
import { onboardingPolicy } from './procurement/onboarding/policy.ts';
import { procurementPolicy } from './procurement/purchase-orders/policy.ts';
import { talentPoolsPolicy } from './talent/talent-pools/policy.ts';
import { vettingPolicy } from './talent/vetting/policy.ts';
import { contractsPolicy } from './work/contracts/policy.ts';
import { milestonesPolicy } from './work/milestones/policy.ts';
import { timesheetsPolicy } from './work/timesheets/policy.ts';

/** Every policy there is, in the order in which settings show them. */
export const policies: readonly AnyPolicy[] = [
  jobPostsPolicy,
  approvalsPolicy,
  procurementPolicy,
  offersPolicy,
  invitationsPolicy,
  vettingPolicy,
  proposalsPolicy,
  responseTimePolicy,
  connectsPolicy,
  milestonesPolicy,
  timesheetsPolicy,
  feePolicy,
  paymentsPolicy,
  subscriptionsPolicy,
  contractsPolicy,
  onboardingPolicy,
  complianceDocumentsPolicy,
  invoicesPolicy,
  salesTaxPolicy,
  earningsPolicy,
  jobSearchPolicy,
  embedSignInPolicy,
  embedPolicy,
  domainsPolicy,
  talentPoolsPolicy,
  jobImportsPolicy,
  payoutsPolicy,
  taxPolicy,
  reportsPolicy,
  filesPolicy,
  auditPolicy,
  tenurePolicy,
  serviceLevelsPolicy,
  rateBenchmarkPolicy,
  notificationsPolicy,
];
