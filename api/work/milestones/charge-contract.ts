import { quoteEarning } from '../../money/earnings/read-earnings.ts';
import type { Charge, Net } from '../../money/fees/fee.ts';
import { quoteCharge } from '../../money/fees/quote-charge.ts';
import type { AccountKind } from '../../money/ledger/ledger.ts';
import type { NewEntry } from '../../money/ledger/post-transfer.ts';
import type { Money } from '../../money/money.ts';
import type { ClientPurpose, FundingSource, SourceKind } from '../../money/payments/payment.ts';
import { type Payment, readPayments } from '../../money/payments/read-payments.ts';
import { recordClientPayment } from '../../money/payments/record-client-payment.ts';
import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { placeOfContract } from '../../procurement/purchase-orders/spend-commitment.ts';
import { type AgreedContract, requireOnboarded } from '../contracts/read-contracts.ts';
import { bookCharge } from './book-commitment.ts';
import type { ChargingDeps } from './deps.ts';
import type { MoneyStep, PaymentQuote } from './money-schema.ts';
import { refusalInWords } from './tell-sides.ts';

export type ContractCharge = {
  purpose: ClientPurpose;
  subject: { kind: string; id: string };
  amount: Money;
  destination: readonly NewEntry[];
  source: FundingSource;
  /** What the payer's statement says. */
  description: string;
  /** For time: what its invoice says beside the amount. */
  time?: { minutes: number; rateMinor: number };
};

/** What the client pays in all: the initiation fee comes with the first payment of a contract that did not fail. */
export async function chargeFor(
  db: Executor,
  scope: TenantScope,
  contract: AgreedContract,
  amount: Money,
): Promise<Charge> {
  const payments = await readPayments(db, scope, { contractIds: [contract.id] });
  const isFirstOfContract = payments.every(({ state }) => state === 'voided');
  return quoteCharge(db, scope, { amount, client: contract.fees.client, isFirstOfContract });
}

/**
 * Charges the client for something of a contract: posted at once from balance or credit, and else by settlePayment
 * once this is committed.
 * @throws as recordClientPayment; 409 purchase_order_exceeded and the like, where a person charges
 */
export async function chargeContract(
  trx: Executor,
  deps: ChargingDeps,
  scope: TenantScope,
  doer: Doer,
  contract: AgreedContract,
  { amount, time, ...payment }: ContractCharge,
): Promise<Payment> {
  const { id: contractId, freelancerId, team, costCenter, terms, title } = contract;
  const { purchaseOrder } = terms;
  // Every charge of a contract passes here: none before everything before work is done.
  requireOnboarded(contract);
  const place = await placeOfContract(trx, scope, { contractId, purchaseOrder, costCenter, team });
  const charged = await recordClientPayment(trx, deps, scope, doer, {
    ...payment,
    contractId,
    freelancerId,
    ...place,
    charge: await chargeFor(trx, scope, contract, amount),
    details: { title, ...time },
  });
  // Work that was done is paid, whatever is left to pay it from.
  const isOwed = doer.actor.kind === 'clock' || payment.purpose === 'weeklyTime';
  await bookCharge(trx, deps, scope, doer, contract, charged, isOwed ? 'owed' : 'guarded');
  return charged;
}

const sourceAccounts = {
  method: 'processor',
  balance: 'clientFunding',
  credit: 'clientCredit',
} as const satisfies Record<SourceKind, AccountKind>;

/** Every step that the payment will be, from which account to which. */
export async function quotePayment(
  db: Executor,
  scope: TenantScope,
  contract: AgreedContract,
  { amount, sourceKind, to, isSandbox }: { amount: Money; sourceKind: SourceKind; to: AccountKind; isSandbox: boolean },
): Promise<PaymentQuote> {
  const { taxCountry: _country, ...charge } = await chargeFor(db, scope, contract, amount);
  const net = await quoteNet(db, scope, contract, amount);
  const from = sourceAccounts[sourceKind];
  const isEarnedAtOnce = to === 'freelancerPending';
  const steps: MoneyStep[] = [
    ...(isEarnedAtOnce ? netSteps(from, net) : [{ from, to, amount, what: 'amount' } as const]),
    { from, to: 'platformFees', amount: charge.fee, what: 'clientFee' },
    { from, to: 'platformFees', amount: charge.initiation, what: 'initiationFee' },
    { from, to: 'taxes', amount: charge.tax, what: 'tax' },
  ];
  return { charge, net, steps: steps.filter((step) => step.amount.amountMinor !== 0), isSandbox };
}

export function quoteNet(db: Executor, scope: TenantScope, contract: AgreedContract, gross: Money): Promise<Net> {
  const { freelancerId, fees } = contract;
  return quoteEarning(db, scope, { freelancerId, gross, schedule: fees.freelancer });
}

/** What is earned, and what the marketplace keeps of it. */
export function netSteps(from: AccountKind, { net, fee }: Net): MoneyStep[] {
  const steps: MoneyStep[] = [
    { from, to: 'freelancerPending', amount: net, what: 'net' },
    { from, to: 'platformFees', amount: fee, what: 'serviceFee' },
  ];
  return steps.filter(({ amount }) => amount.amountMinor !== 0);
}

/** @throws 402 payment_declined */
export function requireNotDeclined({ state, refusal }: Payment): void {
  if (state !== 'voided') return;
  throw new Refusal(
    402,
    'payment_declined',
    `The payment was declined (${refusalInWords(refusal)}); nothing was paid and nothing was moved. Try again or pay another way.`,
  );
}
