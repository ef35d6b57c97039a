import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { getJobPost } from '../job-posts/read-job-posts.ts';
import type { InvitationDeps } from './deps.ts';
import { moveInvitation } from './move-invitation.ts';
import { findInvitation } from './store.ts';
import type { InvitationRow } from './table.ts';

/** @throws 404, 409 by state: `invitation_accepted` */
export async function withdrawInvitation(
  trx: Executor,
  deps: InvitationDeps,
  scope: TenantScope,
  doer: Doer,
  id: string,
  { reason, clientName }: { reason: string | null; clientName: string },
): Promise<InvitationRow> {
  const row = await findInvitation(trx, scope, id);
  if (!row) throw notFound();
  const moved = await moveInvitation(trx, deps, scope, doer, row, 'withdraw', {
    change: { endReason: reason },
    reason,
  });
  const { title } = await getJobPost(trx, scope, row.jobPostId);
  const personId = (await readFreelancerRows(trx, [row.freelancerId])).get(row.freelancerId)?.personId;
  await notify(trx, deps, {
    personIds: personId ? [personId] : [],
    kind: 'invitation.withdrawn',
    subject: { kind: 'invitation', id },
    words: { client: clientName, title },
    path: portalPaths.ownInvitation(id),
    tenantId: scope.tenantId,
  });
  return moved;
}
