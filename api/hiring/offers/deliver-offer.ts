import type { Doer } from '../../platform/audit/record-audit.ts';
import { personOf } from '../../platform/auth/people.ts';
import type { Executor } from '../../platform/database/database.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { getJobPost } from '../job-posts/read-job-posts.ts';
import { offerProposal } from '../proposals/offer-proposal.ts';
import { commitTerms } from './commit-terms.ts';
import type { Client, OfferDeps } from './deps.ts';
import { changedMeanwhile } from './draft-offer.ts';
import type { OfferState } from './offer.ts';
import { offersPolicy } from './policy.ts';
import { requireLivePost } from './prefill-offer.ts';
import { insertSignature, insertVersion, updateOffer } from './store.ts';
import type { OfferRow } from './table.ts';

/** Signed by the client, waiting for nothing but the freelancer. */
export type SignedRow = OfferRow & { sentBy: string; signedName: string; signedAt: number; openDays: number };

export const invitationMailJob = 'offers.mailInvitation';
const dayMs = 86_400_000;

/**
 * Puts the next version to the freelancer.
 * @param from the one state it is in, as it was read
 * @throws 409 when the proposal or the post has ended meanwhile; as commitOffer
 */
export async function deliverOffer(
  trx: Executor,
  deps: OfferDeps,
  scope: TenantScope,
  doer: Doer,
  offer: SignedRow,
  from: OfferState,
  client: Client,
): Promise<OfferRow> {
  const { id, openDays } = offer;
  const nowMs = deps.clock.now();
  const { remindDaysBefore } = await readPolicy(trx, scope, offersPolicy);
  const expiresAt = nowMs + openDays * dayMs;
  const isRemindable = remindDaysBefore > 0 && remindDaysBefore < openDays;
  const change = {
    state: 'sent',
    version: offer.version + 1,
    sentBy: offer.sentBy,
    signedName: offer.signedName,
    signedAt: offer.signedAt,
    signedAddress: offer.signedAddress,
    signedSession: offer.signedSession,
    openDays,
    approvedFacts: offer.approvedFacts,
    sentAt: nowMs,
    expiresAt,
    remindAt: isRemindable ? expiresAt - remindDaysBefore * dayMs : null,
    updatedAt: nowMs,
  } as const;
  if (!(await updateOffer(trx, scope, id, { from: [from], revision: offer.revision }, change)))
    throw changedMeanwhile();
  if (offer.jobPostId) requireLivePost(await getJobPost(trx, scope, offer.jobPostId));
  if (offer.proposalId && offer.version === 0) await offerProposal(trx, deps, scope, doer, offer.proposalId, id);
  await commitTerms(trx, deps, scope, doer, { ...offer, ...change });
  await keepVersion(trx, offer, change.version, nowMs);
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'offer', id },
    move: 'send',
    from: offer.version === 0 ? 'draft' : 'countered',
    to: 'sent',
    details: { version: change.version, termsHash: offer.termsHash },
  });
  const sent: OfferRow = { ...offer, ...change, revision: offer.revision + 1 };
  await tellFreelancer(trx, deps, sent, client);
  return sent;
}

/** What was sent never changes again; the client's signature stands under it. */
async function keepVersion(trx: Executor, offer: SignedRow, version: number, nowMs: number): Promise<void> {
  const { tenantId, terms, termsHash, message, sentBy } = offer;
  const of = { offerId: offer.id, version, tenantId, termsHash };
  const personName = (await personOf(trx, sentBy))?.name ?? offer.signedName;
  await insertVersion(trx, {
    ...of,
    side: 'client',
    personId: sentBy,
    personName,
    terms,
    message,
    createdAt: nowMs,
  });
  await insertSignature(trx, {
    ...of,
    side: 'client',
    personId: sentBy,
    typedName: offer.signedName,
    signedAt: offer.signedAt,
    address: offer.signedAddress ?? '',
    sessionId: offer.signedSession,
  });
}

/** Somebody who is not here yet gets a mail of their own, as a job, so that it is not lost. */
async function tellFreelancer(trx: Executor, deps: OfferDeps, offer: OfferRow, client: Client): Promise<void> {
  const { id, version, tenantId, freelancerId } = offer;
  if (!freelancerId) {
    await deps.jobs.enqueue(trx, invitationMailJob, `${id} ${version}`, { id, version }, offer.sentAt!, tenantId);
    return;
  }
  await notify(trx, deps, {
    personIds: await peopleBehind(trx, freelancerId),
    kind: version === 1 ? 'offer.sent' : 'offer.counterAnswered',
    subject: { kind: 'offer', id },
    words: { client: client.name, title: offer.title },
    path: portalPaths.ownOffer(id),
    tenantId,
  });
}

export async function peopleBehind(trx: Executor, freelancerId: string | null): Promise<string[]> {
  const freelancer = freelancerId ? (await readFreelancerRows(trx, [freelancerId])).get(freelancerId) : undefined;
  return freelancer?.personId ? [freelancer.personId] : [];
}
