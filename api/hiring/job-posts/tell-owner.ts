import type { Executor } from '../../platform/database/database.ts';
import { type Notice, notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { JobPostDeps } from './deps.ts';
import type { JobPostRow } from './table.ts';

type JobPostNotice = Extract<Notice['kind'], `jobPost.${string}`>;

/** Tells whoever wrote a post what became of it. */
export async function tellOwner<Kind extends JobPostNotice>(
  trx: Executor,
  deps: JobPostDeps,
  { tenantId }: TenantScope,
  { id, ownerId }: Pick<JobPostRow, 'id' | 'ownerId'>,
  kind: Kind,
  words: Notice<Kind>['words'],
): Promise<void> {
  const subject = { kind: 'jobPost', id };
  await notify(trx, deps, { personIds: [ownerId], kind, subject, words, path: portalPaths.jobPost(id), tenantId });
}
