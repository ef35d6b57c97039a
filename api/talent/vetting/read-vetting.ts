import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { listRubricsByIds } from './program-store.ts';
import { listScoresOf } from './review-store.ts';
import { listPoolApplications, listVettedApplications } from './store.ts';
import type { VettingApplicationRow } from './table.ts';

/** What others may know of vetting: no reasons, no documents, no single scores. */

export type Vetted = { since: string; expiresOn: string | null };

/** Whom the installation's desk vouches for now, by freelancer: Expert-Vetted, with days. */
export async function readVetted(db: Executor, freelancerIds: readonly string[]): Promise<Map<string, Vetted>> {
  if (freelancerIds.length === 0) return new Map();
  const rows = await listVettedApplications(db, freelancerIds);
  return new Map(
    rows.map(({ freelancerId, memberSince, expiresAt }) => [
      freelancerId,
      { since: dayOf(memberSince!), expiresOn: expiresAt === null ? null : dayOf(expiresAt) },
    ]),
  );
}

export type PoolVetting = {
  applicationId: string;
  poolId: string;
  freelancerId: string;
  state: VettingApplicationRow['state'];
  rubricVersion: number | null;
  scoreBasisPoints: number | null;
  /** Person ids of who scored. */
  vettedBy: string[];
  memberSince: number | null;
  expiresAt: number | null;
};

/**
 * Everybody who came into these pools by vetting, the newest time of each, whatever became of it.
 * @param scope the tenant's; the installation's pools are read with `tenantScope('')`
 */
export async function readPoolVettings(
  db: Executor,
  scope: TenantScope,
  poolIds: readonly string[],
): Promise<PoolVetting[]> {
  if (poolIds.length === 0) return [];
  const rows = await listPoolApplications(db, scope, poolIds);
  const newest = new Map(rows.map((row) => [`${row.poolId} ${row.freelancerId}`, row]));
  const kept = [...newest.values()];
  const ids = kept.map(({ id }) => id);
  const rubricIds = [...new Set(kept.flatMap(({ rubricId }) => rubricId ?? []))];
  const rubrics = rubricIds.length === 0 ? [] : await listRubricsByIds(db, rubricIds);
  const versions = new Map(rubrics.map(({ id, version }) => [id, version]));
  const scores = Map.groupBy(await listScoresOf(db, scope, ids), ({ applicationId }) => applicationId);
  return kept.map((row) => ({
    applicationId: row.id,
    poolId: row.poolId,
    freelancerId: row.freelancerId,
    state: row.state,
    rubricVersion: row.rubricId === null ? null : (versions.get(row.rubricId) ?? null),
    scoreBasisPoints: row.scoreBasisPoints,
    vettedBy: (scores.get(row.id) ?? []).map(({ reviewerId }) => reviewerId),
    memberSince: row.memberSince,
    expiresAt: row.expiresAt,
  }));
}

const dayOf = (instantMs: number) => isoInstant(instantMs).slice(0, 10);
