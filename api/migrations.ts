import { platform } from './migrations/0001-platform.ts';
import { identity } from './migrations/0002-identity.ts';
import { embed } from './migrations/0003-embed.ts';
import { skills } from './migrations/0004-skills.ts';
import { freelancers } from './migrations/0005-freelancers.ts';
import { talentSearch } from './migrations/0006-talent-search.ts';
import { moves } from './migrations/0007-moves.ts';
import { ledger } from './migrations/0008-ledger.ts';
import { jobPosts } from './migrations/0009-job-posts.ts';
import { approvals } from './migrations/0010-approvals.ts';
import { jobImports } from './migrations/0011-job-imports.ts';
import { notifications } from './migrations/0012-notifications.ts';
import { jobSearch } from './migrations/0013-job-search.ts';
import { proposals } from './migrations/0014-proposals.ts';
import { offers } from './migrations/0015-offers.ts';
import { earnings } from './migrations/0016-earnings.ts';
import { payments } from './migrations/0017-payments.ts';
import { payouts } from './migrations/0018-payouts.ts';
import { invoices } from './migrations/0019-invoices.ts';
import { contracts } from './migrations/0020-contracts.ts';
import { milestones } from './migrations/0021-milestones.ts';
import { timesheets } from './migrations/0022-timesheets.ts';
import { demoClock } from './migrations/0023-demo-clock.ts';
import { vetting } from './migrations/0024-vetting.ts';
import { talentPools } from './migrations/0025-talent-pools.ts';
import { approvalPolicies } from './migrations/0026-approval-policies.ts';
import { procurement } from './migrations/0027-procurement.ts';
import { onboarding } from './migrations/0028-onboarding.ts';
import { subscriptions } from './migrations/0029-subscriptions.ts';
import { reports } from './migrations/0030-reports.ts';
import { auditExports } from './migrations/0031-audit-exports.ts';
import { embedSignIn } from './migrations/0032-embed-sign-in.ts';
import { embedObservations } from './migrations/0033-embed-observations.ts';
import { brand } from './migrations/0034-brand.ts';
import { tenantDomains } from './migrations/0035-tenant-domains.ts';
import { discarded } from './migrations/0037-discarded.ts';
import { preferences } from './migrations/0038-preferences.ts';
import { namesByTime } from './migrations/0039-names-by-time.ts';
import type { NamedMigration } from './platform/database/migrate.ts';

/** All migrations in the order of running; a released one is never changed. */
export const migrations: readonly NamedMigration[] = [
  platform,
  identity,
  embed,
  skills,
  freelancers,
  talentSearch,
  moves,
  ledger,
  jobPosts,
  approvals,
  jobImports,
  notifications,
  jobSearch,
  proposals,
  offers,
  earnings,
  payments,
  payouts,
  invoices,
  milestones,
  contracts,
  timesheets,
  demoClock,
  vetting,
  talentPools,
  approvalPolicies,
  procurement,
  reports,
  onboarding,
  subscriptions,
  auditExports,
  embedSignIn,
  embedObservations,
  tenantDomains,
  brand,
  discarded,
  preferences,
  namesByTime,
];
