import type { CannedRoute } from './canned-api.ts';
import { cannedApprovals } from './canned-approvals.ts';
import { cannedContracts } from './canned-contracts.ts';
import { cannedJobs } from './canned-jobs.ts';
import { cannedPools } from './canned-pools.ts';
import { cannedProposals } from './canned-proposals.ts';
import { cannedSpend } from './canned-spend.ts';
import { cannedWeeks } from './canned-weeks.ts';

/** A session for all eight on one page. */
export const everyGrant: Record<string, Record<string, boolean>> = {
  talentSearch: { save: true, compare: true, invite: true },
  jobPost: { read: true, draft: true, publish: true },
  proposals: { read: true, note: true, decide: true, message: true },
  contractStatus: { read: true, approve: true, fund: true, release: true, bonus: true, manage: true },
  timesheetReview: { read: true, decide: true },
  approvals: { read: true, decide: true },
  talentPool: { read: true, note: true, offer: true },
  spend: { read: true },
};

export const everyRoute = (): Record<string, CannedRoute> => ({
  ...cannedProposals().routes,
  ...cannedJobs().routes,
  ...cannedContracts().routes,
  ...cannedWeeks().routes,
  ...cannedApprovals().routes,
  ...cannedPools().routes,
  ...cannedSpend().routes,
});
