import type { Doer } from '../../platform/audit/record-audit.ts';
import { type ActingFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { releaseBoost } from '../connects/settle-boost.ts';
import { getJobPost } from '../job-posts/read-job-posts.ts';
import { maskContactDetails } from '../text-rules/contact-details.ts';
import { moveProposal, type ProposalDeps } from './move-proposal.ts';
import { findOwnProposal } from './own-store.ts';
import type { ProposalDeclineReason, ProposalWithdrawReason } from './proposal.ts';
import type { ProposalRow } from './table.ts';

/** The client says no; the freelancer reads why. @throws 404, 409 by state */
export async function declineProposal(
  trx: Executor,
  deps: ProposalDeps,
  scope: TenantScope,
  doer: Doer,
  id: string,
  { reason, message, clientName }: { reason: ProposalDeclineReason; message: string; clientName: string },
): Promise<ProposalRow> {
  const row = await end(trx, deps, scope, doer, id, 'decline', reason, message);
  const { title } = await getJobPost(trx, scope, row.jobPostId);
  await notify(trx, deps, {
    personIds: [row.personId],
    kind: 'proposal.declined',
    subject: { kind: 'proposal', id },
    words: { client: clientName, title },
    path: portalPaths.ownProposal(id),
    tenantId: scope.tenantId,
  });
  return row;
}

/** The freelancer takes it back; what it cost stays spent. @throws 404, 409 by state */
export async function withdrawProposal(
  trx: Executor,
  deps: ProposalDeps,
  { freelancer, tenant }: ActingFreelancer,
  doer: Doer,
  id: string,
  { reason, text }: { reason: ProposalWithdrawReason; text: string },
): Promise<ProposalRow> {
  const found = await findOwnProposal(trx, freelancer, tenant, id);
  if (!found) throw notFound();
  const scope = tenantOfFound(freelancer, found);
  const row = await end(trx, deps, scope, doer, id, 'withdraw', reason, text);
  const post = await getJobPost(trx, scope, row.jobPostId);
  const profile = (await readFreelancerRows(trx, [row.freelancerId])).get(row.freelancerId);
  await notify(trx, deps, {
    personIds: [post.ownerId],
    kind: 'proposal.withdrawn',
    subject: { kind: 'proposal', id },
    words: { freelancer: profile?.name ?? '', title: post.title },
    path: portalPaths.proposal(id),
    tenantId: scope.tenantId,
  });
  return row;
}

async function end(
  trx: Executor,
  deps: ProposalDeps,
  scope: TenantScope,
  doer: Doer,
  id: string,
  move: 'decline' | 'withdraw',
  reason: string,
  text: string,
): Promise<ProposalRow> {
  const change = { endReason: reason, endText: maskContactDetails(text), endedAt: deps.clock.now(), openBy: null };
  const row = await moveProposal(trx, deps, scope, doer, id, move, { change, reason });
  await releaseBoost(trx, deps, { proposalId: id });
  return row;
}
