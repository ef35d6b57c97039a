import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound, unprocessable } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { feePartOf } from '../fees/fee.ts';
import { type LedgerDeps, type NewEntry, postTransfer, type Recorded } from '../ledger/post-transfer.ts';
import { readTransferId } from '../ledger/read-ledger.ts';
import { type Money, money, subtract } from '../money.ts';
import * as store from './store.ts';
import type { EarningRow } from './table.ts';

type Change = {
  /** Names the effect: `refund rf_1`. */
  key: string;
  earningId: string;
  gross: Money;
};

/**
 * Takes all or part of an earning back, from where it is now, with the fee of that part: for refunds, and for what a
 * bank disputes. Everything that takes from a freelancer's account because of a contract comes here, as the states of
 * earnings are proven against the accounts.
 * @param to what receives the gross amount: an escrow, a hold, a dispute's hold
 * @throws 409 balance_too_low, earning_changed; 422 amount_over_earning
 */
export async function takeBackEarning(
  trx: Executor,
  deps: LedgerDeps,
  scope: TenantScope,
  { to, ...change }: Change & { to: readonly NewEntry[] },
): Promise<Recorded> {
  const earning = await getRow(trx, scope, change.earningId);
  const { gross } = change;
  const { returnedGrossMinor, returnedFeeMinor, currency } = earning;
  const returnedAfter = returnedGrossMinor + gross.amountMinor;
  if (gross.amountMinor <= 0 || gross.currency !== currency || returnedAfter > earning.grossMinor) {
    const recorded = await readTransferId(trx, change.key);
    if (recorded) return { id: recorded, isNew: false };
    throw amountOverEarning();
  }
  const fee = feePartOf(wholeOf(earning), money(returnedGrossMinor, currency), gross);
  const recorded = await move(trx, deps, earning, change.key, 'earningTakenBack', { gross, fee }, -1, to);
  if (!recorded.isNew) return recorded;
  const isWhole = returnedAfter === earning.grossMinor;
  const isChanged = await store.updateEarning(trx, earning, {
    returnedGrossMinor: returnedAfter,
    returnedFeeMinor: returnedFeeMinor + fee.amountMinor,
    ...(isWhole && { state: 'reversed', reversedAt: deps.clock.now() }),
  });
  if (!isChanged) throw earningChanged();
  await store.lowerBilled(trx, scope, earning.freelancerId, gross);
  return recorded;
}

/**
 * Gives back what takeBackEarning took, when a refund did not arrive or a dispute was won.
 * @param from what gives the gross amount
 * @throws 409 earning_changed, balance_too_low; 422 amount_over_earning when less was taken
 */
export async function restoreEarning(
  trx: Executor,
  deps: LedgerDeps,
  scope: TenantScope,
  { from, ...change }: Change & { from: readonly NewEntry[] },
): Promise<Recorded> {
  const earning = await getRow(trx, scope, change.earningId);
  const { gross } = change;
  const { returnedGrossMinor, returnedFeeMinor, currency, state } = earning;
  const returnedAfter = returnedGrossMinor - gross.amountMinor;
  if (gross.amountMinor <= 0 || gross.currency !== currency || returnedAfter < 0) {
    const recorded = await readTransferId(trx, change.key);
    if (recorded) return { id: recorded, isNew: false };
    throw amountOverEarning();
  }
  const fee = feePartOf(wholeOf(earning), money(returnedAfter, currency), gross);
  const restored = state === 'reversed' ? { ...earning, state: 'pending' as const } : earning;
  const recorded = await move(trx, deps, restored, change.key, 'earningRestored', { gross, fee }, 1, from);
  if (!recorded.isNew) return recorded;
  const isChanged = await store.updateEarning(trx, earning, {
    returnedGrossMinor: returnedAfter,
    returnedFeeMinor: returnedFeeMinor - fee.amountMinor,
    ...(state === 'reversed' && { state: 'pending', reversedAt: null, availableAt: null }),
  });
  if (!isChanged) throw earningChanged();
  await store.raiseBilled(trx, scope, earning.freelancerId, gross);
  return recorded;
}

async function getRow(trx: Executor, scope: TenantScope, id: string): Promise<EarningRow> {
  const found = await store.findEarning(trx, scope, id);
  if (!found) throw notFound();
  return found;
}

function wholeOf({ grossMinor, feeMinor, currency }: EarningRow) {
  return { gross: money(grossMinor, currency), fee: money(feeMinor, currency) };
}

/** @param sign −1 takes from the freelancer and the fees, 1 gives to them */
function move(
  trx: Executor,
  deps: LedgerDeps,
  { state, freelancerId, contractId, tenantId, subjectKind, subjectId, id }: EarningRow,
  key: string,
  kind: string,
  { gross, fee }: { gross: Money; fee: Money },
  sign: 1 | -1,
  others: readonly NewEntry[],
): Promise<Recorded> {
  const signed = ({ amountMinor, currency }: Money) => money(sign * amountMinor + 0, currency);
  const account = state === 'pending' ? 'freelancerPending' : 'freelancerAvailable';
  const entries: NewEntry[] = [
    { account: { kind: account, ownerId: freelancerId }, amount: signed(subtract(gross, fee)) },
    { account: { kind: 'platformFees', ownerId: 'service' }, amount: signed(fee) },
    ...others,
  ];
  return postTransfer(trx, deps, {
    key,
    kind,
    tenantId,
    contractId,
    subject: { kind: subjectKind, id: subjectId },
    details: { earningId: id },
    entries: entries.filter(({ amount }) => amount.amountMinor !== 0),
  });
}

const amountOverEarning = () =>
  unprocessable(
    'amount_over_earning',
    'This is not an amount of what was earned; nothing was moved. Name a smaller one.',
  );
const earningChanged = () =>
  conflict('earning_changed', 'This earning was changed at the same moment; nothing was moved. Look at it once more.');
