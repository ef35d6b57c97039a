import type { Doer } from '../../platform/audit/record-audit.ts';
import type { ActingFreelancer } from '../../platform/auth/freelancer-scope.ts';
import { tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { unprocessable } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { releaseCommitment } from '../../procurement/purchase-orders/commit-contract.ts';
import { acceptMessage, acceptTerms } from './accept-terms.ts';
import { requireSendable } from './check-terms.ts';
import type { OfferDeps } from './deps.ts';
import { freelancerName, teamOf } from './end-offer.ts';
import { offerMoves } from './offer.ts';
import { offersPolicy } from './policy.ts';
import { getOffer, getOfferTo } from './read-offers.ts';
import { requireOpen } from './require-open.ts';
import type { CounterTerms, OfferTerms } from './schema.ts';
import { offerOutdated } from './send-offer.ts';
import { insertVersion, updateOffer } from './store.ts';
import type { OfferRow } from './table.ts';
import { termsDocument, termsOf } from './terms-document.ts';

const dayMs = 86_400_000;

export type Counter = { id: string; version: number; terms: CounterTerms; message: string };

/**
 * The freelancer's terms as the next version, which the client may send back to be signed.
 * @throws 404, 409 by state, offer_outdated, offer_expired, 422 nothing_changed, currency_differs, offer_incomplete
 */
export async function counterOffer(
  trx: Executor,
  deps: OfferDeps,
  acting: ActingFreelancer,
  doer: Doer,
  { id, version, terms: given, message }: Counter,
): Promise<OfferRow> {
  const offer = await getOfferTo(trx, acting, id);
  const scope = tenantOfFound(acting.freelancer, offer);
  const { from, to } = requireMove(offerMoves, 'offer', 'counter', offer.state);
  const nowMs = deps.clock.now();
  requireOpen(offer, nowMs);
  if (offer.version !== version) throw offerOutdated();
  const before = termsOf(offer);
  const terms = await acceptTerms(trx, scope, before, given);
  const document = termsDocument(id, terms);
  if (document.termsHash === offer.termsHash)
    throw unprocessable(
      'nothing_changed',
      'These are the terms that were offered; nothing was sent. Accept them instead.',
    );
  requireSameCurrency(before, terms);
  requireSendable(terms, await readPolicy(trx, scope, offersPolicy), nowMs);
  const change = {
    ...document,
    state: to,
    version: version + 1,
    message: '',
    title: terms.title,
    expiresAt: nowMs + offer.openDays! * dayMs,
    remindAt: null,
    updatedAt: nowMs,
  };
  if (!(await updateOffer(trx, scope, id, { from, version, notExpiredAt: nowMs }, change)))
    throw moveRefused('offer', 'counter', (await getOffer(trx, scope, id)).state);
  // What the client would have paid is nobody's offer any more.
  await releaseCommitment(trx, deps, scope, doer, { kind: 'offer', id });
  const name = await freelancerName(trx, offer);
  await insertVersion(trx, {
    offerId: id,
    tenantId: scope.tenantId,
    version: change.version,
    side: 'freelancer',
    personId: acting.person.personId,
    personName: name,
    ...document,
    message: acceptMessage(message),
    createdAt: nowMs,
  });
  const subject = { kind: 'offer', id };
  const details = { version: change.version, termsHash: document.termsHash };
  await recordMove(trx, deps, scope, doer, { subject, move: 'counter', from: offer.state, to, details });
  await notify(trx, deps, {
    personIds: teamOf(offer),
    kind: 'offer.countered',
    subject,
    words: { freelancer: name, title: offer.title },
    path: portalPaths.offer(id),
    tenantId: scope.tenantId,
  });
  return { ...offer, ...change, revision: offer.revision + 1 };
}

/** Rates of exchange are nothing to be agreed by the way. */
function requireSameCurrency(before: OfferTerms, after: OfferTerms): void {
  const [one, other] = [before, after].map(({ payment }) =>
    payment?.kind === 'fixed' ? payment.total.currency : payment?.rate.currency,
  );
  if (one !== other)
    throw unprocessable('currency_differs', `The offer is in ${one}; nothing was sent. Name your terms in ${one}.`, [
      { pointer: '/terms/payment', code: 'currency_differs', message: `Name the amounts in ${one}.` },
    ]);
}
