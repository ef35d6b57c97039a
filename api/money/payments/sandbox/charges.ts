import type { ChargeAnswer, PaymentProcessor } from '../processor.ts';
import { behaviorOf } from './cards.ts';
import * as store from './charge-store.ts';
import type { SandboxDeps } from './deps.ts';
import { cardOf } from './methods.ts';
import type { SandboxChargeRow } from './table.ts';

export type SandboxCharges = Required<Pick<PaymentProcessor, 'charge' | 'lookUp' | 'cancel' | 'confirm'>>;

export function sandboxCharges({ database, clock, newId }: SandboxDeps): SandboxCharges {
  const { db } = database;

  async function lookUp(externalId: string): Promise<ChargeAnswer> {
    const charge = await store.findCharge(db, 'externalId', externalId);
    if (!charge) throw new Error(`the sandbox has no charge ${externalId}`);
    return answerOf(charge, clock.now());
  }

  return {
    async charge({ idempotencyKey, amount, methodToken }) {
      const card = await cardOf(db, methodToken);
      const { delayMs, asksPayer = false } = behaviorOf(card);
      await store.insertChargeOnce(db, {
        idempotencyKey,
        externalId: newId('sbx'),
        ...amount,
        card,
        decidesAt: clock.now() + delayMs,
        isWaiting: asksPayer ? 1 : 0,
        refusal: null,
        // What is decided at once is heard with the answer.
        isTold: delayMs === 0 && !asksPayer ? 1 : 0,
      });
      const charge = (await store.findCharge(db, 'idempotencyKey', idempotencyKey))!;
      if (charge.amountMinor !== amount.amountMinor || charge.currency !== amount.currency)
        throw new Error(`the key ${idempotencyKey} was used for another amount`);
      return answerOf(charge, clock.now());
    },
    lookUp,
    async cancel(externalId) {
      await store.answerCharge(db, externalId, { refusal: 'not_confirmed', decidesAt: clock.now() });
      return lookUp(externalId);
    },
    async confirm(externalId, isConfirmed) {
      const refusal = isConfirmed ? null : 'authentication_failed';
      await store.answerCharge(db, externalId, { refusal, decidesAt: clock.now() });
      return lookUp(externalId);
    },
  };
}

/** @returns how a charge stands at an instant */
export function answerOf(charge: SandboxChargeRow, nowMs: number): ChargeAnswer {
  const { externalId, amountMinor, currency, card, decidesAt, isWaiting } = charge;
  const answer = { externalId, amount: { amountMinor, currency } };
  if (isWaiting) return { ...answer, state: 'actionNeeded', nextAction: { kind: 'sandbox' } };
  if (decidesAt > nowMs) return { ...answer, state: 'processing' };
  const refusal = charge.refusal ?? behaviorOf(card).refusal;
  return refusal ? { ...answer, state: 'declined', refusal } : { ...answer, state: 'succeeded' };
}
