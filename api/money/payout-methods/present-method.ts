import { isoInstant } from '../../platform/clock/clock.ts';
import { money } from '../money.ts';
import type { PayoutRailKind } from './payout-method.ts';
import type { PayoutRails } from './payout-rail.ts';
import type { PayoutsPolicy } from './policy.ts';
import type { PayoutMethod, PayoutMethodOption } from './schema.ts';
import type { PayoutMethodRow } from './table.ts';

export function presentMethod(row: PayoutMethodRow, policy: PayoutsPolicy, rails: PayoutRails): PayoutMethod {
  const { id, rail, currency, label, holderName, state, blockReason, usableAt, createdAt } = row;
  return {
    id,
    rail,
    isSandbox: rails[rail]?.isSandbox ?? false,
    currency,
    label,
    holderName,
    state,
    blockReason,
    usableAt: usableAt === null || state !== 'waiting' ? null : isoInstant(usableAt),
    fee: money(policy.fees[rail][currency] ?? 0, currency),
    createdAt: isoInstant(createdAt),
  };
}

/** What can be added, as this installation is set up. */
export function presentOptions(rails: PayoutRails, policy: PayoutsPolicy): PayoutMethodOption[] {
  return (['directDeposit', 'paypal', 'wire'] as const).flatMap((rail) =>
    rails[rail] ? [optionOf(rails, rail, policy)] : [],
  );
}

function optionOf(rails: PayoutRails, rail: PayoutRailKind, policy: PayoutsPolicy): PayoutMethodOption {
  const accounts = rail === 'directDeposit' ? (rails.directDeposit?.accounts ?? []) : [];
  return {
    rail,
    isSandbox: rails[rail]!.isSandbox,
    isHosted: rail === 'directDeposit' && rails.directDeposit?.hosted !== undefined,
    accounts: accounts.map(({ token, label }) => ({ token, label })),
    currencies: Object.entries(policy.fees[rail]).map(([currency, fee]) => ({ currency, fee: money(fee, currency) })),
  };
}
