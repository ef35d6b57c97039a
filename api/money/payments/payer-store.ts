import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { PaymentRow } from './table.ts';

/** Whose payments: a tenant's or a freelancer's, by the scope that the edge proved. */
export type Payer = { kind: PaymentRow['payerKind']; id: string };
export type PayerFilter = {
  purposes?: readonly string[] | undefined;
  contractId?: string | undefined;
  team?: string | undefined;
  fromMs?: number | undefined;
  toMs?: number | undefined;
};
export type PaymentPosition = { at: number; id: string };

/** The newest first, from below `after` on. */
export function listPaymentsBy(
  db: Executor,
  payer: Payer,
  { purposes, contractId, team, fromMs, toMs }: PayerFilter,
  after: PaymentPosition | undefined,
  limit: number,
): Promise<PaymentRow[]> {
  return db
    .selectFrom('payments')
    .selectAll()
    .where('payerKind', '=', payer.kind)
    .where('payerId', '=', payer.id)
    .$if(purposes !== undefined, (query) => query.where('purpose', 'in', purposes!))
    .$if(contractId !== undefined, (query) => query.where('contractId', '=', contractId!))
    .$if(team !== undefined, (query) => query.where('team', '=', team!))
    .$if(fromMs !== undefined, (query) => query.where('createdAt', '>=', fromMs!))
    .$if(toMs !== undefined, (query) => query.where('createdAt', '<', toMs!))
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb('createdAt', '<', after!.at), eb.and([eb('createdAt', '=', after!.at), eb('id', '<', after!.id)])]),
      ),
    )
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export function listPaymentsById(db: Executor, ids: readonly string[]): Promise<PaymentRow[]> {
  return db.selectFrom('payments').selectAll().where('id', 'in', ids).execute();
}

/** Booked to these purchase orders and not decided by a processor at that instant, by number. */
export function sumUndecided(db: Executor, tenantId: string, purchaseOrders: readonly string[], asOfMs: EpochMs) {
  return db
    .selectFrom('payments')
    .select((eb) => ['purchaseOrder', eb.fn.sum<number | string>('amountMinor').as('amountMinor')])
    .where('payerKind', '=', 'tenant')
    .where('payerId', '=', tenantId)
    .where('purchaseOrder', 'in', purchaseOrders)
    .where('createdAt', '<=', asOfMs)
    .where((eb) => eb.or([eb('settledAt', 'is', null), eb('settledAt', '>', asOfMs)]))
    .groupBy('purchaseOrder')
    .execute();
}
