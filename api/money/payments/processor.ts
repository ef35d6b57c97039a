import type { Money } from '../money.ts';

/**
 * The port to whoever moves real money. Called only while no transaction is open; every call may be repeated after a
 * crash or a silence.
 */
export type PaymentProcessor = {
  /** Kept with each payment and shown wherever money is: `sandbox`. */
  name: string;
  isSandbox: boolean;
  /** What its ids begin with; an answer with another one is not believed. */
  idPrefix: string;
  /** Test cards, for a page to offer; empty where people type real ones into the processor's own frame. */
  cards: readonly { token: string; label: string }[];
  /** `Sandbox card ending in 4242`; undefined for a token that it did not give out. */
  describeMethod(token: string): Promise<string | undefined>;
  /** Does it once for an idempotency key, however often it is asked. */
  charge(request: ChargeRequest, signal: AbortSignal): Promise<ChargeAnswer>;
  /** How a charge stands that was still being processed. */
  lookUp(externalId: string, signal: AbortSignal): Promise<ChargeAnswer>;
};

export type ChargeRequest = {
  /** The payment's id. */
  idempotencyKey: string;
  amount: Money;
  methodToken: string;
  /** What the payer's statement says. */
  description: string;
};

export type ChargeAnswer = {
  externalId: string;
  /** As the processor has it: what was asked for, or the answer is not believed. */
  amount: Money;
  state: 'succeeded' | 'declined' | 'processing';
  /** For a decline, in the processor's words: `insufficient_funds`. */
  refusal?: string;
};
