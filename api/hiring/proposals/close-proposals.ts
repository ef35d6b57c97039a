import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ReturnReason } from '../connects/connects.ts';
import { refundConnects } from '../connects/return-connects.ts';
import { releaseBoost } from '../connects/settle-boost.ts';
import type { endedJobPostStates } from '../job-posts/job-post.ts';
import { getJobPost } from '../job-posts/read-job-posts.ts';
import { moveProposal, type ProposalDeps } from './move-proposal.ts';
import { setConnectsReturned } from './store.ts';
import type { ProposalRow } from './table.ts';

export type JobPostEnded = (typeof endedJobPostStates)[number];

const closeReasons = {
  filled: 'postFilled',
  closed: 'postClosed',
  expired: 'postExpired',
  removed: 'postRemoved',
} as const satisfies Record<JobPostEnded, string>;

/** The post ended with somebody else or nobody. @throws 404, 409 by state */
export async function closeProposal(
  trx: Executor,
  deps: ProposalDeps,
  scope: TenantScope,
  doer: Doer,
  id: string,
  how: JobPostEnded,
): Promise<ProposalRow> {
  const reason = closeReasons[how];
  const change = { endReason: reason, endedAt: deps.clock.now(), openBy: null };
  const row = await moveProposal(trx, deps, scope, doer, id, 'close', { change, reason });
  await releaseBoost(trx, deps, { proposalId: id });
  const { title } = await getJobPost(trx, scope, row.jobPostId);
  await notify(trx, deps, {
    personIds: [row.personId],
    kind: 'proposal.closed',
    subject: { kind: 'proposal', id },
    words: { title, reason },
    path: portalPaths.ownProposal(id),
    tenantId: scope.tenantId,
  });
  return row;
}

/** A post that ended without a hire gives back what proposals on it cost; one that hired somebody keeps it. */
export function returnReasonOf(how: JobPostEnded, hadHire: boolean): ReturnReason | undefined {
  switch (how) {
    case 'filled':
      return undefined;
    case 'closed':
      return hadHire ? undefined : 'postClosed';
    case 'expired':
      return hadHire ? undefined : 'postExpired';
    case 'removed':
      return 'postRemoved';
  }
}

/** Once for a proposal, whoever asks again. */
export async function returnConnects(
  trx: Executor,
  deps: ProposalDeps,
  scope: TenantScope,
  proposalId: string,
  reason: ReturnReason,
): Promise<void> {
  const count = await refundConnects(trx, deps, { proposalId, reason });
  if (count > 0) await setConnectsReturned(trx, scope, proposalId, deps.clock.now());
}
