import type { Money } from '../money.ts';

/**
 * The port to whoever moves real money. Called only while no transaction is open; every call may be repeated after a
 * crash or a silence, and those that change something say by which key.
 */
export type PaymentProcessor = {
  /** Kept with each payment and shown wherever money is: `sandbox`. */
  name: string;
  isSandbox: boolean;
  /** What its ids begin with; an answer with another one is not believed. */
  idPrefix: string;
  refundIdPrefixes: readonly string[];
  disputeIdPrefixes: readonly string[];
  /** Test cards, for a page to offer; empty where people type real ones into the processor's own frame. */
  cards: readonly TestMethod[];
  /** What a page needs to open the processor's frame; null where there is none. */
  publishableKey: string | null;
  /** `Sandbox card ending in 4242`; undefined for a token that it did not give out. */
  describeMethod(token: string): Promise<string | undefined>;

  /** Does it once for an idempotency key, however often it is asked. */
  charge(request: ChargeRequest, signal: AbortSignal): Promise<ChargeAnswer>;
  /** How a charge stands that was still being processed. */
  lookUp(externalId: string, signal: AbortSignal): Promise<ChargeAnswer>;
  /** Gives up a charge that waits for its payer; the answer is how it stands then, which may be charged after all. */
  cancel(externalId: string, signal: AbortSignal): Promise<ChargeAnswer>;
  /** The payer's answer where the bank asked; only the sandbox hears it from us. */
  confirm?(externalId: string, isConfirmed: boolean, signal: AbortSignal): Promise<ChargeAnswer>;

  createCustomer(request: CustomerRequest, signal: AbortSignal): Promise<{ externalId: string }>;
  startSetup(request: SetupRequest, signal: AbortSignal): Promise<SetupAnswer>;
  lookUpSetup(externalId: string, signal: AbortSignal): Promise<SetupAnswer>;
  /** Chooses a test card where a person would type a real one; only the sandbox. */
  chooseTestMethod?(setupId: string, token: string, signal: AbortSignal): Promise<SetupAnswer>;
  /** Harmless to repeat. */
  forgetMethod(externalId: string, signal: AbortSignal): Promise<void>;

  refund(request: RefundRequest, signal: AbortSignal): Promise<RefundAnswer>;
  lookUpRefund(externalId: string, signal: AbortSignal): Promise<RefundAnswer>;

  lookUpDispute(externalId: string, signal: AbortSignal): Promise<DisputeAnswer>;
  /** Once submitted there is no second try. */
  submitEvidence(request: EvidenceRequest, signal: AbortSignal): Promise<DisputeAnswer>;
  /** Leaves the money with the bank. */
  acceptDispute(request: { idempotencyKey: string; disputeId: string }, signal: AbortSignal): Promise<DisputeAnswer>;

  /**
   * Believes who sent it and nothing of what it says but which object to look at.
   * @throws WebhookRefused
   */
  readEvent(rawBody: string, signature: string | undefined): ProcessorEvent;
  /** ⏱ Signed events on what was decided since; only of a processor that lives in this process. */
  tellNews?(deliver: (rawBody: string, signature: string) => Promise<void>): Promise<void>;
};

/** `asksPayer`: its bank wants to hear from whoever pays. */
export type TestMethod = { token: string; label: string; kind: MethodKind; asksPayer: boolean };

export const methodKinds = ['card', 'bankDebit'] as const;
export type MethodKind = (typeof methodKinds)[number];

export type ChargeRequest = {
  /** The payment's id. */
  idempotencyKey: string;
  amount: Money;
  customerToken: string | null;
  methodToken: string;
  /** What the payer's statement says. */
  description: string;
  /** When it was first asked for: a processor forgets keys after a day, and then looks before it charges. */
  recordedAtMs: number;
};

export type ChargeAnswer = {
  /** Null when it was declined before anything came into being there. */
  externalId: string | null;
  /** As the processor has it: what was asked for, or the answer is not believed. */
  amount: Money;
  state: 'succeeded' | 'declined' | 'processing' | 'actionNeeded';
  /** For a decline, in the processor's words: `insufficient_funds`. */
  refusal?: string;
  /** For actionNeeded. */
  nextAction?: NextAction;
};

/** How the payer answers the bank: on our page for the sandbox, in the processor's own frame for a real one. */
export type NextAction = { kind: 'sandbox' } | { kind: 'frame'; clientSecret: string };

export type CustomerRequest = {
  idempotencyKey: string;
  owner: { kind: 'tenant' | 'freelancer'; id: string };
  name: string;
};

export type SetupRequest = { idempotencyKey: string; customerToken: string; kind: MethodKind };
export type SetupAnswer = {
  externalId: string;
  state: 'started' | 'processing' | 'finished' | 'failed';
  clientSecret: string | null;
  refusal?: string;
  /** Once finished. */
  method?: MethodAnswer;
};

export type MethodAnswer = {
  externalId: string;
  kind: MethodKind;
  /** `visa`, or the bank's name. */
  brand: string;
  last4: string;
  /** Of a card: `2029-04`. */
  expires: string | null;
  label: string;
};

export type RefundRequest = { idempotencyKey: string; chargeId: string; amount: Money; recordedAtMs: number };
export type RefundAnswer = {
  /** Null when it was refused before anything came into being there. */
  externalId: string | null;
  chargeId: string;
  amount: Money;
  state: 'succeeded' | 'failed' | 'processing';
  refusal?: string;
};

export type DisputeAnswer = {
  externalId: string;
  chargeId: string;
  amount: Money;
  /** In the bank's words: `fraudulent`, `product_not_received`. */
  reason: string;
  state: 'needsResponse' | 'underReview' | 'won' | 'lost';
  evidenceDueAtMs: number | null;
};
export type EvidenceRequest = {
  idempotencyKey: string;
  disputeId: string;
  text: string;
  files: readonly { name: string; type: string; bytes: Uint8Array }[];
};

/** Whose state is looked up again when an event names it. */
export const eventObjects = [
  'payment',
  'refund',
  'dispute',
  'setup',
  'account',
  'transfer',
  'payout',
  'other',
] as const;
export type EventObject = (typeof eventObjects)[number];
export type ProcessorEvent = {
  id: string;
  /** In the processor's words: `payment_intent.succeeded`. */
  kind: string;
  object: { kind: EventObject; id: string; account: string | null };
};

/** A webhook that is not believed: nothing of it was kept. */
export class WebhookRefused extends Error {
  override name = 'WebhookRefused';
  readonly code: 'signature_missing' | 'signature_wrong' | 'event_too_old' | 'event_from_future' | 'event_malformed';
  constructor(code: WebhookRefused['code']) {
    super(code);
    this.code = code;
  }
}
