import { earningsPolicy } from '../../money/earnings/policy.ts';
import { compare, type Money, subtract } from '../../money/money.ts';
import type { SourceKind } from '../../money/payments/payment.ts';
import type { Executor } from '../../platform/database/database.ts';
import { requireMove } from '../../platform/moves/require-move.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { getContract, requireLive, requireWorking } from '../contracts/read-contracts.ts';
import { amountOf, partOf } from './amounts.ts';
import { netSteps, quoteNet, quotePayment } from './charge-contract.ts';
import { milestoneMoves } from './milestone.ts';
import type { PaymentQuote } from './money-schema.ts';
import { requireNoRelease } from './move-milestone.ts';
import type { RefundQuote, ReleaseQuote } from './schema.ts';
import type { MilestoneRow } from './table.ts';

export type QuoteContext = { sourceKind: SourceKind; isSandbox: boolean };

/** @throws 409 as funding it would */
export async function quoteFunding(
  db: Executor,
  scope: TenantScope,
  row: MilestoneRow,
  { sourceKind, isSandbox }: QuoteContext,
): Promise<PaymentQuote> {
  requireMove(milestoneMoves, 'milestone', 'fund', row.state);
  const contract = await getContract(db, scope, row.contractId);
  requireWorking(contract);
  return quotePayment(db, scope, contract, { amount: amountOf(row), sourceKind, to: 'escrow', isSandbox });
}

/** @throws 409 as releasing it would */
export async function quoteRelease(
  db: Executor,
  scope: TenantScope,
  row: MilestoneRow,
  amount: Money | undefined,
  { sourceKind, isSandbox }: QuoteContext,
): Promise<ReleaseQuote> {
  requireMove(milestoneMoves, 'milestone', 'release', row.state);
  requireNoRelease(row);
  const contract = await getContract(db, scope, row.contractId);
  requireLive(contract);
  const whole = amountOf(row);
  const gross = amount ?? whole;
  const isMore = compare(gross, whole) > 0;
  const extra = isMore
    ? await quotePayment(db, scope, contract, { amount: subtract(gross, whole), sourceKind, to: 'escrow', isSandbox })
    : null;
  const rest = isMore ? null : subtract(whole, gross);
  const net = await quoteNet(db, scope, contract, gross);
  const remainder = rest && rest.amountMinor > 0 ? rest : null;
  const { securityDays } = await readPolicy(db, scope, earningsPolicy);
  return {
    release: net,
    remainder,
    extra,
    availableAfterDays: securityDays,
    steps: [
      ...(extra?.steps ?? []),
      ...netSteps('escrow', net),
      ...(remainder ? [{ from: 'escrow', to: 'escrow', amount: remainder, what: 'remainder' } as const] : []),
    ],
    isSandbox,
  };
}

/** What giving back from escrow does. */
export function quoteRefund(row: MilestoneRow, amount: Money | undefined, isSandbox: boolean): RefundQuote {
  const isAsked = row.state === 'refundRequested';
  if (!isAsked) requireMove(milestoneMoves, 'milestone', 'giveBack', row.state);
  const whole = amountOf(row);
  const asked = { amountMinor: (isAsked && row.refundMinor) || row.amountMinor, currency: row.currency };
  const given = partOf(asked, amount);
  const rest = subtract(whole, given);
  const remainder = rest.amountMinor > 0 ? rest : null;
  return {
    amount: given,
    remainder,
    steps: [
      { from: 'escrow', to: 'clientFunding', amount: given, what: 'refund' },
      ...(remainder ? [{ from: 'escrow', to: 'escrow', amount: remainder, what: 'remainder' } as const] : []),
    ],
    isSandbox,
  };
}
