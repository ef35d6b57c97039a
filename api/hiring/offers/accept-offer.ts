import type { Doer } from '../../platform/audit/record-audit.ts';
import type { ActingFreelancer } from '../../platform/auth/freelancer-scope.ts';
import { tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { requireOwnName, signedName } from '../../platform/signatures/own-name.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type OpenedState, openContract } from '../../work/contracts/open-contract.ts';
import { countHire } from '../job-posts/count-hire.ts';
import { getJobPost } from '../job-posts/read-job-posts.ts';
import { hireProposal } from '../proposals/offer-proposal.ts';
import { commitSigned } from './commit-terms.ts';
import type { OfferDeps, SignedAt } from './deps.ts';
import { freelancerName, teamOf } from './end-offer.ts';
import { offerMoves } from './offer.ts';
import { requireLivePost } from './prefill-offer.ts';
import { getOffer, getOfferTo } from './read-offers.ts';
import { requireOpen } from './require-open.ts';
import { offerOutdated } from './send-offer.ts';
import { insertSignature, updateOffer } from './store.ts';
import type { OfferRow } from './table.ts';

export type Acceptance = { id: string; version: number; termsHash: string; typedName: string } & SignedAt;
export type Accepted = {
  offerId: string;
  contractId: string;
  contractState: OpenedState;
  signedAt: string;
};

export const keepDocumentJob = 'offers.keepDocument';

/**
 * The freelancer's signature over the hash of the newest version: offer, proposal, post and contract move together or
 * not at all.
 * @throws 404, 409 by state, offer_outdated, offer_expired, 422 name_differs
 */
export async function acceptOffer(
  trx: Executor,
  deps: OfferDeps,
  acting: ActingFreelancer,
  doer: Doer,
  { id, version, termsHash, typedName, address, sessionId }: Acceptance,
): Promise<Accepted> {
  const offer = await getOfferTo(trx, acting, id);
  const scope = tenantOfFound(acting.freelancer, offer);
  const { from, to } = requireMove(offerMoves, 'offer', 'accept', offer.state);
  const nowMs = deps.clock.now();
  requireOpen(offer, nowMs);
  if (offer.version !== version || offer.termsHash !== termsHash) throw offerOutdated();
  if (teamOf(offer).includes(acting.person.personId)) throw ownOffer();
  const name = await freelancerName(trx, offer);
  requireOwnName(typedName, name);
  const change = { state: to, endedAt: nowMs, remindAt: null, updatedAt: nowMs };
  if (!(await updateOffer(trx, scope, id, { from, version, notExpiredAt: nowMs }, change)))
    throw moveRefused('offer', 'accept', (await getOffer(trx, scope, id)).state);
  await insertSignature(trx, {
    offerId: id,
    version,
    side: 'freelancer',
    tenantId: scope.tenantId,
    personId: acting.person.personId,
    typedName: signedName(typedName),
    termsHash,
    signedAt: nowMs,
    address,
    sessionId,
  });
  const subject = { kind: 'offer', id };
  await recordMove(trx, deps, scope, doer, {
    subject,
    move: 'accept',
    from: offer.state,
    to,
    details: { version, termsHash },
  });
  await hire(trx, deps, scope, doer, offer);
  const contract = await openContract(trx, deps, scope, doer, {
    freelancerId: offer.freelancerId!,
    offerId: id,
    offerVersion: version,
    terms: offer.terms,
    termsHash,
    jobPostId: offer.jobPostId,
    // What is asked before work may depend on what the work is.
    categoryId: offer.jobPostId ? (await getJobPost(trx, scope, offer.jobPostId)).categoryId : null,
    proposalId: offer.proposalId,
    team: offer.team,
    costCenter: offer.costCenter,
    clientPersonId: offer.sentBy!,
    freelancerPersonId: acting.person.personId,
  });
  await commitSigned(trx, deps, scope, doer, offer, contract.id);
  await updateOffer(trx, scope, id, { from: [to] }, { contractId: contract.id });
  await notify(trx, deps, {
    personIds: teamOf(offer),
    kind: 'offer.accepted',
    subject,
    words: { freelancer: name, title: offer.title },
    path: portalPaths.offer(id),
    tenantId: scope.tenantId,
  });
  await deps.jobs.enqueue(trx, keepDocumentJob, id, { id }, nowMs, scope.tenantId);
  return { offerId: id, contractId: contract.id, contractState: contract.state, signedAt: isoInstant(nowMs) };
}

async function hire(trx: Executor, deps: OfferDeps, scope: TenantScope, doer: Doer, offer: OfferRow): Promise<void> {
  const { id, proposalId, jobPostId } = offer;
  if (jobPostId) requireLivePost(await getJobPost(trx, scope, jobPostId));
  if (proposalId) await hireProposal(trx, deps, scope, doer, proposalId, id);
  if (jobPostId) await countHire(trx, deps, scope, doer, jobPostId);
}

const ownOffer = () =>
  conflict('own_offer', 'You made this offer, so you cannot sign it for the other side; nothing was signed.');
