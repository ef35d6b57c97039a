import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { commitmentOfContract } from '../../procurement/purchase-orders/commit-contract.ts';
import { commitOffer } from '../../procurement/purchase-orders/commit-offer.ts';
import { exposureOf, type PricedTerms } from '../../procurement/purchase-orders/exposure.ts';
import { requireRoom } from '../../procurement/purchase-orders/require-usable.ts';
import { requireOnCard } from '../../procurement/rate-cards/read-above-card.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { readJobPosts } from '../job-posts/read-job-posts.ts';
import { readFees } from './amounts.ts';
import { factsToApprove } from './approval-facts.ts';
import type { OfferDeps } from './deps.ts';
import type { OfferRow } from './table.ts';
import { termsOf } from './terms-document.ts';

/** @throws as commitOffer, before anybody is asked to approve */
export async function requireRoomFor(
  trx: Executor,
  deps: OfferDeps,
  scope: TenantScope,
  offer: OfferRow,
): Promise<void> {
  const placing = await placingOf(trx, deps, scope, offer);
  await requireRoom(trx, scope, { offerId: offer.id, ...placing }, deps.clock.now());
}

/** @throws 409 rate_above_card */
export async function requireRateOnCard(
  trx: Executor,
  deps: OfferDeps,
  scope: TenantScope,
  offer: OfferRow,
): Promise<void> {
  const { payment } = termsOf(offer);
  const { jobPostId, freelancerId } = offer;
  if (payment?.kind !== 'hourly') return;
  const post = jobPostId === null ? undefined : (await readJobPosts(trx, scope, [jobPostId])).get(jobPostId);
  const freelancer =
    freelancerId === null ? undefined : (await readFreelancerRows(trx, [freelancerId])).get(freelancerId);
  const work = {
    categoryId: post?.categoryId ?? freelancer?.categoryId ?? null,
    country: freelancer?.country ?? null,
    skills: post?.skills.map(({ name }) => name),
    level: post?.experienceLevel,
  };
  await requireOnCard(trx, scope, { ...work, rate: payment.rate, freelancerId }, deps.clock.now());
}

/** Binds what the terms may cost while they wait for an answer. @throws as commitOffer */
export async function commitTerms(
  trx: Executor,
  deps: OfferDeps,
  scope: TenantScope,
  doer: Doer,
  offer: OfferRow,
): Promise<void> {
  const mayExceed = offer.approvedFacts === factsToApprove(termsOf(offer));
  const placing = await placingOf(trx, deps, scope, offer);
  await commitOffer(trx, deps, scope, doer, { offerId: offer.id, mayExceed, ...placing });
}

/** Both have signed: the contract's from now on. */
export async function commitSigned(
  trx: Executor,
  deps: OfferDeps,
  scope: TenantScope,
  doer: Doer,
  offer: OfferRow,
  contractId: string,
): Promise<void> {
  const placing = await placingOf(trx, deps, scope, offer);
  await commitmentOfContract(trx, deps, scope, doer, { offerId: offer.id, contractId, ...placing });
}

async function placingOf(trx: Executor, deps: OfferDeps, scope: TenantScope, offer: OfferRow) {
  const terms = termsOf(offer);
  const { client } = await readFees(trx, scope);
  return {
    title: offer.title,
    purchaseOrder: terms.purchaseOrder,
    costCenter: offer.costCenter,
    team: offer.team,
    personId: offer.sentBy,
    // What was sent has a price.
    exposure: await exposureOf(trx, scope, terms as PricedTerms, client, deps.clock.now()),
  };
}
