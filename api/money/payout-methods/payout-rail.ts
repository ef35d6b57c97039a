import type { Money } from '../money.ts';
import type { PayoutRailKind } from './payout-method.ts';

/**
 * The port to whoever brings money to people. Called only while no transaction is open; every call may be repeated
 * after a crash or a silence.
 */
export type PayoutRail = {
  /** Kept with each payout: `sandbox`, `stripe`, `paypal`. */
  name: string;
  isSandbox: boolean;
  /** What its ids begin with; an answer with another one is not believed. */
  idPrefix: string;
  /** Test accounts, for a page to offer; empty where people give real ones. */
  accounts: readonly { token: string; label: string; holderName?: string }[];
  /** Accounts that the provider keeps and sets up at a page of its own. */
  hosted?: HostedAccounts;
  /** Does it once for an idempotency key, however often it is asked. */
  submit(request: PayoutRequest, signal: AbortSignal): Promise<PayoutAnswer>;
  /** How a payout stands that was submitted. */
  lookUp(externalId: string, request: PayoutRequest, signal: AbortSignal): Promise<PayoutAnswer>;
  /**
   * For news of something that belongs to a payout: the id which the payout is known by.
   * @param account where it is, when at another's account
   */
  findNamed?(id: string, account: string | null): Promise<string | undefined>;
};

export type PayoutRequest = {
  /** The payout's id. */
  idempotencyKey: string;
  /** When the payout was asked for: rails remember keys for some time only. */
  recordedAtMs: number;
  /** What arrives. */
  amount: Money;
  destination: PayoutDestination;
  /** What the recipient's statement says. */
  description: string;
};

/** As a method keeps it, sealed. */
export type PayoutDestination =
  | { kind: 'account'; token: string }
  | { kind: 'email'; email: string }
  | ({ kind: 'bank' } & BankDestination);

export type BankDestination = {
  holderName: string;
  account:
    | { kind: 'iban'; iban: string; bic?: string }
    | { kind: 'account'; accountNumber: string; routingNumber: string; bic?: string };
  bankName?: string;
  address: { street: string; postalCode: string; city: string; country: string };
};

export type PayoutAnswer = {
  /** Null only when it was refused before anything came into being. */
  externalId: string | null;
  /** As the rail has it: what was asked for, or the answer is not believed. */
  amount: Money;
  state: 'processing' | 'paid' | 'failed' | 'returned';
  /** For a failure or a return: `account_closed`. */
  reason?: string;
  arrivesAtMs?: number;
};

export type HostedAccounts = {
  /** Opens one, once for an idempotency key. */
  open(request: {
    idempotencyKey: string;
    freelancerId: string;
    country: string;
    currency: string;
  }): Promise<{ token: string }>;
  /** Where its owner sets it up: good for some minutes, once. */
  link(token: string, pages: { returnUrl: string; refreshUrl: string }): Promise<{ url: string; expiresAtMs: number }>;
  lookUp(token: string): Promise<HostedAccount>;
};

export type HostedAccount = {
  token: string;
  state: 'settingUp' | 'ready' | 'restricted';
  /** Null where the provider does not tell. */
  holderName: string | null;
  /** `•••• 4242`; null before there is an account at a bank. */
  label: string | null;
};

/** The installation's own account, from which its bank makes wires. */
export type WireDebtor = { name: string; iban: string; bic: string; country: string };

/** What pays; a rail that is missing is not offered. */
export type PayoutRails = {
  directDeposit?: PayoutRail;
  paypal?: PayoutRail;
  wire?: { debtor: WireDebtor; isSandbox: boolean };
};

/** The name of what makes files for the bank. */
export const bankFile = 'bankFile';

export function railNamed(rails: PayoutRails, kind: PayoutRailKind, name: string): PayoutRail | undefined {
  const rail = kind === 'wire' ? undefined : rails[kind];
  return rail?.name === name ? rail : undefined;
}
