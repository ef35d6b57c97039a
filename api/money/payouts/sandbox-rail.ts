import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { PayoutAnswer, PayoutRail, PayoutRails, WireDebtor } from '../payout-methods/payout-rail.ts';
import { findSandboxPayout, insertSandboxPayoutOnce } from './sandbox-store.ts';
import type { SandboxPayoutRow } from './table.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

type Account = {
  label: string;
  holderName?: string;
  arrivesAfterMs: number;
  failsWith?: string;
  comesBackAfterMs?: number;
};

/** Test accounts: each does what its label says, and no money moves. */
export const sandboxAccounts = {
  sandbox_bank_success: { label: 'Sandbox bank •••• 6789 (arrives after a day)', arrivesAfterMs: dayMs },
  sandbox_bank_instant: { label: 'Sandbox bank •••• 1111 (arrives at once)', arrivesAfterMs: 0 },
  sandbox_bank_fail: {
    label: 'Sandbox bank •••• 0002 (is refused after an hour)',
    arrivesAfterMs: hourMs,
    failsWith: 'account_closed',
  },
  sandbox_bank_return: {
    label: 'Sandbox bank •••• 0003 (arrives after a day, comes back after three)',
    arrivesAfterMs: dayMs,
    comesBackAfterMs: 3 * dayMs,
  },
  sandbox_bank_mismatch: {
    label: 'Sandbox bank •••• 0004 (is somebody else’s)',
    holderName: 'Somebody Else',
    arrivesAfterMs: dayMs,
  },
} as const satisfies Record<string, Account>;

/** By how an address begins, for PayPal's side of the sandbox. */
const emailAccounts: readonly [prefix: string, account: keyof typeof sandboxAccounts][] = [
  ['fail', 'sandbox_bank_fail'],
  ['return', 'sandbox_bank_return'],
];

/** A second implementation of the port that keeps its own record of payouts, as one across the network would. */
export function createSandboxRail(
  { database, clock, newId }: { database: Database; clock: Clock; newId: NewId },
  kind: 'directDeposit' | 'paypal',
): PayoutRail {
  const { db } = database;
  return {
    name: 'sandbox',
    isSandbox: true,
    idPrefix: 'sbp_',
    accounts:
      kind === 'paypal'
        ? []
        : Object.entries<Account>(sandboxAccounts).map(([token, { label, holderName }]) => ({
            token,
            label,
            ...(holderName && { holderName }),
          })),
    async submit({ idempotencyKey, amount, destination }) {
      const account = accountOf(destination);
      const row = { idempotencyKey, externalId: newId('sbp'), ...amount, account, createdAt: clock.now() };
      await insertSandboxPayoutOnce(db, row);
      const known = (await findSandboxPayout(db, 'idempotencyKey', idempotencyKey))!;
      if (known.amountMinor !== amount.amountMinor || known.currency !== amount.currency)
        throw new Error(`the key ${idempotencyKey} was used for another amount`);
      return answerOf(known);
    },
    async lookUp(externalId) {
      const known = await findSandboxPayout(db, 'externalId', externalId);
      if (!known) throw new Error(`the sandbox has no payout ${externalId}`);
      return answerOf(known);
    },
  };

  function answerOf({ externalId, amountMinor, currency, account, createdAt }: SandboxPayoutRow): PayoutAnswer {
    const { arrivesAfterMs, failsWith, comesBackAfterMs }: Account =
      sandboxAccounts[account as keyof typeof sandboxAccounts];
    const common = { externalId, amount: { amountMinor, currency }, arrivesAtMs: createdAt + arrivesAfterMs };
    const ageMs = clock.now() - createdAt;
    if (ageMs < arrivesAfterMs) return { ...common, state: 'processing' };
    if (failsWith) return { ...common, state: 'failed', reason: failsWith };
    if (comesBackAfterMs !== undefined && ageMs >= comesBackAfterMs)
      return { ...common, state: 'returned', reason: 'account_closed' };
    return { ...common, state: 'paid' };
  }
}

/** An account of no real bank: of the example in the registry of IBANs. */
export const sandboxDebtor: WireDebtor = {
  name: 'Sandbox Marketplace',
  iban: 'DE89370400440532013000',
  bic: 'COBADEFFXXX',
  country: 'DE',
};

/** Everything that an installation without keys pays with. */
export function createSandboxRails(deps: { database: Database; clock: Clock; newId: NewId }): PayoutRails {
  return {
    directDeposit: createSandboxRail(deps, 'directDeposit'),
    paypal: createSandboxRail(deps, 'paypal'),
    wire: { debtor: sandboxDebtor, isSandbox: true },
  };
}

function accountOf(destination: Parameters<PayoutRail['submit']>[0]['destination']): keyof typeof sandboxAccounts {
  switch (destination.kind) {
    case 'account':
      if (!Object.hasOwn(sandboxAccounts, destination.token))
        throw new Error('the sandbox did not give out this account');
      return destination.token as keyof typeof sandboxAccounts;
    case 'email':
      return emailAccounts.find(([prefix]) => destination.email.startsWith(prefix))?.[1] ?? 'sandbox_bank_success';
    case 'bank':
      throw new Error('the sandbox makes no wires');
  }
}
