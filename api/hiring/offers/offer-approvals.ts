import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ApprovalFacts, ApprovalSubject, DecidedApproval } from '../../procurement/approvals/approval-subjects.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { factsToApprove } from './approval-facts.ts';
import { deliverOffer, type SignedRow } from './deliver-offer.ts';
import { clientOf, type OfferDeps } from './deps.ts';
import { changedMeanwhile } from './draft-offer.ts';
import { offerMoves } from './offer.ts';
import { getOffer } from './read-offers.ts';
import { findOffers, updateOffer } from './store.ts';
import type { OfferRow } from './table.ts';
import { termsOf } from './terms-document.ts';

/** How offers take part in approvals: an approved one is sent as it was signed, any other goes back to its draft. */
export function offerApprovals(deps: OfferDeps): ApprovalSubject {
  return {
    decided: async (trx, scope, doer, decided) => {
      const offer = await getOffer(trx, scope, decided.subjectId);
      if (decided.decision === 'approved') await approve(trx, deps, scope, doer, offer, decided);
      else await sendBack(trx, deps, scope, doer, offer, decided);
    },
    describe: async (db, scope, ids) => {
      const offers = await findOffers(db, scope, ids);
      const freelancers = await readFreelancerRows(
        db,
        offers.flatMap(({ freelancerId }) => freelancerId ?? []),
      );
      const nameOf = ({ freelancerId, invitedName }: OfferRow) =>
        (freelancerId && freelancers.get(freelancerId)?.name) || invitedName || '–';
      return new Map(offers.map((offer) => [offer.id, describe(offer, nameOf(offer))]));
    },
  };
}

async function approve(
  trx: Executor,
  deps: OfferDeps,
  scope: TenantScope,
  doer: Doer,
  offer: OfferRow,
  { approvalId, hash }: DecidedApproval,
): Promise<void> {
  const { to } = requireMove(offerMoves, 'offer', 'approve', offer.state);
  if (offer.termsHash !== hash || offer.approvalId !== approvalId) throw changedMeanwhile();
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'offer', id: offer.id },
    move: 'approve',
    from: offer.state,
    to,
    audience: 'team',
    details: { approvalId },
  });
  const approved = { ...offer, approvedFacts: factsToApprove(termsOf(offer)) } as SignedRow;
  const client = await clientOf(deps, scope.tenantId);
  await deliverOffer(trx, deps, scope, doer, approved, 'pendingApproval', client);
}

async function sendBack(
  trx: Executor,
  deps: OfferDeps,
  scope: TenantScope,
  doer: Doer,
  offer: OfferRow,
  { approvalId, decision, reason }: DecidedApproval,
): Promise<void> {
  const { from, to } = requireMove(offerMoves, 'offer', 'sendBack', offer.state);
  const change = { state: to, signedName: null, signedAt: null, signedAddress: null, signedSession: null } as const;
  if (!(await updateOffer(trx, scope, offer.id, { from }, { ...change, updatedAt: deps.clock.now() })))
    throw moveRefused('offer', 'sendBack', (await getOffer(trx, scope, offer.id)).state);
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'offer', id: offer.id },
    move: 'sendBack',
    from: offer.state,
    to,
    reason,
    audience: 'team',
    details: { approvalId, decision },
  });
}

/** Everything an approver decides on, the money first. */
function describe(offer: OfferRow, freelancer: string): ApprovalFacts {
  const { payment, startsOn, endsOn, purchaseOrder, nda } = termsOf(offer);
  const price: ApprovalFacts['facts'] = !payment
    ? []
    : payment.kind === 'fixed'
      ? [
          { label: 'total', value: payment.total },
          { label: 'milestones', value: String(payment.milestones.length) },
        ]
      : [
          { label: 'rate', value: payment.rate },
          {
            label: 'weeklyLimitHours',
            value: payment.weeklyLimitHours === null ? '–' : String(payment.weeklyLimitHours),
          },
        ];
  const facts = [
    { label: 'freelancer', value: freelancer },
    ...price,
    { label: 'startsOn', value: startsOn ?? '–' },
    { label: 'endsOn', value: endsOn ?? '–' },
    { label: 'purchaseOrder', value: purchaseOrder?.kind === 'number' ? purchaseOrder.number : '–' },
    { label: 'team', value: offer.team ?? '–' },
    { label: 'costCenter', value: offer.costCenter ?? '–' },
    { label: 'nda', value: nda ? 'yes' : 'no' },
  ];
  return { hash: offer.termsHash, facts };
}
