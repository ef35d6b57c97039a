import type { Doer } from '../../platform/audit/record-audit.ts';
import { type ActingFreelancer, type FreelancerScope, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { getJobPost } from '../job-posts/read-job-posts.ts';
import { maskContactDetails } from '../text-rules/contact-details.ts';
import type { InvitationDeps } from './deps.ts';
import { type InvitationDeclineReason, invitationCan } from './invitation.ts';
import { moveInvitation } from './move-invitation.ts';
import type { InvitationFacts } from './read-invitations.ts';
import { findInvitation, findOwnInvitation, setProposalOf } from './store.ts';
import type { InvitationRow } from './table.ts';

export type InvitationAnswer = { kind: 'accept' } | { kind: 'decline'; reason: InvitationDeclineReason; text: string };

/** @throws 404, 409 by state: `invitation_withdrawn` */
export async function answerInvitation(
  trx: Executor,
  deps: InvitationDeps,
  { freelancer, tenant }: ActingFreelancer,
  doer: Doer,
  id: string,
  answer: InvitationAnswer,
): Promise<InvitationRow> {
  const row = await findOwnInvitation(trx, freelancer, tenant, id);
  if (!row) throw notFound();
  return keepAnswer(trx, deps, freelancer, doer, row, answer);
}

/** Proposing answers the invitation too, and ties both together. */
export async function acceptByProposing(
  trx: Executor,
  deps: InvitationDeps,
  freelancer: FreelancerScope,
  doer: Doer,
  invitation: InvitationFacts,
  proposalId: string,
): Promise<void> {
  const scope = tenantOfFound(freelancer, invitation);
  // Read again: it may have been withdrawn since the price was looked up.
  const row = (await findInvitation(trx, scope, invitation.id))!;
  if (invitationCan.accept(row)) await keepAnswer(trx, deps, freelancer, doer, row, { kind: 'accept' });
  await setProposalOf(trx, scope, row.id, proposalId);
}

async function keepAnswer(
  trx: Executor,
  deps: InvitationDeps,
  freelancer: FreelancerScope,
  doer: Doer,
  row: InvitationRow,
  answer: InvitationAnswer,
): Promise<InvitationRow> {
  const scope = tenantOfFound(freelancer, row);
  const nowMs = deps.clock.now();
  const declined = answer.kind === 'decline' && {
    declineReason: answer.reason,
    declineText: maskContactDetails(answer.text),
  };
  const moved = await moveInvitation(trx, deps, scope, doer, row, answer.kind, {
    change: { answeredAt: nowMs, ...declined },
    reason: answer.kind === 'decline' ? answer.reason : null,
  });
  const { freelancerId } = freelancer;
  await deps.outbox.record(trx, 'freelancerAnswered', null, { freelancerId }, nowMs);
  const [post, heads] = [await getJobPost(trx, scope, row.jobPostId), await readFreelancerRows(trx, [freelancerId])];
  await notify(trx, deps, {
    personIds: [...new Set([row.invitedBy, post.ownerId])],
    kind: answer.kind === 'accept' ? 'invitation.accepted' : 'invitation.declined',
    subject: { kind: 'invitation', id: row.id },
    words: { freelancer: heads.get(freelancerId)?.name ?? '', title: post.title },
    path: portalPaths.jobPostInvitations(row.jobPostId),
    tenantId: row.tenantId,
  });
  return moved;
}
