import type { Executor } from '../../platform/database/database.ts';
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
