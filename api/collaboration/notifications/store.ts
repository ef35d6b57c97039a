import type { Executor } from '../../platform/database/database.ts';
import type { NotificationRow } from './table.ts';

/** Whose they are, and where they are looked at: at a tenant's address only that tenant's and the installation's. */
export type Inbox = { personId: string; tenantId: string | undefined };

/** Each event tells a person once. @returns those who had not been told yet */
export async function insertNotifications(trx: Executor, rows: readonly NotificationRow[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const inserted = await trx
    .insertInto('notifications')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['eventId', 'personId']).doNothing())
    .returning('personId')
    .execute();
  return inserted.map(({ personId }) => personId);
}

function inboxOf(db: Executor, { personId, tenantId }: Inbox) {
  const query = db.selectFrom('notifications').where('personId', '=', personId);
  return tenantId === undefined
    ? query
    : query.where((eb) => eb.or([eb('tenantId', '=', tenantId), eb('tenantId', 'is', null)]));
}

/** The newest first. */
export function listNotifications(
  db: Executor,
  inbox: Inbox,
  {
    isUnread,
    before,
    limit,
  }: { isUnread: boolean; before: { createdAt: number; id: string } | undefined; limit: number },
): Promise<NotificationRow[]> {
  let query = inboxOf(db, inbox).selectAll();
  if (isUnread) query = query.where('readAt', 'is', null);
  if (before)
    query = query.where((eb) =>
      eb.or([
        eb('createdAt', '<', before.createdAt),
        eb.and([eb('createdAt', '=', before.createdAt), eb('id', '<', before.id)]),
      ]),
    );
  return query.orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** Counted to `max`, so that a full inbox costs no more. */
export async function countUnread(db: Executor, inbox: Inbox, max: number): Promise<number> {
  const rows = await inboxOf(db, inbox).select('id').where('readAt', 'is', null).limit(max).execute();
  return rows.length;
}

/** Unread ones by person and tenant, of all these people at once. */
export function countUnreadOf(
  db: Executor,
  personIds: readonly string[],
): Promise<{ personId: string; tenantId: string | null; unread: number }[]> {
  return db
    .selectFrom('notifications')
    .select(({ fn }) => ['personId', 'tenantId', fn.countAll<number>().as('unread')])
    .where('personId', 'in', personIds)
    .where('readAt', 'is', null)
    .groupBy(['personId', 'tenantId'])
    .execute();
}

export function findNotification(
  db: Executor,
  eventId: string,
  personId: string,
): Promise<NotificationRow | undefined> {
  return db
    .selectFrom('notifications')
    .selectAll()
    .where('eventId', '=', eventId)
    .where('personId', '=', personId)
    .executeTakeFirst();
}

/** @returns false when there is none such in this inbox */
export async function markRead(db: Executor, inbox: Inbox, id: string, readAt: number | null): Promise<boolean> {
  const found = await inboxOf(db, inbox).select(['id', 'readAt']).where('id', '=', id).executeTakeFirst();
  if (!found) return false;
  // The first look counts: marking again does not move it.
  const isThere = (found.readAt === null) === (readAt === null);
  if (!isThere) await db.updateTable('notifications').set({ readAt }).where('id', '=', id).execute();
  return true;
}

export async function markAllRead(db: Executor, inbox: Inbox, upTo: number, readAt: number): Promise<void> {
  await db
    .updateTable('notifications')
    .set({ readAt })
    .where('id', 'in', inboxOf(db, inbox).select('id').where('readAt', 'is', null).where('createdAt', '<=', upTo))
    .execute();
}

/** @returns how many were removed */
export async function deleteNotificationsBefore(db: Executor, before: number, limit: number): Promise<number> {
  const old = db
    .selectFrom('notifications')
    .select('id')
    .where('createdAt', '<', before)
    .orderBy('createdAt')
    .limit(limit);
  const { numDeletedRows } = await db.deleteFrom('notifications').where('id', 'in', old).executeTakeFirst();
  return Number(numDeletedRows);
}
