import type { Doer } from '../../platform/audit/record-audit.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { requireMove } from '../../platform/moves/require-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { requireOwnName } from '../../platform/signatures/own-name.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { cancelApproval } from '../../procurement/approvals/request-approval.ts';
import { agreeTerms, putTermsInForce } from '../contracts/agree-terms.ts';
import { type ContractSide, nextWeekOf } from '../contracts/contract.ts';
import { type ContractDeps, sidesOf } from '../contracts/open-contract.ts';
import { type AgreedContract, getContract } from '../contracts/read-contracts.ts';
import type { AgreedTerms } from '../contracts/schema.ts';
import { amendmentMoves } from './amendment.ts';
import { commitAmendment } from './commit-change.ts';
import { moveAmendment } from './move-amendment.ts';
import { amendmentOutdated, askForApproval, requireAmendable, type Signer, signatureRow } from './propose-amendment.ts';
import { insertSignature } from './store.ts';
import type { AmendmentRow } from './table.ts';
import { asksForApproval, isFromNextWeek } from './terms-change.ts';

export type Signature = { termsHash: string; typedName: string };

/**
 * The other side signs. A client whose rule asks an approver has signed, and it counts when they say yes.
 * @throws 409 by state, own_amendment, amendment_outdated, amendment_expired, 422 name_differs
 */
export async function signAmendment(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  amendment: AmendmentRow,
  signer: Signer,
  { termsHash, typedName }: Signature,
): Promise<AmendmentRow> {
  requireMove(amendmentMoves, 'amendment', 'accept', amendment.state);
  if (amendment.proposedBy === signer.side) throw ownAmendment();
  const contract = await getContract(trx, scope, amendment.contractId);
  requireAmendable(contract);
  if (amendment.expiresAt! <= deps.clock.now()) throw expired();
  if (amendment.termsHash !== termsHash || amendment.baseVersion !== contract.termsVersion) throw amendmentOutdated();
  requireOwnName(typedName, signer.name);
  const after: AgreedTerms = JSON.parse(amendment.terms);
  const approval =
    signer.side === 'client' && asksForApproval(contract.terms, after)
      ? await askForApproval(trx, deps, scope, doer, contract, { ...amendment, after }, signer.personId)
      : 'notNeeded';
  if (approval === 'notNeeded') {
    const agreed = await agree(trx, deps, scope, doer, contract, amendment, 'accept');
    await insertSignature(trx, signatureRow(deps, amendment, signer, typedName));
    return agreed;
  }
  const { approvalId } = approval;
  const told = { audience: 'team', details: { approvalId } } as const;
  const waiting = await moveAmendment(trx, deps, scope, doer, amendment, 'requestApproval', { approvalId }, told);
  await insertSignature(trx, signatureRow(deps, amendment, signer, typedName));
  return waiting;
}

/** Both have signed: a version of the contract’s terms, in force at once or with the next week. */
export async function agree(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contract: AgreedContract,
  amendment: AmendmentRow,
  move: 'accept' | 'approveSignature',
): Promise<AmendmentRow> {
  const nowMs = deps.clock.now();
  const { terms, termsHash, version, contractId, id } = amendment;
  const effectiveFrom = isFromNextWeek(contract.terms, JSON.parse(terms)) ? nextWeekOf(nowMs) : nowMs;
  const details = { version, termsHash, effectiveFrom: isoInstant(effectiveFrom) };
  const change = { effectiveFrom, expiresAt: null };
  const agreed = await moveAmendment(trx, deps, scope, doer, amendment, move, change, { details });
  await commitAmendment(trx, deps, scope, doer, contract, amendment, move);
  await agreeTerms(trx, deps, scope, { contractId, version, terms, termsHash, effectiveFrom, amendmentId: id });
  const words = { title: contract.title, date: isoInstant(effectiveFrom).slice(0, 10) };
  const subject = { kind: 'amendment', id };
  for (const side of sidesOf(contract)) await notify(trx, deps, { ...side, subject, kind: 'amendment.agreed', words });
  return effectiveFrom <= nowMs ? takeEffect(trx, deps, scope, doer, agreed) : agreed;
}

export async function takeEffect(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  amendment: AmendmentRow,
): Promise<AmendmentRow> {
  const inForce = await moveAmendment(trx, deps, scope, doer, amendment, 'takeEffect', {}, { isActivity: false });
  await putTermsInForce(trx, deps, scope, amendment);
  return inForce;
}

/** @throws 409 by state, own_amendment */
export async function declineAmendment(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  amendment: AmendmentRow,
  signer: Pick<Signer, 'side' | 'name'>,
  reason: string,
): Promise<AmendmentRow> {
  requireMove(amendmentMoves, 'amendment', 'decline', amendment.state);
  if (amendment.proposedBy === signer.side) throw ownAmendment();
  const change = { endReason: reason, expiresAt: null };
  const declined = await moveAmendment(trx, deps, scope, doer, amendment, 'decline', change, { reason });
  const contract = await getContract(trx, scope, amendment.contractId);
  const [toClient, toFreelancer] = sidesOf(contract);
  const subject = { kind: 'amendment', id: amendment.id };
  const words = { sender: signer.name, title: contract.title, reason };
  const side = amendment.proposedBy === 'client' ? toClient! : toFreelancer!;
  await notify(trx, deps, { ...side, subject, kind: 'amendment.declined', words });
  return declined;
}

/** By whoever proposed it; what an approver was asked for is asked no more. @throws 409 by state, other_sides_amendment */
export async function withdrawAmendment(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  amendment: AmendmentRow,
  side: ContractSide,
  reason: string | null = null,
): Promise<AmendmentRow> {
  requireMove(amendmentMoves, 'amendment', 'withdraw', amendment.state);
  if (amendment.proposedBy !== side)
    throw conflict('other_sides_amendment', 'The other side proposed this: decline it instead. Nothing was changed.');
  return endOpen(trx, deps, scope, doer, amendment, 'withdraw', reason);
}

/** However it ends unanswered: both who know of it hear it, and no approval waits any more. */
export async function endOpen(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  amendment: AmendmentRow,
  move: 'withdraw' | 'expire',
  reason: string | null,
): Promise<AmendmentRow> {
  const { id, state, contractId } = amendment;
  const wasSeen = state !== 'pendingApproval';
  const told = { reason, audience: wasSeen ? 'everyone' : 'team', isActivity: move === 'withdraw' } as const;
  const change = { endReason: reason, expiresAt: null };
  const ended = await moveAmendment(trx, deps, scope, doer, amendment, move, change, told);
  await cancelApproval(trx, deps, scope, doer, { kind: 'amendment', id }, 'The terms are not proposed any more');
  const contract = await getContract(trx, scope, contractId);
  const [toClient, toFreelancer] = sidesOf(contract);
  const kind = move === 'withdraw' ? 'amendment.withdrawn' : 'amendment.expired';
  const words = { title: contract.title };
  const subject = { kind: 'amendment', id };
  for (const side of wasSeen ? [toClient!, toFreelancer!] : [toClient!])
    await notify(trx, deps, { ...side, subject, kind, words });
  return ended;
}

const ownAmendment = () =>
  conflict('own_amendment', 'Your side proposed this, so the other side answers it. Nothing was changed.');
const expired = () =>
  conflict('amendment_expired', 'The time to answer these terms is over; nothing was signed. Ask for them again.');
