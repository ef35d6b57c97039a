import { readBankDisputes } from '../../money/bank-disputes/read-disputes.ts';
import { readPayments } from '../../money/payments/read-payments.ts';
import { readRefunds } from '../../money/refunds/read-refunds.ts';
import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ContractToCommit } from './commit-contract.ts';
import { findCommitment, lockCommitment } from './commitment-store.ts';
import type { SpendingDeps } from './deps.ts';
import { type Guarding, type Place, placeOf } from './keep-sums.ts';
import { type Placing, putCommitment, putOpen } from './put-commitment.ts';
import type { CommitmentRow, SpendingCause } from './table.ts';

/** A payment as far as purchase orders go; `place` is what the payment was booked to. */
export type Spending = {
  paymentId: string;
  place: Place;
  /** Fees and tax included; below zero it came back. */
  totalMinor: number;
  /** Of a fixed price, what is or was in escrow now, without fees: the rest is still to come. */
  fundedMinor: number;
  cause: Extract<SpendingCause, 'charged' | 'chargeFailed' | 'refunded' | 'lostToBank'>;
};

/**
 * What a contract charged, or what came back of it: it leaves what was bound for it, and stands among what was spent.
 * @param contract for one that began before commitments were kept
 * @throws as bookDeltas, unless it is owed
 */
export async function spendCommitment(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  contract: ContractToCommit,
  { paymentId, place, totalMinor, fundedMinor, cause }: Spending,
  guarding: Guarding,
): Promise<void> {
  const { contractId, ...placing } = contract;
  const subject = { kind: 'contract', id: contractId } as const;
  const known = await lockCommitment(trx, scope, subject);
  const isCharge = cause === 'charged';
  const row = known ?? (await takeUp(trx, deps, scope, doer, { ...placing, subject }, isCharge ? paymentId : null));
  // What came back of one that was taken up just now is counted in already.
  const spent = known || isCharge ? { place, amountMinor: totalMinor } : undefined;
  await putOpen(trx, deps, scope, doer, row, { fundedMinor }, { cause, paymentId }, guarding, spent);
}

/** A contract from before commitments were kept: with what it was charged until now, so that nothing is missing. */
async function takeUp(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  placing: Placing,
  except: string | null,
): Promise<CommitmentRow> {
  const contractIds = [placing.subject.id];
  const payments = (await readPayments(trx, scope, { contractIds })).filter(
    ({ id, state }) => id !== except && state !== 'voided',
  );
  const refunds = await readRefunds(
    trx,
    payments.map(({ id }) => id),
  );
  const disputes = await readBankDisputes(trx, contractIds);
  let row = await putCommitment(trx, deps, scope, doer, placing, { cause: 'contractOpened' }, 'owed');
  for (const payment of payments) {
    const { id } = payment;
    const returned = refunds
      .filter(({ paymentId, state }) => paymentId === id && state === 'posted')
      .reduce((sum, { amountMinor, feeMinor, taxMinor }) => sum + amountMinor + feeMinor + taxMinor, 0);
    const lost = disputes
      .filter(({ paymentId, state }) => paymentId === id && state === 'lost')
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const spent = { place: placeOf(payment), amountMinor: payment.amountMinor - returned - lost };
    row = await putOpen(trx, deps, scope, doer, row, {}, { cause: 'charged', paymentId: id }, 'owed', spent);
  }
  return row;
}

/** Where charges of a contract are booked to: the number that was named later takes the place of “not yet”. */
export async function placeOfContract(
  db: Executor,
  scope: TenantScope,
  { contractId, purchaseOrder, costCenter, team }: Omit<ContractToCommit, 'exposure' | 'title' | 'personId'>,
): Promise<Place> {
  const known = await findCommitment(db, scope, { kind: 'contract', id: contractId });
  const number = purchaseOrder?.kind === 'number' ? purchaseOrder.number : null;
  return { purchaseOrder: known ? known.purchaseOrder : number, costCenter, team };
}
