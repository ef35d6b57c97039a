import type { Database } from '../../platform/database/database.ts';
import type { Job } from '../../platform/jobs/job.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { findJobPost } from '../job-posts/read-job-posts.ts';
import type { InvitationDeps } from './deps.ts';
import { invitationCan } from './invitation.ts';
import { moveInvitation } from './move-invitation.ts';
import { findInvitation, listExpired, listSentTo } from './store.ts';
import type { InvitationRow } from './table.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

export type WatchDeps = InvitationDeps & {
  database: Database;
  jobs: JobRunner;
  directory: Pick<TenantDirectory, 'byId'>;
};

const everyMs = 15 * 60 * 1000;
const batchSize = 100;

/** ⏱ What nobody answered expires; what a post that ended still asks for is taken back. */
export function watchInvitations(deps: WatchDeps): void {
  const { database, jobs, directory } = deps;
  jobs.every({ kind: 'invitations.expire', everyMs, run: (job) => expireDue(deps, job) });
  jobs.listen({
    kind: 'invitations.postEnded',
    on: 'jobPostEnded',
    run: async ({ id, payload }) => {
      const scope = tenantScope(payload.tenantId);
      const clientName = (await directory.byId(payload.tenantId))?.brandName ?? '';
      await database.transaction(async (trx) => {
        const reason = `post${payload.how[0]!.toUpperCase()}${payload.how.slice(1)}`;
        for (const row of await listSentTo(trx, scope, payload.id))
          await withdrawInvitation(trx, deps, scope, clockDoer(id), row.id, { reason, clientName });
      });
    },
  });
}

/** Each in a transaction of its own: one that was answered meanwhile leaves the others alone. */
async function expireDue(deps: WatchDeps, job: Job): Promise<void> {
  while (true) {
    const due = await listExpired(deps.database.db, deps.clock.now(), batchSize);
    for (const row of due) await expire(deps, job, row);
    if (due.length < batchSize) return;
  }
}

function expire(deps: WatchDeps, job: Job, { id, tenantId }: InvitationRow): Promise<void> {
  const scope = tenantScope(tenantId);
  return deps.database.transaction(async (trx) => {
    const row = await findInvitation(trx, scope, id);
    if (!row || !invitationCan.expire(row)) return;
    await moveInvitation(trx, deps, scope, clockDoer(job.id), row, 'expire');
    const post = await findJobPost(trx, scope, row.jobPostId);
    await notify(trx, deps, {
      personIds: [row.invitedBy],
      kind: 'invitation.expired',
      subject: { kind: 'invitation', id },
      words: { title: post?.title ?? '' },
      path: portalPaths.jobPostInvitations(row.jobPostId),
      tenantId,
    });
  });
}
