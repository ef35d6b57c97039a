import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { JobPostRow } from './table.ts';

/* Of every tenant: the clock has none. Each row is then worked on in its own tenant's scope. */

export function listExpired(db: Executor, nowMs: EpochMs, limit: number): Promise<JobPostRow[]> {
  return db
    .selectFrom('jobPosts')
    .selectAll()
    .where('endedAt', 'is', null)
    .where('expiresAt', '<=', nowMs)
    .where('state', 'in', ['open', 'paused'])
    .orderBy('expiresAt')
    .limit(limit)
    .execute();
}

export function listToBeTold(db: Executor, nowMs: EpochMs, limit: number): Promise<JobPostRow[]> {
  return db
    .selectFrom('jobPosts')
    .selectAll()
    .where('endedAt', 'is', null)
    .where('expiryNoticeAt', '<=', nowMs)
    .where('state', 'in', ['open', 'paused'])
    .orderBy('expiryNoticeAt')
    .limit(limit)
    .execute();
}

/** No change of the post: whoever edits it keeps the revision. @returns false when its owner was told already */
export async function takeExpiryNotice(trx: Executor, scope: TenantScope, id: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('jobPosts')
    .set({ expiryNoticeAt: null })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('expiryNoticeAt', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
