import type { Authority } from '../../platform/auth/authority.ts';
import { freelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import { brandOf } from '../../platform/tenants/mail-brand.ts';
import type { Site } from '../../platform/tenants/site.ts';
import type { Tenant } from '../../platform/tenants/tenant.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type JobAsker, readFreelancerAsker } from '../job-search/asker.ts';
import { readSeenPosts } from '../job-search/present-hits.ts';
import type { JobSearchDeps } from '../job-search/search-jobs.ts';
import { jobAlertMail } from './alert-mail.ts';
import { findNewMatches } from './find-new-matches.ts';
import type { JobAlert } from './job-saved-search.ts';
import { findSearchOf, listSearchesByAlert, listUntoldMatches, markTold } from './store.ts';
import type { SavedJobSearchRow } from './table.ts';
import { unsubscribeToken } from './unsubscribe.ts';

export type JobAlertDeps = JobSearchDeps & {
  jobs: JobRunner;
  mailer: Pick<Mailer, 'send'>;
  site: Pick<Site, 'portalOf' | 'origin' | 'name'>;
  directory: Pick<TenantDirectory, 'byId'>;
  authority: Pick<Authority, 'person' | 'findFreelancerId'>;
};

/** Changes within this span are looked at together, so that a burst of them costs one look. */
const gatherMs = 10_000;
const dayMs = 86_400_000;
const searchesAtOnce = 200;
const namedInMail = 10;

/** "Immediately" looks a few seconds after a post changed, "daily" once a day; both mail what came to match. */
export function watchSavedJobSearches(deps: JobAlertDeps): void {
  const { jobs } = deps;
  jobs.listen({ kind: 'savedJobSearches.postChanged', on: 'jobPostChanged', run: () => lookSoon(deps) });
  jobs.listen({ kind: 'savedJobSearches.postsImported', on: 'jobPostsImported', run: () => lookSoon(deps) });
  jobs.handle('savedJobSearches.immediately', () => lookAtAll(deps, 'immediately'));
  jobs.every({ kind: 'savedJobSearches.daily', everyMs: dayMs, run: () => lookAtAll(deps, 'daily') });
  jobs.handle('savedJobSearches.mail', async ({ payload }) => {
    const { id, freelancerId } = payload as { id: string; freelancerId: string };
    await mailNewMatches(deps, freelancerId, id);
  });
}

async function lookSoon({ database, jobs, clock }: JobAlertDeps): Promise<void> {
  const dueMs = (Math.floor(clock.now() / gatherMs) + 1) * gatherMs;
  await jobs.enqueue(database.db, 'savedJobSearches.immediately', String(dueMs), {}, dueMs);
}

async function lookAtAll(deps: JobAlertDeps, alert: JobAlert): Promise<void> {
  await deps.jobSearch.index.refresh();
  for (let afterId = ''; ; ) {
    const searches = await listSearchesByAlert(deps.database.db, alert, afterId, searchesAtOnce);
    for (const search of searches) await lookAt(deps, search);
    if (searches.length < searchesAtOnce) return;
    afterId = searches.at(-1)!.id;
  }
}

/** The mail is a job of its own: a mail server that is down delays it and loses nothing. */
async function lookAt(deps: JobAlertDeps, search: SavedJobSearchRow): Promise<void> {
  const { database, jobs, clock } = deps;
  if (!(await recipient(deps, search))) return;
  await findNewMatches(deps, await askerOf(deps, search), search);
  const { id, freelancerId } = search;
  const [newest] = await listUntoldMatches(database.db, freelancerScope(freelancerId), id);
  if (!newest) return;
  const key = `${id} ${newest.foundAt}`;
  await jobs.enqueue(database.db, 'savedJobSearches.mail', key, { id, freelancerId }, clock.now());
}

async function mailNewMatches(deps: JobAlertDeps, freelancerId: string, id: string): Promise<void> {
  const { database, clock, cursors, mailer, site, directory } = deps;
  const freelancer = freelancerScope(freelancerId);
  const search = await findSearchOf(database.db, freelancer, id);
  if (!search || search.alert === 'none') return;
  const person = await recipient(deps, search);
  const untold = await listUntoldMatches(database.db, freelancer, id);
  const tenant = search.tenantId === '' ? undefined : await directory.byId(search.tenantId);
  if (!person || untold.length === 0 || (search.tenantId !== '' && !tenant)) return;
  const posts = await namedPosts(deps, await askerOf(deps, search), untold);
  if (posts.length > 0) {
    await mailer.send(
      jobAlertMail({
        to: person.email,
        locale: person.locale ?? tenant?.locale,
        brand: brandOf(tenant, site),
        searchName: search.name,
        count: posts.length,
        posts: posts.slice(0, namedInMail),
        ...links(site, tenant, search, unsubscribeToken(cursors, search)),
      }),
    );
  }
  await markTold(database.db, id, untold[0]!.foundAt, clock.now());
}

/** Only what they may still see: a post can have ended, or a pool been left, since it was found. */
async function namedPosts(deps: JobAlertDeps, asker: JobAsker, found: readonly { jobPostId: string }[]) {
  const ids = found.map(({ jobPostId }) => jobPostId).filter((id) => !asker.hidden.has(id) && !asker.proposals.has(id));
  const posts = await readSeenPosts(deps.database.db, asker, ids);
  const clients = await deps.readClients([...posts.values()].map(({ tenantId }) => tenantId));
  return ids.flatMap((id) => {
    const post = posts.get(id);
    return post ? [{ title: post.title, clientName: clients.get(post.tenantId)?.name ?? '' }] : [];
  });
}

function askerOf({ database }: JobAlertDeps, { freelancerId, tenantId }: SavedJobSearchRow): Promise<JobAsker> {
  const tenant: TenantScope | undefined = tenantId === '' ? undefined : tenantScope(tenantId);
  return readFreelancerAsker(database.db, freelancerScope(freelancerId), tenant);
}

/** Pages of the portal. */
function links(
  site: Pick<Site, 'portalOf' | 'origin'>,
  tenant: Tenant | undefined,
  search: SavedJobSearchRow,
  token: string,
) {
  const portal = tenant ? site.portalOf(tenant) : site.origin;
  return {
    searchUrl: `${portal}/jobs/saved-searches?id=${encodeURIComponent(search.id)}`,
    unsubscribeUrl: `${portal}/jobs/saved-searches/stop?token=${encodeURIComponent(token)}`,
  };
}

/** Nobody is told who was disabled, never confirmed the address or is no longer this freelancer. */
async function recipient({ authority }: JobAlertDeps, { personId, freelancerId }: SavedJobSearchRow) {
  const person = await authority.person(personId);
  if (!person?.isVerified || person.isDisabled) return undefined;
  return (await authority.findFreelancerId(personId)) === freelancerId ? person : undefined;
}
