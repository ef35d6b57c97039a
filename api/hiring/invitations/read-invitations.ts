import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { findLivingInvitationTo, listAnswers, listInvitedEver, listLivingInvitationsOf } from './store.ts';
import type { InvitationRow } from './table.ts';

/* What other slices ask: who is invited where. Sent and accepted invitations count, others do not. */

export type InvitationFacts = Pick<InvitationRow, 'id' | 'tenantId' | 'jobPostId' | 'freelancerId' | 'state'>;

/** Posts that a freelancer is invited to. */
export async function readInvitationsOf(
  db: Executor,
  freelancerId: string,
): Promise<{ id: string; tenantId: string; jobPostId: string }[]> {
  return listLivingInvitationsOf(db, freelancerId);
}

/** Those of `jobPostIds` that a freelancer is invited to. */
export async function readInvitedAmong(
  db: Executor,
  freelancerId: string,
  jobPostIds: readonly string[],
): Promise<Set<string>> {
  const asked = new Set(jobPostIds);
  const invitations = await listLivingInvitationsOf(db, freelancerId);
  return new Set(invitations.map(({ jobPostId }) => jobPostId).filter((id) => asked.has(id)));
}

/** The same with invitations that ended: for posts that ended, and took their invitations back. */
export async function readEverInvitedAmong(
  db: Executor,
  freelancerId: string,
  jobPostIds: readonly string[],
): Promise<Set<string>> {
  const invitations = await listInvitedEver(db, freelancerId, jobPostIds);
  return new Set(invitations.map(({ jobPostId }) => jobPostId));
}

/** The invitation that makes a freelancer's proposal free. */
export async function readInvitationTo(
  db: Executor,
  freelancer: FreelancerScope,
  jobPostId: string,
): Promise<InvitationFacts | undefined> {
  return findLivingInvitationTo(db, freelancer, jobPostId);
}

/** Invitations since an instant that the freelancer accepted or declined, with when. */
export async function readAnswersSince(
  db: Executor,
  freelancerId: string,
  sinceMs: number,
): Promise<{ askedAtMs: number; answeredAtMs: number }[]> {
  const rows = await listAnswers(db, freelancerId, sinceMs);
  return rows.map(({ createdAt, answeredAt }) => ({ askedAtMs: createdAt, answeredAtMs: answeredAt! }));
}
