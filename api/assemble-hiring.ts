import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from './deps.ts';
import { watchConnects } from './hiring/connects/connects-jobs.ts';
import { connectsRoutes } from './hiring/connects/routes.ts';
import { customFieldRoutes } from './hiring/custom-fields/routes.ts';
import { invitationRoutes } from './hiring/invitations/routes.ts';
import { watchInvitations } from './hiring/invitations/watch-invitations.ts';
import { jobMarkRoutes } from './hiring/job-marks/routes.ts';
import { jobPostApprovals } from './hiring/job-posts/job-post-approvals.ts';
import { type JobPostPorts, jobPostRoutes } from './hiring/job-posts/routes.ts';
import { watchExpiry } from './hiring/job-posts/watch-expiry.ts';
import { watchSavedJobSearches } from './hiring/job-saved-searches/alert-jobs.ts';
import { savedJobSearchRoutes } from './hiring/job-saved-searches/routes.ts';
import type { JobSearch } from './hiring/job-search/keep-index.ts';
import { jobSearchRoutes } from './hiring/job-search/routes.ts';
import { jobSearchDeps } from './hiring/job-search/search-jobs.ts';
import { templateFields } from './hiring/job-templates/change-templates.ts';
import { jobTemplateRoutes } from './hiring/job-templates/routes.ts';
import { termsTemplateRoutes } from './hiring/offer-terms/routes.ts';
import { watchNewFreelancers } from './hiring/offers/claim-offers.ts';
import { createOfferDocuments } from './hiring/offers/document/offer-documents.ts';
import { freelancerOfferRoutes } from './hiring/offers/freelancer-routes.ts';
import { mailOfferInvitations } from './hiring/offers/mail-offer-invitation.ts';
import { offerApprovals } from './hiring/offers/offer-approvals.ts';
import { watchOffers } from './hiring/offers/offer-clock.ts';
import { teamOfferRoutes } from './hiring/offers/team-routes.ts';
import { proposalMessageRoutes } from './hiring/proposal-messages/routes.ts';
import { ownProposalRoutes } from './hiring/proposals/own-routes.ts';
import { countProposals } from './hiring/proposals/read-proposals.ts';
import { proposalRoutes } from './hiring/proposals/routes.ts';
import { watchProposals } from './hiring/proposals/watch-proposals.ts';
import { keepResponseTimes } from './hiring/response-times/keep-response-times.ts';
import type { PaymentPurposes } from './money/payments/purpose.ts';
import type { Identity } from './platform/auth/identity.ts';
import type { HttpEnv } from './platform/http/environment.ts';
import type { ApprovalSubjects } from './procurement/approvals/approval-subjects.ts';
import { approvalPolicyRoutes } from './procurement/approvals/policy-routes.ts';
import { approvalRoutes } from './procurement/approvals/routes.ts';
import { watchApprovals } from './procurement/approvals/watch-approvals.ts';
import { rateExceptionApprovals } from './procurement/rate-cards/rate-exceptions.ts';
import { amendmentApprovals } from './work/amendments/amendment-approvals.ts';
import { contractRoutes } from './work/contracts/routes.ts';
import { startDueContracts } from './work/contracts/start-due-contracts.ts';
import { watchPaymentRequests } from './work/payment-requests/carry-out-payment.ts';
import { paymentApprovals } from './work/payment-requests/payment-approvals.ts';

export type HiringDeps = Deps &
  Pick<Identity, 'authority' | 'directory' | 'site'> & { jobSearch: JobSearch; purposes: PaymentPurposes };

/** From a post to a signed contract: the routes, and what clock and events start. */
export type Hiring = { routes: readonly OpenAPIHono<HttpEnv>[]; watch(): void };

export function assembleHiring(deps: HiringDeps): Hiring {
  const findingJobs = jobSearchDeps(deps);
  const approvalSubjects: ApprovalSubjects = {
    jobPost: jobPostApprovals(deps),
    offer: offerApprovals(deps),
    amendment: amendmentApprovals(deps),
    funding: paymentApprovals(deps),
    bonus: paymentApprovals(deps),
    rateException: rateExceptionApprovals(deps),
  };
  const proposalCounts: JobPostPorts['proposalCounts'] = (db, _scope, ids) => countProposals(db, ids);
  const offers = { ...deps, documents: createOfferDocuments(deps) };
  return {
    routes: [
      jobMarkRoutes(findingJobs),
      savedJobSearchRoutes({ ...deps, ...findingJobs }),
      // After those with a word where it has a post's id.
      jobSearchRoutes(findingJobs),
      approvalRoutes(deps, approvalSubjects),
      approvalPolicyRoutes(deps),
      connectsRoutes(deps),
      jobPostRoutes(deps, { proposalCounts, templateFields }),
      jobTemplateRoutes(deps),
      customFieldRoutes(deps),
      invitationRoutes(deps),
      proposalRoutes(deps),
      ownProposalRoutes(deps),
      proposalMessageRoutes(deps),
      termsTemplateRoutes(deps),
      teamOfferRoutes(offers),
      freelancerOfferRoutes(offers),
      contractRoutes(deps),
    ],
    watch() {
      watchConnects(deps);
      watchExpiry(deps);
      watchInvitations(deps);
      watchProposals(deps);
      keepResponseTimes(deps);
      watchApprovals(deps, approvalSubjects);
      watchPaymentRequests(deps);
      watchOffers(deps);
      watchNewFreelancers(deps);
      mailOfferInvitations(deps);
      startDueContracts(deps);
      watchSavedJobSearches({ ...deps, ...findingJobs });
    },
  };
}
