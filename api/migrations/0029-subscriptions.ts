import { sql } from 'kysely';
import type { NamedMigration } from '../platform/database/migrate.ts';

/** Plans that tenants pay for, period by period. */
export const subscriptions: NamedMigration = {
  name: '0029-subscriptions',
  async up(db) {
    const { schema } = db;
    await schema
      .createTable('subscriptions')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('plan', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('interval', 'text', (c) => c.notNull())
      .addColumn('nextInterval', 'text', (c) => c.notNull())
      .addColumn('methodId', 'text', (c) => c.notNull())
      .addColumn('anchorAt', 'bigint', (c) => c.notNull())
      .addColumn('monthsPaid', 'integer', (c) => c.notNull())
      .addColumn('periodStart', 'bigint')
      .addColumn('periodEnd', 'bigint')
      .addColumn('cancelsAtEnd', 'integer', (c) => c.notNull())
      .addColumn('nextChargeAt', 'bigint')
      .addColumn('graceUntil', 'bigint')
      .addColumn('refusal', 'text')
      .addColumn('startedBy', 'text', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('endedAt', 'bigint')
      .addColumn('endReason', 'text')
      .addColumn('revision', 'integer', (c) => c.notNull())
      .execute();
    // Two who subscribe at once pay once.
    await sql`create unique index "subscriptionsOneLiving" on "subscriptions" ("tenantId")
      where "state" in ('pending', 'active', 'pastDue')`.execute(db);
    await schema.createIndex('subscriptionsByCharge').on('subscriptions').columns(['state', 'nextChargeAt']).execute();
    await schema.createIndex('subscriptionsByEnd').on('subscriptions').columns(['state', 'periodEnd']).execute();
    await schema
      .createTable('subscriptionCharges')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('subscriptionId', 'text', (c) => c.notNull().references('subscriptions.id'))
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('interval', 'text', (c) => c.notNull())
      .addColumn('startsAt', 'bigint', (c) => c.notNull())
      .addColumn('endsAt', 'bigint', (c) => c.notNull())
      .addColumn('amountMinor', 'bigint', (c) => c.notNull())
      .addColumn('taxMinor', 'bigint', (c) => c.notNull())
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('paymentId', 'text')
      .addColumn('refusal', 'text')
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('settledAt', 'bigint')
      .execute();
    await schema
      .createIndex('subscriptionChargesOfTenant')
      .on('subscriptionCharges')
      .columns(['tenantId', 'createdAt', 'id'])
      .execute();
    // A period is charged by one try at a time.
    await sql`create unique index "subscriptionChargesOneUnderWay" on "subscriptionCharges" ("subscriptionId")
      where "state" = 'charging'`.execute(db);
  },
};
