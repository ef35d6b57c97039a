import { OpenAPIHono } from '@hono/zod-openapi';
import { except } from 'hono/combine';
import { requestId } from 'hono/request-id';
import { assembleEmbedConsole } from './assemble-embed-console.ts';
import { assembleHiring } from './assemble-hiring.ts';
import { assembleInsight, type Reports } from './assemble-insight.ts';
import { assemblePayments } from './assemble-payments.ts';
import { assembleProcurement } from './assemble-procurement.ts';
import { assembleTalent } from './assemble-talent.ts';
import { assembleWork } from './assemble-work.ts';
import { forgetOldNotifications } from './collaboration/notifications/forget-old-notifications.ts';
import {
  createNotificationStreams,
  type NotificationStreams,
} from './collaboration/notifications/notification-streams.ts';
import { notificationRoutes } from './collaboration/notifications/routes.ts';
import { type SecondPath, tellPeople } from './collaboration/notifications/tell-people.ts';
import type { Deps, Impure } from './deps.ts';
import { jobImportRoutes } from './hiring/job-imports/routes.ts';
import { runImports } from './hiring/job-imports/run-import.ts';
import { createJobSearch, type JobSearch } from './hiring/job-search/keep-index.ts';
import { nameObjects } from './insight/audit-names/name-objects.ts';
import { everythingRoutes } from './insight/search/routes.ts';
import { anchorHeads } from './platform/audit/anchor-heads.ts';
import { auditRoutes } from './platform/audit/routes.ts';
import { runAudits } from './platform/audit/run-audit.ts';
import { forgetOldSessions } from './platform/auth/forget-old.ts';
import { createIdentity, type Identity } from './platform/auth/identity.ts';
import { authRoutes } from './platform/auth/routes.ts';
import { demoClockRoutes } from './platform/clock/routes.ts';
import { forgetDiscarded } from './platform/discarded/forget-discarded.ts';
import { embedSessionRoutes } from './platform/embed-sessions/routes.ts';
import { createOutbox } from './platform/events/events.ts';
import { sweepFiles } from './platform/files/remove-unattached-files.ts';
import { fileRoutes } from './platform/files/routes.ts';
import { bodyRules } from './platform/http/body-rules.ts';
import { clientAddress } from './platform/http/client-address.ts';
import { dateHeader } from './platform/http/date-header.ts';
import type { HttpEnv } from './platform/http/environment.ts';
import { onError, problemResponse } from './platform/http/on-error.ts';
import { createCursors } from './platform/http/paging.ts';
import { notFound } from './platform/http/problem.ts';
import { rateLimit } from './platform/http/rate-limit.ts';
import { requestLog } from './platform/http/request-log.ts';
import { securityHeaders } from './platform/http/security-headers.ts';
import { staticFiles } from './platform/http/static-files.ts';
import { partsOf, withoutTenantPath } from './platform/http/tenant-path.ts';
import { jobRoutes } from './platform/jobs/routes.ts';
import { createJobRunner } from './platform/jobs/run-jobs.ts';
import { developmentMailRoutes } from './platform/mail/routes.ts';
import { apiReference } from './platform/operation/api-reference.ts';
import { createMetrics, measured } from './platform/operation/metrics.ts';
import { operationRoutes } from './platform/operation/routes.ts';
import { policyRoutes } from './platform/policies/routes.ts';
import { preferenceRoutes } from './platform/preferences/routes.ts';
import { brandFront } from './platform/tenants/brand-front.ts';
import { brandPreviewRoutes } from './platform/tenants/brand-preview-routes.ts';
import { brandRoutes } from './platform/tenants/brand-routes.ts';
import { keyRoutes } from './platform/tenants/key-routes.ts';
import { mailInvitations } from './platform/tenants/mail-invitation.ts';
import { memberRoutes } from './platform/tenants/member-routes.ts';
import { tenantRoutes } from './platform/tenants/routes.ts';
import { teamRoutes } from './platform/tenants/team-routes.ts';
import { policies } from './policies.ts';
import { approvalMailPath } from './procurement/approvals/mail-links.ts';
import { watchIdleFreelancers } from './talent/freelancers/hide-idle-freelancers.ts';
import { mailIdleWarnings } from './talent/freelancers/mail-idle-warnings.ts';
import { freelancerIdOf } from './talent/freelancers/read-freelancers.ts';
import { readUsualRate } from './talent/freelancers/read-usual-rate.ts';
import { freelancerRoutes } from './talent/freelancers/routes.ts';
import { isSaved } from './talent/lists/read-saved.ts';
import { talentListRoutes } from './talent/lists/routes.ts';
import { watchSavedSearches } from './talent/saved-searches/alert-jobs.ts';
import { savedSearchRoutes } from './talent/saved-searches/routes.ts';
import { createTalentSearch, type TalentSearch } from './talent/search/keep-index.ts';
import { talentSearchRoutes } from './talent/search/routes.ts';
import { skillRoutes } from './talent/skills/routes.ts';
import type { ChangeStreams } from './work/contract-status/change-streams.ts';
import { workedWithUs } from './work/contracts/read-contracts.ts';

/** Both searches are started by whoever serves, and stopped before the database is closed. */
export type App = {
  http: OpenAPIHono<HttpEnv>;
  /** What people do, for who already knows who acts: `http` has them behind sign-in, limits and headers. */
  routes: readonly OpenAPIHono<HttpEnv>[];
  deps: Deps;
  identity: Identity;
  talentSearch: TalentSearch;
  jobSearch: JobSearch;
  /** Closed before the server is, which waits for answers that have not ended. */
  notificationStreams: NotificationStreams;
  contractChanges: ChangeStreams;
  reports: Reports;
};

export function createApp(impure: Impure): App {
  const deps: Deps = {
    ...impure,
    outbox: createOutbox(impure.newId),
    jobs: createJobRunner(impure),
    cursors: createCursors(impure.secret),
    metrics: createMetrics(),
    readiness: [],
    rateBenchmark: readUsualRate,
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
    dateHeader(deps.clock),
  );
  const embedConsole = assembleEmbedConsole({ ...deps, ...identity });
  http.use('/embed/*', embedConsole.onFiles);
  http.use('/v1/*', ...embedConsole.onRequests, ...identity.middleware);
  const limitOf = (name: string, limit: number) => rateLimit({ name, limit, windowSeconds: 60 });
  // A payment processor sends its news from a few addresses, and in bursts.
  http.use('/v1/webhooks/*', limitOf('webhooks', deps.requestsPerMinute * webhooksOverRequests));
  http.use('/v1/*', except('/v1/webhooks/*', limitOf('api', deps.requestsPerMinute)), bodyRules(isUpload));
  http.route('/', operationRoutes(deps));
  http.route('/', authRoutes(identity));
  http.route('/', tenantRoutes({ ...deps, ...identity }, identity));
  http.route('/', preferenceRoutes({ ...deps, ...identity }));
  http.route('/', brandRoutes({ ...deps, ...identity }));
  http.route('/', brandPreviewRoutes({ ...deps, ...identity }));
  http.route('/', memberRoutes({ ...deps, ...identity }));
  http.route('/', teamRoutes({ ...deps, ...identity }));
  http.route('/', keyRoutes({ ...deps, ...identity }));
  http.route('/', embedSessionRoutes(deps, identity));
  for (const each of embedConsole.routes) http.route('/', each);
  http.route('/', auditRoutes(deps, nameObjects));
  http.route('/', policyRoutes(deps, policies));
  if (deps.showsMails) http.route('/', developmentMailRoutes(deps.mailer));
  http.route('/', jobRoutes(deps));
  http.route('/', demoClockRoutes(deps));
  http.route('/', fileRoutes(deps));
  http.route('/', freelancerRoutes(deps, { isSaved: (c, id) => isSaved(deps.database.db, c, id) }));
  http.route('/', skillRoutes(deps));
  const searching = { ...deps, talentSearch, workedWithUs: workedWithUs(deps.database.db) };
  http.route('/', talentSearchRoutes(searching));
  http.route('/', talentListRoutes(deps));
  http.route('/', savedSearchRoutes(searching));
  http.route('/', everythingRoutes({ ...searching, ...identity }));
  const payments = assemblePayments({ ...deps, ...identity });
  const { purposes } = payments;
  const hiring = assembleHiring({ ...deps, ...identity, jobSearch, purposes });
  const work = assembleWork({ ...deps, ...identity, purposes });
  const talent = assembleTalent({ ...deps, ...identity });
  const procurement = assembleProcurement({ ...deps, ...identity });
  const insight = assembleInsight({ ...deps, ...identity });
  const wings = [payments, talent, procurement, hiring, work, insight];
  const routes = wings.flatMap((wing) => wing.routes);
  for (const each of routes) http.route('/', each);
  http.route('/', jobImportRoutes(deps));
  const notificationStreams = createNotificationStreams({ ...deps, ...identity });
  http.route('/', notificationRoutes({ ...deps, ...identity }, notificationStreams));
  http.route('/', apiReference(http));
  if (deps.staticFolders) {
    const front = brandFront(identity, deps.staticFolders.portal);
    http.route('/', front.routes);
    const { docs } = deps.staticFolders;
    const docsPage = docs ? brandFront(identity, `${docs}/docs`).page : undefined;
    http.route('/', staticFiles(deps.staticFolders, deps.processor.publishableKey !== null, front.page, docsPage));
  }
  sweepFiles(deps);
  forgetDiscarded(deps);
  runAudits(deps);
  anchorHeads(deps);
  mailInvitations(deps, identity.site, identity.directory);
  forgetOldSessions(deps);
  watchIdleFreelancers(deps);
  embedConsole.watch();
  for (const wing of wings) wing.watch();
  const secondPath: SecondPath = (told) => approvalMailPath(deps.database.db, deps, told);
  tellPeople({ ...deps, ...identity, secondPath }, (personIds) => {
    notificationStreams.look(personIds).catch((error: unknown) => deps.log.warn({ err: error }, 'live news failed'));
  });
  forgetOldNotifications(deps);
  runImports({ ...deps, ...identity });
  mailIdleWarnings({ ...deps, ...identity });
  watchSavedSearches({ ...searching, ...identity });
  const { contractChanges } = work;
  const { reports } = insight;
  const settled = async () => {
    await identity.settled();
    await embedConsole.settled();
  };
  const known: Identity = { ...identity, settled };
  return {
    http,
    routes,
    deps,
    identity: known,
    talentSearch,
    jobSearch,
    notificationStreams,
    contractChanges,
    reports,
  };
}

const webhooksOverRequests = 20;

/** Paths that take files; their routes bound size and type themselves. */
function isUpload(path: string): boolean {
  return /\/(photo|images|files)$/.test(path);
}
