import type { Executor } from '../../platform/database/database.ts';
import { findLivingInvitationTo, listLivingInvitationsOf } from './store.ts';

/* What other slices ask: who is invited where. Sent and accepted invitations count, others do not. */

export { findLivingInvitationTo };

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
