import type { Authority } from '../../platform/auth/authority.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import { brandOf } from '../../platform/tenants/mail-brand.ts';
import type { Site } from '../../platform/tenants/site.ts';
import type { Tenant } from '../../platform/tenants/tenant.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readFound } from '../freelancers/read-for-search.ts';
import { readTenantAsker } from '../search/asker.ts';
import { nobodyYet, type WorkedWithUs } from '../search/worked-with-us.ts';
import { alertMail } from './alert-mail.ts';
import { findNewMatches, type MatchDeps } from './find-new-matches.ts';
import type { Alert } from './saved-search.ts';
import { findSearchOfTenant, listSearchesByAlert, listUntoldMatches, markTold } from './store.ts';
import type { SavedSearchRow } from './table.ts';
import { unsubscribeToken } from './unsubscribe.ts';

export type AlertDeps = MatchDeps & {
  jobs: JobRunner;
  cursors: Cursors;
  mailer: Pick<Mailer, 'send'>;
  site: Pick<Site, 'origin' | 'portalOf' | 'name'>;
  directory: Pick<TenantDirectory, 'byId'>;
  authority: Pick<Authority, 'person'>;
  workedWithUs?: WorkedWithUs;
};

/** Edits within this span are looked at together, so that a burst of them costs one look. */
const gatherMs = 10_000;
const dayMs = 86_400_000;
const searchesAtOnce = 200;
const namedInMail = 10;

/** "Immediately" looks a few seconds after a profile changed, "daily" once a day; both mail who came to match. */
export function watchSavedSearches(deps: AlertDeps): void {
  const { database, jobs, clock } = deps;
  jobs.listen({
    kind: 'savedSearches.profileChanged',
    on: 'freelancerChanged',
    run: async () => {
      const dueMs = (Math.floor(clock.now() / gatherMs) + 1) * gatherMs;
      await jobs.enqueue(database.db, 'savedSearches.immediately', String(dueMs), {}, dueMs);
    },
  });
  jobs.handle('savedSearches.immediately', () => lookAtAll(deps, 'immediately'));
  jobs.every({ kind: 'savedSearches.daily', everyMs: dayMs, run: () => lookAtAll(deps, 'daily') });
  jobs.handle('savedSearches.mail', async ({ payload, tenantId }) => {
    const { id } = payload as { id: string };
    await mailNewMatches(deps, tenantId!, id);
  });
}

async function lookAtAll(deps: AlertDeps, alert: Alert): Promise<void> {
  await deps.talentSearch.index.refresh();
  for (let afterId = ''; ; ) {
    const searches = await listSearchesByAlert(deps.database.db, alert, afterId, searchesAtOnce);
    for (const search of searches) await lookAt(deps, search);
    if (searches.length < searchesAtOnce) return;
    afterId = searches.at(-1)!.id;
  }
}

/** The mail is a job of its own: a mail server that is down delays it and loses nothing. */
async function lookAt(deps: AlertDeps, search: SavedSearchRow): Promise<void> {
  const { database, jobs, clock, directory, workedWithUs = nobodyYet } = deps;
  const scope = tenantScope(search.tenantId);
  const tenant = await directory.byId(search.tenantId);
  if (!tenant || !(await recipient(deps, search))) return;
  await findNewMatches(deps, await readTenantAsker(database.db, scope, tenant, workedWithUs), search);
  const [newest] = await listUntoldMatches(database.db, scope, search.id);
  if (!newest) return;
  const key = `${search.id} ${newest.foundAt}`;
  await jobs.enqueue(database.db, 'savedSearches.mail', key, { id: search.id }, clock.now(), search.tenantId);
}

async function mailNewMatches(deps: AlertDeps, tenantId: string, id: string): Promise<void> {
  const { database, clock, cursors, mailer, site, directory } = deps;
  const scope = tenantScope(tenantId);
  const search = await findSearchOfTenant(database.db, scope, id);
  const tenant = await directory.byId(tenantId);
  if (!search || search.alert === 'none' || !tenant) return;
  const person = await recipient(deps, search);
  const untold = await listUntoldMatches(database.db, scope, id);
  if (!person || untold.length === 0) return;
  const found = await readFound(
    database.db,
    untold.map(({ freelancerId }) => freelancerId),
    false,
  );
  const people = untold.flatMap(({ freelancerId }) => {
    const one = found.get(freelancerId);
    return one && one.visibility !== 'private' ? [{ name: one.name, headline: one.headline }] : [];
  });
  if (people.length > 0) {
    await mailer.send(
      alertMail({
        to: person.email,
        locale: person.locale ?? tenant.locale,
        brand: brandOf(tenant, site),
        searchName: search.name,
        count: people.length,
        people: people.slice(0, namedInMail),
        ...links(site, tenant, search, unsubscribeToken(cursors, search)),
      }),
    );
  }
  await markTold(database.db, scope, id, untold[0]!.foundAt, clock.now());
}

/** Pages of the portal. */
function links(site: Pick<Site, 'portalOf'>, tenant: Tenant, search: SavedSearchRow, token: string) {
  const portal = site.portalOf(tenant);
  return {
    searchUrl: `${portal}/saved-searches?id=${encodeURIComponent(search.id)}`,
    unsubscribeUrl: `${portal}/saved-searches/stop?token=${encodeURIComponent(token)}`,
  };
}

/** Nobody is told who left the tenant, was disabled or never confirmed the address. */
async function recipient({ authority }: AlertDeps, { personId, tenantId }: SavedSearchRow) {
  const person = await authority.person(personId);
  if (!person?.isVerified || person.isDisabled) return undefined;
  return person.memberships.some((membership) => membership.tenantId === tenantId) ? person : undefined;
}
