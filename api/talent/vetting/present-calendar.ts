import { peopleById } from '../../platform/auth/people.ts';
import type { Executor } from '../../platform/database/database.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import type { Site } from '../../platform/tenants/site.ts';
import type { Tenant } from '../../platform/tenants/tenant.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import { readFreelancerRows } from '../freelancers/read-freelancers.ts';
import { readPool } from '../talent-pools/read-membership.ts';
import { isInstallations } from './deps.ts';
import { interviewFile } from './interview-file.ts';
import type { VettingApplicationRow, VettingInterviewRow } from './table.ts';

export type CalendarDeps = {
  site: Pick<Site, 'origin' | 'portalOf' | 'name'>;
  directory: Pick<TenantDirectory, 'byId'>;
};

/** The interview’s calendar file as one of both sides keeps it, with the link to their own page. */
export async function presentCalendar(
  db: Executor,
  { site, directory }: CalendarDeps,
  application: VettingApplicationRow,
  interview: VettingInterviewRow,
  side: 'applicant' | 'desk',
): Promise<string> {
  const { id, tenantId, poolId, freelancerId } = application;
  const isOwnDesk = isInstallations({ tenantId });
  const tenant: Tenant | undefined = isOwnDesk ? undefined : await directory.byId(tenantId);
  const portal = tenant ? site.portalOf(tenant) : site.origin;
  const pool = (await readPool(db, poolId))?.name ?? '';
  const reviewer = (await peopleById(db, [interview.reviewerId])).get(interview.reviewerId)?.name ?? '';
  const freelancer = (await readFreelancerRows(db, [freelancerId])).get(freelancerId)?.name ?? '';
  const path = pathFor(side, isOwnDesk, id);
  return interviewFile({
    id: interview.id,
    startsAt: interview.startsAt,
    endsAt: interview.endsAt,
    timeZone: interview.timeZone,
    place: interview.place,
    isCalledOff: interview.state === 'calledOff',
    sequence: interview.sequence,
    changedAt: interview.updatedAt,
    summary: `${pool}: ${side === 'applicant' ? reviewer : freelancer}`,
    description: `${freelancer} – ${reviewer}`,
    url: portal + path,
    organizer: tenant?.brand.support.email ?? `no-reply@${new URL(portal).hostname}`,
    brand: tenant?.brandName ?? site.name,
  });
}

function pathFor(side: 'applicant' | 'desk', isOwnDesk: boolean, id: string): string {
  if (side === 'applicant') return portalPaths.ownVetting(id);
  return isOwnDesk ? portalPaths.operatorVettingCase(id) : portalPaths.vettingCase(id);
}
