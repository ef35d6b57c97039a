import type { Doer } from '../../platform/audit/record-audit.ts';
import type { ActingFreelancer } from '../../platform/auth/freelancer-scope.ts';
import { tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { forbidden } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { releaseCommitment } from '../../procurement/purchase-orders/commit-contract.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import type { HiringMember } from '../grants.ts';
import { offerers } from '../grants.ts';
import { reopenProposal } from '../proposals/offer-proposal.ts';
import { getProposal } from '../proposals/read-proposals.ts';
import { peopleBehind } from './deliver-offer.ts';
import type { Client, OfferDeps } from './deps.ts';
import { type OfferState, offerMoves } from './offer.ts';
import { getOffer, getOfferTo } from './read-offers.ts';
import { cancelOfferApproval } from './send-offer.ts';
import { updateOffer } from './store.ts';
import type { OfferRow } from './table.ts';

/** A draft is anybody's who hires to throw away; what was sent is withdrawn by who may send. @throws 403, 404, 409 by state */
export async function withdrawOffer(
  trx: Executor,
  deps: OfferDeps,
  { scope, person }: HiringMember,
  doer: Doer,
  { id, reason, client }: { id: string; reason: string; client: Client },
): Promise<OfferRow> {
  const offer = await getOffer(trx, scope, id);
  const mayWithdraw = offerers.some((role) => person.roles.includes(role));
  if (!mayWithdraw && (offer.state !== 'draft' || offer.version > 0))
    throw forbidden('Your role drafts offers but does not withdraw one that was sent. Ask a hiring manager.');
  return endOffer(trx, deps, scope, doer, offer, 'withdraw', { reason, client });
}

/** @throws 404, 409 by state */
export async function declineOffer(
  trx: Executor,
  deps: OfferDeps,
  acting: ActingFreelancer,
  doer: Doer,
  { id, reason }: { id: string; reason: string },
): Promise<OfferRow> {
  const offer = await getOfferTo(trx, acting, id);
  return endOffer(trx, deps, tenantOfFound(acting.freelancer, offer), doer, offer, 'decline', { reason });
}

type End = { reason: string | null; client?: Client };

/**
 * Any end without a contract: the proposal can be talked about again, an approval that waits is asked for no more,
 * and the side that did not end it hears of it.
 */
export async function endOffer(
  trx: Executor,
  deps: OfferDeps,
  scope: TenantScope,
  doer: Doer,
  offer: OfferRow,
  name: 'withdraw' | 'decline' | 'expire' | 'lapse',
  { reason, client }: End,
): Promise<OfferRow> {
  const { from, to }: { from: readonly OfferState[]; to: OfferState } = requireMove(
    offerMoves,
    'offer',
    name,
    offer.state,
  );
  const nowMs = deps.clock.now();
  const change = { state: to, endedAt: nowMs, endReason: reason, remindAt: null, updatedAt: nowMs };
  if (!(await updateOffer(trx, scope, offer.id, { from, version: offer.version }, change))) {
    // Somebody was faster: an answer, another version, the clock.
    throw moveRefused('offer', name, (await getOffer(trx, scope, offer.id)).state);
  }
  if (offer.state === 'pendingApproval')
    await cancelOfferApproval(trx, deps, scope, doer, offer, reason ?? 'The offer ended');
  await releaseCommitment(trx, deps, scope, doer, { kind: 'offer', id: offer.id });
  if (offer.proposalId && offer.version > 0) await reopen(trx, deps, scope, doer, offer, reason ?? to);
  const audience = offer.version === 0 ? 'team' : 'everyone';
  const subject = { kind: 'offer', id: offer.id };
  await recordMove(trx, deps, scope, doer, { subject, move: name, from: offer.state, to, reason, audience });
  await tellOtherSide(trx, deps, offer, name, client);
  return { ...offer, ...change, revision: offer.revision + 1 };
}

/** A post that ended has closed its proposals already. */
async function reopen(
  trx: Executor,
  deps: OfferDeps,
  scope: TenantScope,
  doer: Doer,
  { id, proposalId }: OfferRow,
  reason: string,
): Promise<void> {
  const { state } = await getProposal(trx, scope, proposalId!);
  if (state === 'offered') await reopenProposal(trx, deps, scope, doer, proposalId!, { offerId: id, reason });
}

async function tellOtherSide(
  trx: Executor,
  deps: OfferDeps,
  offer: OfferRow,
  name: 'withdraw' | 'decline' | 'expire' | 'lapse',
  client: Client | undefined,
): Promise<void> {
  const { id, title, tenantId } = offer;
  if (offer.version === 0) return;
  const news = { subject: { kind: 'offer', id }, tenantId };
  const toTeam = { ...news, personIds: teamOf(offer), path: portalPaths.offer(id) };
  const toFreelancer = {
    ...news,
    personIds: await peopleBehind(trx, offer.freelancerId),
    path: portalPaths.ownOffer(id),
  };
  if (name === 'decline') {
    const words = { freelancer: await freelancerName(trx, offer), title };
    await notify(trx, deps, { ...toTeam, kind: 'offer.declined', words });
  } else if (name === 'expire') {
    for (const side of [toFreelancer, toTeam])
      await notify(trx, deps, { ...side, kind: 'offer.expired', words: { title } });
  } else {
    const words = { client: client?.name ?? '', title };
    await notify(trx, deps, { ...toFreelancer, kind: 'offer.withdrawn', words });
  }
}

/** Who of the tenant hears of an offer: who drafted and who sent it. */
export function teamOf({ createdBy, sentBy }: OfferRow): string[] {
  return [...new Set([createdBy, ...(sentBy ? [sentBy] : [])])];
}

export async function freelancerName(trx: Executor, { freelancerId, invitedName }: OfferRow): Promise<string> {
  const found = freelancerId ? (await readFreelancerRows(trx, [freelancerId])).get(freelancerId) : undefined;
  return found?.name ?? invitedName ?? '–';
}
