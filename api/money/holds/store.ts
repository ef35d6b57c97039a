import type { ExpressionBuilder } from 'kysely';
import type { Executor } from '../../platform/database/database.ts';
import type { Tables } from '../../platform/database/tables.ts';
import type { HoldState, HoldSubject } from './hold.ts';
import type { HoldRow } from './table.ts';

/** @returns false when one stands already on this subject */
export async function insertHoldOnce(trx: Executor, row: HoldRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('holds')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export function findHold(db: Executor, id: string): Promise<HoldRow | undefined> {
  return db.selectFrom('holds').selectAll().where('id', '=', id).executeTakeFirst();
}

/** @returns false when somebody else lifted it */
export async function updatePlaced(trx: Executor, id: string, change: Partial<HoldRow>): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('holds')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', 'placed')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export function listHolds(db: Executor, state: HoldState, limit: number): Promise<HoldRow[]> {
  return db
    .selectFrom('holds')
    .selectAll()
    .where('state', '=', state)
    .orderBy('placedAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Those that stand, of a freelancer and of their payouts. */
export function listPlacedOf(db: Executor, freelancerIds: readonly string[]): Promise<HoldRow[]> {
  return db
    .selectFrom('holds')
    .selectAll()
    .where('freelancerId', 'in', freelancerIds)
    .where('state', '=', 'placed')
    .execute();
}

export function findPlaced(db: Executor, { kind, id }: HoldSubject): Promise<HoldRow | undefined> {
  return db
    .selectFrom('holds')
    .selectAll()
    .where('subjectKind', '=', kind)
    .where('subjectId', '=', id)
    .where('state', '=', 'placed')
    .executeTakeFirst();
}

/** Holds that stand on a payout or on all of its freelancer's. */
export function selectHoldsOn(eb: ExpressionBuilder<Tables, 'payouts'>) {
  return eb
    .selectFrom('holds')
    .select('holds.id')
    .where('holds.state', '=', 'placed')
    .where((of) =>
      of.or([
        of.and([of('holds.subjectKind', '=', 'payout'), of('holds.subjectId', '=', of.ref('payouts.id'))]),
        of.and([
          of('holds.subjectKind', '=', 'freelancer'),
          of('holds.subjectId', '=', of.ref('payouts.freelancerId')),
        ]),
      ]),
    );
}
