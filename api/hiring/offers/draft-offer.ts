import type { Doer } from '../../platform/audit/record-audit.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused } from '../../platform/moves/require-move.ts';
import { requireCostCenters } from '../../procurement/cost-centers/require-cost-centers.ts';
import type { HiringMember } from '../grants.ts';
import { readDefaultTemplate } from '../offer-terms/read-templates.ts';
import { acceptMessage, acceptTerms } from './accept-terms.ts';
import type { OfferDeps } from './deps.ts';
import { editableOfferStates } from './offer.ts';
import { prefillOffer } from './prefill-offer.ts';
import type { OfferFields, OfferTerms, OfferTo } from './schema.ts';
import { insertOffer, updateOffer } from './store.ts';
import type { OfferRow } from './table.ts';
import { termsDocument, termsOf } from './terms-document.ts';

/** @throws 404, 409 by what is offered on, 422 by field */
export async function draftOffer(
  trx: Executor,
  deps: OfferDeps,
  member: HiringMember,
  doer: Doer,
  { to, team, costCenter, message, ...given }: OfferFields & { to: OfferTo },
): Promise<OfferRow> {
  const { scope, person } = member;
  const { terms: start, ...prefilled } = await prefillOffer(trx, member, to);
  const { text, ...template } = await readDefaultTemplate(trx, scope);
  const plain: OfferTerms = { ...start, startsOn: null, endsOn: null, nda: false, text, template };
  const terms = await acceptTerms(trx, scope, plain, given);
  await requireCostCenters(trx, scope, costCenter ? [costCenter] : [], '/costCenter');
  const id = deps.newId('of');
  const nowMs = deps.clock.now();
  const row: OfferRow = {
    ...blankRow,
    ...prefilled,
    id,
    tenantId: scope.tenantId,
    ...termsDocument(id, terms),
    title: terms.title,
    message: acceptMessage(message ?? ''),
    team: team === undefined ? prefilled.team : team,
    costCenter: costCenter === undefined ? prefilled.costCenter : costCenter,
    createdBy: person.personId,
    createdAt: nowMs,
    updatedAt: nowMs,
  };
  await insertOffer(trx, row);
  const subject = { kind: 'offer', id };
  await recordMove(trx, deps, scope, doer, { subject, move: 'draft', to: 'draft', audience: 'team', details: { to } });
  return row;
}

/** @throws 409 by state, changed_meanwhile, 422 by field */
export async function changeOffer(
  trx: Executor,
  deps: OfferDeps,
  { scope }: HiringMember,
  doer: Doer,
  offer: OfferRow,
  { team, costCenter, message, ...given }: OfferFields,
): Promise<OfferRow> {
  if (!editableOfferStates.some((state) => state === offer.state)) throw moveRefused('offer', 'change', offer.state);
  const terms = await acceptTerms(trx, scope, termsOf(offer), given);
  await requireCostCenters(trx, scope, costCenter ? [costCenter] : [], '/costCenter');
  const change = {
    ...termsDocument(offer.id, terms),
    title: terms.title,
    ...(team !== undefined && { team }),
    ...(costCenter !== undefined && { costCenter }),
    ...(message !== undefined && { message: acceptMessage(message) }),
    updatedAt: deps.clock.now(),
  };
  if (!(await updateOffer(trx, scope, offer.id, { from: editableOfferStates, revision: offer.revision }, change)))
    throw changedMeanwhile();
  await recordAudit(trx, deps, scope, doer, {
    action: 'offer.termsChanged',
    object: { kind: 'offer', id: offer.id },
    details: { from: offer.termsHash, to: change.termsHash },
  });
  return { ...offer, ...change, revision: offer.revision + 1 };
}

export const changedMeanwhile = () =>
  conflict('changed_meanwhile', 'This offer was changed at the same moment; nothing was done. Look at it again.');

const blankRow = {
  state: 'draft',
  revision: 1,
  version: 0,
  sentBy: null,
  signedName: null,
  signedAt: null,
  signedAddress: null,
  signedSession: null,
  approvalId: null,
  approvedFacts: null,
  openDays: null,
  sentAt: null,
  expiresAt: null,
  remindAt: null,
  endedAt: null,
  endReason: null,
  contractId: null,
  documentHash: null,
} as const;
