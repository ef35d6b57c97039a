import type { MethodAnswer, MethodKind, TestMethod } from '../processor.ts';

/** Test cards and bank accounts: each does what its label says, and no money moves. Pure. */
type Behavior = {
  label: string;
  kind: MethodKind;
  last4: string;
  /** Until the processor decides. */
  delayMs: number;
  refusal: string | null;
  asksPayer?: boolean;
  /** How long after it was charged its bank takes it back. */
  disputedAfterMs?: number;
  /** What a refund to it comes back with. */
  refundRefusal?: string;
};

const minuteMs = 60_000;
const dayMs = 86_400_000;
const card = { kind: 'card', delayMs: 0, refusal: null } as const;
const bank = { kind: 'bankDebit', delayMs: 4 * dayMs, refusal: null } as const;

export const sandboxCards = {
  sandbox_card_success: { ...card, last4: '4242', label: 'Sandbox card ending in 4242 (is charged)' },
  sandbox_card_decline: {
    ...card,
    last4: '0002',
    label: 'Sandbox card ending in 0002 (is declined)',
    refusal: 'insufficient_funds',
  },
  sandbox_card_authentication: {
    ...card,
    last4: '3155',
    label: 'Sandbox card ending in 3155 (its bank asks you to confirm)',
    asksPayer: true,
  },
  sandbox_card_delay: {
    ...card,
    last4: '3220',
    label: 'Sandbox card ending in 3220 (is charged after a minute)',
    delayMs: minuteMs,
  },
  sandbox_card_delay_decline: {
    ...card,
    last4: '3221',
    label: 'Sandbox card ending in 3221 (is declined after a minute)',
    delayMs: minuteMs,
    refusal: 'authentication_failed',
  },
  sandbox_card_dispute: {
    ...card,
    last4: '0259',
    label: 'Sandbox card ending in 0259 (is charged; its bank takes it back after three days)',
    disputedAfterMs: 3 * dayMs,
  },
  sandbox_card_refund_fails: {
    ...card,
    last4: '5126',
    label: 'Sandbox card ending in 5126 (is charged; a refund fails)',
    refundRefusal: 'lost_or_stolen_card',
  },
  sandbox_bank_success: {
    ...bank,
    last4: '6789',
    label: 'Sandbox bank account ending in 6789 (is debited in four days)',
  },
  sandbox_bank_decline: {
    ...bank,
    last4: '1116',
    label: 'Sandbox bank account ending in 1116 (the debit is returned after four days)',
    refusal: 'insufficient_funds',
  },
} as const satisfies Record<string, Behavior>;
export type SandboxCard = keyof typeof sandboxCards;

export function isSandboxCard(token: string): token is SandboxCard {
  return Object.hasOwn(sandboxCards, token);
}

/** @throws for what the sandbox did not give out */
export function behaviorOf(token: string): Behavior {
  if (!isSandboxCard(token)) throw new Error('the sandbox did not give out this card');
  return sandboxCards[token];
}

export const sandboxTestMethods: readonly TestMethod[] = Object.entries(sandboxCards).map(
  ([token, { label, kind, ...more }]) => ({ token, label, kind, asksPayer: 'asksPayer' in more }),
);

export function methodAnswerOf(externalId: string, token: string): MethodAnswer {
  const { kind, last4, label } = behaviorOf(token);
  return { externalId, kind, brand: kind === 'card' ? 'sandbox' : 'Sandbox Bank', last4, expires: null, label };
}
