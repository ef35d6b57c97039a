import type { Doer } from '../../platform/audit/record-audit.ts';
import { memberRoles } from '../../platform/auth/actor.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, unprocessable } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { peopleWithRoles } from '../../platform/tenants/members.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import type { HiringMember } from '../grants.ts';
import { getJobPost, type JobPostRecord } from '../job-posts/read-job-posts.ts';
import { readProposersAmong } from '../proposals/read-proposals.ts';
import { findContactDetails } from '../text-rules/contact-details.ts';
import { dayMs, type InvitationDeps } from './deps.ts';
import type { InvitationState, InviteOutcome } from './invitation.ts';
import { invitationsPolicy } from './policy.ts';
import type { InviteAnswer } from './schema.ts';
import { countInvitations, insertInvitationOnce, listInvitationsAmong } from './store.ts';

/**
 * Asks up to thirty people to propose on an open post. Each of them is decided alone; the answer says what became of
 * each.
 * @param clientName the brand that the invited read
 * @throws 404, 409 job_post_paused and the like, 409 too_many_invitations, 422 contact_details_in_text
 */
export async function inviteFreelancers(
  trx: Executor,
  deps: InvitationDeps,
  { scope, person }: HiringMember,
  doer: Doer,
  jobPostId: string,
  { freelancerIds, message, clientName }: { freelancerIds: readonly string[]; message: string; clientName: string },
): Promise<InviteAnswer> {
  const post = await getJobPost(trx, scope, jobPostId);
  requireOpen(post);
  requireNoContactDetails(message);
  const ids = [...new Set(freelancerIds)];
  const { answerDays, perPostMax } = await readPolicy(trx, scope, invitationsPolicy);
  await requireRoom(trx, scope, post.id, ids.length, perPostMax);
  const known = await readStanding(trx, scope, post.id, ids);
  const nowMs = deps.clock.now();
  const items: InviteAnswer['items'] = [];
  for (const freelancerId of ids) {
    const before = outcomeBefore(known, freelancerId);
    const invitationId = before ? (known.living.get(freelancerId) ?? null) : deps.newId('iv');
    const isInvited =
      !before &&
      (await insertInvitationOnce(trx, {
        id: invitationId!,
        tenantId: scope.tenantId,
        jobPostId: post.id,
        freelancerId,
        invitedBy: person.personId,
        message,
        state: 'sent',
        declineReason: null,
        declineText: '',
        endReason: null,
        proposalId: null,
        createdAt: nowMs,
        expiresAt: nowMs + answerDays * dayMs,
        answeredAt: null,
      }));
    // Another member was faster between the look and the insert.
    const outcome = before ?? (isInvited ? 'invited' : 'alreadyInvited');
    items.push({ freelancerId, outcome, invitationId: before || isInvited ? invitationId : null });
    if (isInvited)
      await tellInvited(trx, deps, scope, doer, post, invitationId!, known.heads.get(freelancerId)!, clientName);
  }
  const invited = items.filter(({ outcome }) => outcome === 'invited').map(({ freelancerId }) => freelancerId);
  if (invited.length > 0) {
    const changed = { tenantId: scope.tenantId, jobPostId: post.id, freelancerIds: invited };
    await deps.outbox.record(trx, 'invitationsChanged', scope.tenantId, changed, nowMs);
  }
  return { items, invited: invited.length };
}

type Standing = {
  heads: Awaited<ReturnType<typeof readFreelancerRows>>;
  /** Invitation ids by freelancer. */
  living: ReadonlyMap<string, string>;
  declined: ReadonlySet<string>;
  proposers: ReadonlySet<string>;
  members: ReadonlySet<string>;
};

async function readStanding(
  trx: Executor,
  scope: TenantScope,
  jobPostId: string,
  ids: readonly string[],
): Promise<Standing> {
  const invitations = await listInvitationsAmong(trx, scope, jobPostId, ids);
  const inState = (...states: InvitationState[]) => invitations.filter(({ state }) => states.includes(state));
  return {
    heads: await readFreelancerRows(trx, ids),
    living: new Map(inState('sent', 'accepted').map(({ freelancerId, id }) => [freelancerId, id])),
    declined: new Set(inState('declined').map(({ freelancerId }) => freelancerId)),
    proposers: await readProposersAmong(trx, scope, jobPostId, ids),
    members: new Set(await peopleWithRoles(trx, scope, memberRoles)),
  };
}

/** Why somebody is not invited; undefined where they are. */
function outcomeBefore(known: Standing, freelancerId: string): Exclude<InviteOutcome, 'invited'> | undefined {
  const head = known.heads.get(freelancerId);
  if (!head || head.visibility === 'private') return 'notAvailable';
  if (head.personId !== null && known.members.has(head.personId)) return 'ownMember';
  if (known.proposers.has(freelancerId)) return 'alreadyProposed';
  if (known.living.has(freelancerId)) return 'alreadyInvited';
  return known.declined.has(freelancerId) ? 'declinedBefore' : undefined;
}

async function tellInvited(
  trx: Executor,
  deps: InvitationDeps,
  scope: TenantScope,
  doer: Doer,
  post: JobPostRecord,
  invitationId: string,
  { id: freelancerId, personId }: { id: string; personId: string | null },
  clientName: string,
): Promise<void> {
  const subject = { kind: 'invitation', id: invitationId };
  await recordMove(trx, deps, scope, doer, { subject, move: 'send', to: 'sent', details: { freelancerId } });
  await notify(trx, deps, {
    personIds: personId === null ? [] : [personId],
    kind: 'invitation.sent',
    subject,
    words: { client: clientName, title: post.title },
    path: portalPaths.ownInvitation(invitationId),
    tenantId: scope.tenantId,
  });
}

function requireOpen({ state }: JobPostRecord): void {
  if (state === 'open') return;
  const words = state === 'pendingApproval' ? 'waiting for approval' : state;
  const code = state === 'pendingApproval' ? 'job_post_pending_approval' : `job_post_${state}`;
  throw conflict(code, `This job post is ${words}: nobody was invited. Invite when it is open.`);
}

function requireNoContactDetails(message: string): void {
  if (findContactDetails(message).length === 0) return;
  throw unprocessable(
    'contact_details_in_text',
    'The message names contact details; nobody was invited. Take them out: you can write to each other here.',
    [{ pointer: '/message', code: 'contact_details_in_text', message: 'Contact details are not allowed here.' }],
  );
}

async function requireRoom(trx: Executor, scope: TenantScope, jobPostId: string, more: number, max: number) {
  const counts = await countInvitations(trx, scope, jobPostId);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total + more <= max) return;
  throw conflict(
    'too_many_invitations',
    `A post has at most ${max} invitations and this one has ${total}; nobody was invited. Invite fewer people.`,
  );
}
