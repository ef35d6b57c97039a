import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { ChargeAnswer, PaymentProcessor } from './processor.ts';
import * as store from './sandbox-store.ts';
import type { SandboxChargeRow } from './table.ts';

/** Test cards: each does what its label says, and no money moves. */
export const sandboxCards = {
  sandbox_card_success: { label: 'Sandbox card ending in 4242 (is charged)', delayMs: 0, refusal: null },
  sandbox_card_decline: {
    label: 'Sandbox card ending in 0002 (is declined)',
    delayMs: 0,
    refusal: 'insufficient_funds',
  },
  sandbox_card_delay: {
    label: 'Sandbox card ending in 3220 (is charged after a minute)',
    delayMs: 60_000,
    refusal: null,
  },
  sandbox_card_delay_decline: {
    label: 'Sandbox card ending in 3221 (is declined after a minute)',
    delayMs: 60_000,
    refusal: 'authentication_failed',
  },
} as const satisfies Record<string, { label: string; delayMs: number; refusal: string | null }>;
type SandboxCard = keyof typeof sandboxCards;

/** A second implementation of the port that keeps its own record of charges, as one across the network would. */
export function createSandboxProcessor({
  database,
  clock,
  newId,
}: {
  database: Database;
  clock: Clock;
  newId: NewId;
}): PaymentProcessor {
  const { db } = database;

  function answerOf({ externalId, amountMinor, currency, card, decidesAt }: SandboxChargeRow): ChargeAnswer {
    const charge = { externalId, amount: { amountMinor, currency } };
    if (decidesAt > clock.now()) return { ...charge, state: 'processing' };
    const { refusal } = sandboxCards[card as SandboxCard];
    return refusal ? { ...charge, state: 'declined', refusal } : { ...charge, state: 'succeeded' };
  }

  return {
    name: 'sandbox',
    isSandbox: true,
    idPrefix: 'sbx_',
    cards: Object.entries(sandboxCards).map(([token, { label }]) => ({ token, label })),
    describeMethod: async (token) => (isSandboxCard(token) ? sandboxCards[token].label : undefined),
    async charge({ idempotencyKey, amount, methodToken }) {
      if (!isSandboxCard(methodToken)) throw new Error('the sandbox did not give out this card');
      const decidesAt = clock.now() + sandboxCards[methodToken].delayMs;
      await store.insertChargeOnce(db, {
        idempotencyKey,
        externalId: newId('sbx'),
        ...amount,
        card: methodToken,
        decidesAt,
      });
      const charge = (await store.findCharge(db, 'idempotencyKey', idempotencyKey))!;
      if (charge.amountMinor !== amount.amountMinor || charge.currency !== amount.currency)
        throw new Error(`the key ${idempotencyKey} was used for another amount`);
      return answerOf(charge);
    },
    async lookUp(externalId) {
      const charge = await store.findCharge(db, 'externalId', externalId);
      if (!charge) throw new Error(`the sandbox has no charge ${externalId}`);
      return answerOf(charge);
    },
  };
}

function isSandboxCard(token: string): token is SandboxCard {
  return Object.hasOwn(sandboxCards, token);
}
