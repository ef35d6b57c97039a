import type { Executor } from '../../platform/database/database.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type Earning, listEarningsOf } from '../earnings/read-earnings.ts';
import { restoreEarning, takeBackEarning } from '../earnings/take-back-earning.ts';
import { feePartOf } from '../fees/fee.ts';
import { type AccountRef, accountKinds } from '../ledger/ledger.ts';
import { type LedgerDeps, type NewEntry, postTransfer } from '../ledger/post-transfer.ts';
import { readTransferEntries } from '../ledger/read-entries.ts';
import { readBalance } from '../ledger/read-ledger.ts';
import { type Money, money, subtract } from '../money.ts';
import { negated } from '../payments/charge-entries.ts';
import type { Payment } from '../payments/read-payments.ts';

/** What was taken for a dispute, so that it can be given back as it was. */
export type Frozen = {
  /** From escrow, holds and balances, and the rest that nobody's account could give: above zero. */
  accounts: { account: AccountRef; amountMinor: number }[];
  /** From what was earned, fee included. */
  earnings: { earningId: string; grossMinor: number }[];
};

export const holdOf = (disputeId: string): AccountRef => ({ kind: 'disputeHold', ownerId: disputeId });

/**
 * Freezes what a bank took back: what is not earned yet, then what was earned in that contract as far as it is still
 * there, the newest first; the rest is the marketplace's loss until the bank has decided.
 * @param more accounts where the payment's money may have gone since
 */
export async function freeze(
  trx: Executor,
  deps: LedgerDeps,
  { id, amount }: { id: string; amount: Money },
  payment: Payment,
  more: readonly AccountRef[],
): Promise<Frozen> {
  const frozen: Frozen = { accounts: [], earnings: [] };
  let left = amount.amountMinor;
  for (const account of await accountsOf(trx, payment, more)) {
    const { availableMinor } = await readBalance(trx, account, amount.currency);
    const amountMinor = Math.min(left, Math.max(0, availableMinor));
    if (amountMinor > 0) frozen.accounts.push({ account, amountMinor });
    left -= amountMinor;
  }
  for (const earning of await earningsOf(trx, payment)) {
    if (left === 0) break;
    const gross = await stillThere(trx, earning, money(left, amount.currency));
    if (gross.amountMinor === 0) continue;
    const to = [{ account: holdOf(id), amount: gross }];
    const change = { key: `bankDispute ${id} ${earning.id}`, earningId: earning.id, gross };
    await takeBackEarning(trx, deps, tenantScope(earning.tenantId), { ...change, to });
    frozen.earnings.push({ earningId: earning.id, grossMinor: gross.amountMinor });
    left -= gross.amountMinor;
  }
  const loss: AccountRef = { kind: 'chargebackLoss', ownerId: payment.tenantId ?? '' };
  if (left > 0) frozen.accounts.push({ account: loss, amountMinor: left });
  await moveFrozen(trx, deps, { id, currency: amount.currency }, payment, frozen, 'bankDispute');
  return frozen;
}

/** Everything back to where it was. */
export async function thaw(
  trx: Executor,
  deps: LedgerDeps,
  { id, currency }: { id: string; currency: string },
  payment: Payment,
  frozen: Frozen,
): Promise<void> {
  await moveFrozen(trx, deps, { id, currency }, payment, frozen, 'bankDisputeWon');
  for (const { earningId, grossMinor } of frozen.earnings) {
    const gross = money(grossMinor, currency);
    const from = [{ account: holdOf(id), amount: negated(gross) }];
    const change = { key: `bankDisputeWon ${id} ${earningId}`, earningId, gross };
    await restoreEarning(trx, deps, tenantScope(payment.tenantId!), { ...change, from });
  }
}

/** To the bank. */
export async function giveToBank(
  trx: Executor,
  deps: LedgerDeps,
  { id, amount }: { id: string; amount: Money },
  { tenantId, contractId, processor }: Payment,
): Promise<void> {
  await postTransfer(trx, deps, {
    key: `bankDisputeLost ${id}`,
    kind: 'bankDisputeLost',
    tenantId,
    contractId,
    subject: { kind: 'bankDispute', id },
    entries: [
      { account: holdOf(id), amount: negated(amount) },
      { account: { kind: 'processor', ownerId: processor }, amount },
    ],
  });
}

async function moveFrozen(
  trx: Executor,
  deps: LedgerDeps,
  { id, currency }: { id: string; currency: string },
  { tenantId, contractId }: Payment,
  { accounts }: Frozen,
  kind: 'bankDispute' | 'bankDisputeWon',
): Promise<void> {
  if (accounts.length === 0) return;
  const sum = accounts.reduce((total, { amountMinor }) => total + amountMinor, 0);
  const sign = kind === 'bankDispute' ? -1 : 1;
  const entries: NewEntry[] = accounts.map(({ account, amountMinor }) => ({
    account,
    amount: money(sign * amountMinor, currency),
  }));
  await postTransfer(trx, deps, {
    key: `${kind} ${id}`,
    kind,
    tenantId,
    contractId,
    subject: { kind: 'bankDispute', id },
    entries: [...entries, { account: holdOf(id), amount: money(-sign * sum, currency) }],
  });
}

/** Where it was paid into, and where it may have gone since; what freelancers have is theirs by earnings alone. */
async function accountsOf(trx: Executor, payment: Payment, more: readonly AccountRef[]): Promise<AccountRef[]> {
  const entries = await readTransferEntries(trx, [payment.transferId]);
  const paidInto = entries.filter(({ amountMinor, currency }) => amountMinor > 0 && currency === payment.currency);
  const all = [...paidInto.map(({ account }) => account), ...more].filter(
    ({ kind }) => accountKinds[kind].isGuarded && !kind.startsWith('freelancer'),
  );
  return [...new Map(all.map((account) => [`${account.kind} ${account.ownerId}`, account])).values()];
}

/** Of what it paid for first, then of the rest of its contract; the newest first. */
async function earningsOf(trx: Executor, { contractId, subjectId, currency }: Payment): Promise<Earning[]> {
  if (contractId === null) return [];
  const earnings = await listEarningsOf(trx, { contractIds: [contractId] });
  const standing = earnings.filter(({ state, gross }) => state !== 'reversed' && gross.currency === currency);
  const isPaidFor = ({ subject }: Earning) => Number(subject.id === subjectId);
  return standing.reverse().toSorted((one, other) => isPaidFor(other) - isPaidFor(one));
}

/** As much of an earning, at most `atMost`, as its freelancer's account can still give. */
async function stillThere(trx: Executor, earning: Earning, atMost: Money): Promise<Money> {
  const { gross, fee, returnedGross, freelancerId, state } = earning;
  const kind = state === 'pending' ? 'freelancerPending' : 'freelancerAvailable';
  const { availableMinor } = await readBalance(trx, { kind, ownerId: freelancerId }, gross.currency);
  const left = subtract(gross, returnedGross).amountMinor;
  const netOf = (grossMinor: number) => {
    const part = money(grossMinor, gross.currency);
    return subtract(part, feePartOf({ gross, fee }, returnedGross, part)).amountMinor;
  };
  let grossMinor = Math.min(left, atMost.amountMinor);
  if (netOf(grossMinor) > availableMinor) {
    const share = Number(
      (BigInt(Math.max(0, availableMinor)) * BigInt(gross.amountMinor)) / BigInt(earning.net.amountMinor),
    );
    grossMinor = Math.min(grossMinor, share);
    // Rounding of the fee may leave it a minor unit over.
    while (grossMinor > 0 && netOf(grossMinor) > availableMinor) grossMinor--;
  }
  return money(grossMinor, gross.currency);
}
