import type { PaymentProcessor, RefundAnswer } from '../processor.ts';
import { behaviorOf } from './cards.ts';
import { findCharge } from './charge-store.ts';
import type { SandboxDeps } from './deps.ts';
import * as store from './refund-store.ts';
import type { SandboxRefundRow } from './table.ts';

export type SandboxRefunds = Pick<PaymentProcessor, 'refund' | 'lookUpRefund'>;

const failsAfterMs = 60_000;

export function sandboxRefunds({ database, clock, newId }: SandboxDeps): SandboxRefunds {
  return {
    refund({ idempotencyKey, chargeId, amount }) {
      return database.transaction(async (trx) => {
        const known = await store.findRefund(trx, 'idempotencyKey', idempotencyKey);
        if (known && (known.chargeId !== chargeId || known.amountMinor !== amount.amountMinor))
          throw new Error(`the key ${idempotencyKey} was used for another refund`);
        if (known) return answerOf(known, clock.now());
        const charge = await findCharge(trx, 'externalId', chargeId);
        if (!charge || charge.currency !== amount.currency) throw new Error(`the sandbox has no charge ${chargeId}`);
        const { refundRefusal: refusal = null } = behaviorOf(charge.card);
        const before = await store.sumRefunded(trx, chargeId);
        if (before + amount.amountMinor > charge.amountMinor) throw new Error(`${chargeId} has not so much left`);
        const row: SandboxRefundRow = {
          idempotencyKey,
          externalId: newId('sbx_refund'),
          chargeId,
          ...amount,
          decidesAt: clock.now() + (refusal ? failsAfterMs : 0),
          refusal,
          isTold: refusal ? 0 : 1,
        };
        await store.insertRefund(trx, row);
        return answerOf(row, clock.now());
      });
    },
    async lookUpRefund(externalId) {
      const found = await store.findRefund(database.db, 'externalId', externalId);
      if (!found) throw new Error(`the sandbox has no refund ${externalId}`);
      return answerOf(found, clock.now());
    },
  };
}

function answerOf(refund: SandboxRefundRow, nowMs: number): RefundAnswer {
  const { externalId, chargeId, amountMinor, currency, decidesAt, refusal } = refund;
  const answer = { externalId, chargeId, amount: { amountMinor, currency } };
  if (decidesAt > nowMs) return { ...answer, state: 'processing' };
  return refusal ? { ...answer, state: 'failed', refusal } : { ...answer, state: 'succeeded' };
}
