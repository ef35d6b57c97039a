import { OpenAPIHono } from '@hono/zod-openapi';
import { requestId } from 'hono/request-id';
import type { Logger } from 'pino';
import { forgetOldNotifications } from './collaboration/notifications/forget-old-notifications.ts';
import {
  createNotificationStreams,
  type NotificationStreams,
} from './collaboration/notifications/notification-streams.ts';
import { notificationRoutes } from './collaboration/notifications/routes.ts';
import { tellPeople } from './collaboration/notifications/tell-people.ts';
import { connectsPurchase, connectsPurpose } from './hiring/connects/buy-connects.ts';
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
import { createJobSearch, type JobSearch } from './hiring/job-search/keep-index.ts';
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
import type { PaymentProcessor } from './money/payments/processor.ts';
import { watchPayments } from './money/payments/settle-payment.ts';
import { auditRoutes } from './platform/audit/routes.ts';
import { forgetOldSessions } from './platform/auth/forget-old.ts';
import { createIdentity, type Identity } from './platform/auth/identity.ts';
import { authRoutes } from './platform/auth/routes.ts';
import type { Clock, NewId } from './platform/clock/clock.ts';
import type { Database } from './platform/database/database.ts';
import { embedSessionRoutes } from './platform/embed-sessions/routes.ts';
import { createOutbox, type Outbox } from './platform/events/events.ts';
import type { Files } from './platform/files/files.ts';
import { sweepFiles } from './platform/files/remove-unattached-files.ts';
import { fileRoutes } from './platform/files/routes.ts';
import { bodyRules } from './platform/http/body-rules.ts';
import { clientAddress } from './platform/http/client-address.ts';
import type { HttpEnv } from './platform/http/environment.ts';
import { onError, problemResponse } from './platform/http/on-error.ts';
import { type Cursors, createCursors } from './platform/http/paging.ts';
import { notFound } from './platform/http/problem.ts';
import { rateLimit } from './platform/http/rate-limit.ts';
import { requestLog } from './platform/http/request-log.ts';
import { securityHeaders } from './platform/http/security-headers.ts';
import { type StaticFolders, staticFiles } from './platform/http/static-files.ts';
import { partsOf, withoutTenantPath } from './platform/http/tenant-path.ts';
import { jobRoutes } from './platform/jobs/routes.ts';
import { createJobRunner, type JobRunner } from './platform/jobs/run-jobs.ts';
import type { Mailer } from './platform/mail/mailer.ts';
import { developmentMailRoutes } from './platform/mail/routes.ts';
import { apiReference } from './platform/operation/api-reference.ts';
import { createMetrics, type Metrics, measured } from './platform/operation/metrics.ts';
import { operationRoutes, type Readiness } from './platform/operation/routes.ts';
import { policyRoutes } from './platform/policies/routes.ts';
import { keyRoutes } from './platform/tenants/key-routes.ts';
import { mailInvitations } from './platform/tenants/mail-invitation.ts';
import { memberRoutes } from './platform/tenants/member-routes.ts';
import { tenantRoutes } from './platform/tenants/routes.ts';
import { policies } from './policies.ts';
import type { ApprovalSubjects } from './procurement/approvals/approval-subjects.ts';
import { approvalRoutes } from './procurement/approvals/routes.ts';
import { watchApprovals } from './procurement/approvals/watch-approvals.ts';
import { watchIdleFreelancers } from './talent/freelancers/hide-idle-freelancers.ts';
import { mailIdleWarnings } from './talent/freelancers/mail-idle-warnings.ts';
import { freelancerIdOf } from './talent/freelancers/read-freelancers.ts';
import { freelancerRoutes } from './talent/freelancers/routes.ts';
import { isSaved } from './talent/lists/read-saved.ts';
import { talentListRoutes } from './talent/lists/routes.ts';
import { watchSavedSearches } from './talent/saved-searches/alert-jobs.ts';
import { savedSearchRoutes } from './talent/saved-searches/routes.ts';
import { createTalentSearch, type TalentSearch } from './talent/search/keep-index.ts';
import { talentSearchRoutes } from './talent/search/routes.ts';
import { skillRoutes } from './talent/skills/routes.ts';
import { talentPoolRoutes } from './talent/talent-pools/routes.ts';
import { workedWithUs } from './work/contracts/read-contracts.ts';
import { contractRoutes } from './work/contracts/routes.ts';
import { startDueContracts } from './work/contracts/start-due-contracts.ts';

/** Everything impure, handed in: tests hand in other implementations of the same ports. */
export type Impure = {
  database: Database;
  /** Where uploaded bytes are kept. */
  files: Files;
  clock: Clock;
  newId: NewId;
  log: Logger;
  /** Signs cursors, sessions and embed tokens; 32 bytes or more. */
  secret: string;
  /** Where people reach this installation: `https://talent.example`. */
  baseUrl: string;
  /** Addresses whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[];
  requestsPerMinute: number;
  /** Where search keeps its index between starts; without it each start reads every profile. */
  searchFolder?: string;
  mailer: Mailer;
  /** Takes payments. */
  processor: PaymentProcessor;
  /** Shows mails that went to a folder at /v1/dev/mail; never in production. */
  showsMails?: boolean;
  /** Built browser files; without them the API serves itself alone. */
  staticFolders?: StaticFolders;
};

/** What slices get: the impure ports and what the platform builds on them. */
export type Deps = Impure & {
  outbox: Outbox;
  jobs: JobRunner;
  cursors: Cursors;
  metrics: Metrics;
  readiness: Readiness[];
};

/** Both searches are started by whoever serves, and stopped before the database is closed. */
export type App = {
  http: OpenAPIHono<HttpEnv>;
  deps: Deps;
  identity: Identity;
  talentSearch: TalentSearch;
  jobSearch: JobSearch;
  /** Closed before the server is, which waits for answers that have not ended. */
  notificationStreams: NotificationStreams;
};

export function createApp(impure: Impure): App {
  const deps: Deps = {
    ...impure,
    outbox: createOutbox(impure.newId),
    jobs: createJobRunner(impure),
    cursors: createCursors(impure.secret),
    metrics: createMetrics(),
    readiness: [],
  };
  const identity = createIdentity({
    ...deps,
    findFreelancerId: freelancerIdOf,
  });
  const talentSearch = createTalentSearch(deps, deps.searchFolder);
  const jobSearch = createJobSearch(deps, deps.searchFolder);
  deps.readiness.push({ name: 'search index', isReady: talentSearch.isReady });
  deps.readiness.push({ name: 'job search index', isReady: jobSearch.isReady });
  const http = new OpenAPIHono<HttpEnv>({ getPath: (request) => withoutTenantPath(partsOf(request.url).path) });
  http.onError(onError);
  http.notFound((c) => problemResponse(c, notFound()));
  http.use(
    requestId({ limitLength: 64 }),
    clientAddress(deps.trustedProxies),
    requestLog(deps.log),
    measured(deps.metrics),
    // A route that needs another value, as images for other origins do, keeps its own.
    securityHeaders,
  );
  http.use('/v1/*', ...identity.middleware);
  http.use('/v1/*', rateLimit({ name: 'api', limit: deps.requestsPerMinute, windowSeconds: 60 }), bodyRules(isUpload));
  http.route('/', operationRoutes(deps));
  http.route('/', authRoutes(identity));
  http.route('/', tenantRoutes({ ...deps, ...identity }, identity));
  http.route('/', memberRoutes({ ...deps, ...identity }));
  http.route('/', keyRoutes({ ...deps, ...identity }));
  http.route('/', embedSessionRoutes(deps, identity));
  http.route('/', auditRoutes(deps));
  http.route('/', policyRoutes(deps, policies));
  if (deps.showsMails) http.route('/', developmentMailRoutes(deps.mailer));
  http.route('/', jobRoutes(deps));
  http.route('/', fileRoutes(deps));
  http.route('/', freelancerRoutes(deps, { isSaved: (c, id) => isSaved(deps.database.db, c, id) }));
  http.route('/', skillRoutes(deps));
  const searching = { ...deps, talentSearch, workedWithUs: workedWithUs(deps.database.db) };
  http.route('/', talentSearchRoutes(searching));
  http.route('/', talentListRoutes(deps));
  http.route('/', savedSearchRoutes(searching));
  const findingJobs = jobSearchDeps({ ...deps, jobSearch });
  http.route('/', jobMarkRoutes(findingJobs));
  http.route('/', savedJobSearchRoutes({ ...deps, ...findingJobs }));
  // After those with a word where it has a post's id.
  http.route('/', jobSearchRoutes(findingJobs));
  http.route('/', talentPoolRoutes(deps));
  const offering = { ...deps, directory: identity.directory, site: identity.site };
  const approvalSubjects: ApprovalSubjects = { jobPost: jobPostApprovals(deps), offer: offerApprovals(offering) };
  http.route('/', approvalRoutes(deps, approvalSubjects));
  const payments = { ...deps, purposes: { [connectsPurchase]: connectsPurpose(deps) } };
  http.route('/', connectsRoutes(payments));
  const hiring = { ...deps, directory: identity.directory };
  const proposalCounts: JobPostPorts['proposalCounts'] = (db, _scope, ids) => countProposals(db, ids);
  http.route('/', jobPostRoutes(hiring, { proposalCounts, templateFields }));
  http.route('/', jobTemplateRoutes(deps));
  http.route('/', customFieldRoutes(deps));
  http.route('/', invitationRoutes(hiring));
  http.route('/', proposalRoutes(hiring));
  http.route('/', ownProposalRoutes(hiring));
  http.route('/', proposalMessageRoutes(hiring));
  const offers = { ...offering, documents: createOfferDocuments(offering) };
  http.route('/', termsTemplateRoutes(deps));
  http.route('/', teamOfferRoutes(offers));
  http.route('/', freelancerOfferRoutes(offers));
  http.route('/', contractRoutes(offering));
  const notificationStreams = createNotificationStreams({ ...deps, ...identity });
  http.route('/', notificationRoutes({ ...deps, ...identity }, notificationStreams));
  http.route('/', apiReference(http));
  if (deps.staticFolders) http.route('/', staticFiles(deps.staticFolders));
  sweepFiles(deps);
  mailInvitations(deps, identity.site, identity.directory);
  forgetOldSessions(deps);
  watchIdleFreelancers(deps);
  watchConnects(deps);
  watchPayments(payments);
  watchExpiry(deps);
  watchInvitations(hiring);
  watchProposals(hiring);
  keepResponseTimes(deps);
  watchApprovals(deps, approvalSubjects);
  watchOffers(offering);
  watchNewFreelancers(offering);
  mailOfferInvitations(offering);
  startDueContracts(offering);
  tellPeople({ ...deps, ...identity }, (personIds) => {
    notificationStreams.look(personIds).catch((error: unknown) => deps.log.warn({ err: error }, 'live news failed'));
  });
  forgetOldNotifications(deps);
  mailIdleWarnings({ ...deps, ...identity });
  watchSavedSearches({ ...searching, ...identity });
  watchSavedJobSearches({ ...deps, ...identity, ...findingJobs });
  return { http, deps, identity, talentSearch, jobSearch, notificationStreams };
}

/** Paths that take files; their routes bound size and type themselves. */
function isUpload(path: string): boolean {
  return /\/(photo|images|files)$/.test(path);
}
