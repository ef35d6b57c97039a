import type { Doer } from '../../platform/audit/record-audit.ts';
import { personOf } from '../../platform/auth/people.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { requireMove } from '../../platform/moves/require-move.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { requireOwnName, signedName } from '../../platform/signatures/own-name.ts';
import { cancelApproval, requestApprovalIfNeeded } from '../../procurement/approvals/request-approval.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import type { HiringMember } from '../grants.ts';
import { readJobPosts } from '../job-posts/read-job-posts.ts';
import { costOf, factsToApprove } from './approval-facts.ts';
import { requireSendable } from './check-terms.ts';
import { requireRateOnCard, requireRoomFor } from './commit-terms.ts';
import { deliverOffer, type SignedRow } from './deliver-offer.ts';
import type { Client, OfferDeps, SignedAt } from './deps.ts';
import { changedMeanwhile } from './draft-offer.ts';
import { offerMoves } from './offer.ts';
import { offersPolicy, openDaysOf } from './policy.ts';
import { getOffer } from './read-offers.ts';
import { updateOffer } from './store.ts';
import type { OfferRow } from './table.ts';
import { termsOf } from './terms-document.ts';

export type Sending = { id: string; typedName: string; termsHash?: string | undefined; client: Client } & SignedAt;

/**
 * Signs the terms for the client and sends them, once they are approved where the tenant's rule asks for it.
 * @throws 404, 409 by state, offer_outdated, 422 offer_incomplete, name_differs, as commitOffer
 */
export async function sendOffer(
  trx: Executor,
  deps: OfferDeps,
  { scope, person }: HiringMember,
  doer: Doer,
  { id, typedName, termsHash, client, address, sessionId }: Sending,
): Promise<OfferRow> {
  const offer = await getOffer(trx, scope, id);
  requireMove(offerMoves, 'offer', 'send', offer.state);
  if (termsHash !== undefined && termsHash !== offer.termsHash) throw offerOutdated();
  const terms = termsOf(offer);
  const policy = await readPolicy(trx, scope, offersPolicy);
  requireSendable(terms, policy, deps.clock.now());
  requireOwnName(typedName, (await personOf(trx, person.personId))?.name ?? '');
  const signed: SignedRow = {
    ...offer,
    sentBy: person.personId,
    signedName: signedName(typedName),
    signedAt: deps.clock.now(),
    signedAddress: address,
    signedSession: sessionId,
    openDays: openDaysOf(policy, client.plan),
  };
  await requireRoomFor(trx, deps, scope, signed);
  const isApproved = offer.approvedFacts === factsToApprove(terms);
  const needed = isApproved ? 'notNeeded' : await requestApproval(trx, deps, scope, doer, signed);
  if (needed !== 'notNeeded') return waitForApproval(trx, deps, scope, doer, signed, needed.approvalId);
  // Where somebody approves, they see the card beside the rate.
  if (!isApproved) await requireRateOnCard(trx, deps, scope, signed);
  return deliverOffer(trx, deps, scope, doer, signed, offer.state, client);
}

async function requestApproval(
  trx: Executor,
  deps: OfferDeps,
  scope: HiringMember['scope'],
  doer: Doer,
  offer: SignedRow,
): ReturnType<typeof requestApprovalIfNeeded> {
  const { payment, purchaseOrder } = termsOf(offer);
  const { jobPostId, freelancerId } = offer;
  const post = jobPostId === null ? undefined : (await readJobPosts(trx, scope, [jobPostId])).get(jobPostId);
  const freelancer =
    freelancerId === null ? undefined : (await readFreelancerRows(trx, [freelancerId])).get(freelancerId);
  return requestApprovalIfNeeded(trx, deps, scope, doer, {
    kind: 'offer',
    id: offer.id,
    hash: offer.termsHash,
    title: offer.title,
    amount: costOf(termsOf(offer), deps.clock.now()),
    requesterId: offer.sentBy,
    path: portalPaths.offer(offer.id),
    team: offer.team,
    costCenter: offer.costCenter,
    purchaseOrder: purchaseOrder?.kind === 'number' ? purchaseOrder.number : null,
    categoryId: post?.categoryId ?? freelancer?.categoryId ?? null,
    rate: payment?.kind === 'hourly' ? payment.rate : null,
    country: freelancer?.country ?? null,
    freelancerId,
  });
}

async function waitForApproval(
  trx: Executor,
  deps: OfferDeps,
  scope: HiringMember['scope'],
  doer: Doer,
  signed: SignedRow,
  approvalId: string,
): Promise<OfferRow> {
  const { from, to } = offerMoves.requestApproval;
  const { sentBy, signedName, signedAt, signedAddress, signedSession, openDays } = signed;
  const change = { sentBy, signedName, signedAt, signedAddress, signedSession, openDays, approvalId };
  const moved = { ...change, state: to, expiresAt: null, remindAt: null, updatedAt: deps.clock.now() };
  if (!(await updateOffer(trx, scope, signed.id, { from, revision: signed.revision }, moved))) throw changedMeanwhile();
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'offer', id: signed.id },
    move: 'requestApproval',
    from: signed.state,
    to,
    audience: 'team',
    details: { approvalId, termsHash: signed.termsHash },
  });
  return { ...signed, ...moved, revision: signed.revision + 1 };
}

/** For whoever ends an offer that waits. */
export function cancelOfferApproval(
  trx: Executor,
  deps: OfferDeps,
  scope: HiringMember['scope'],
  doer: Doer,
  { id }: OfferRow,
  reason: string,
): Promise<void> {
  return cancelApproval(trx, deps, scope, doer, { kind: 'offer', id }, reason);
}

export const offerOutdated = () =>
  conflict(
    'offer_outdated',
    'These are no longer the terms of the offer; nothing was signed. Read the newest version and sign that one.',
  );
