import { sql } from 'kysely';
import type { NamedMigration } from '../platform/database/migrate.ts';

/** Invoices with their lines, numbers and payments; credit lines; who invoices are made out to. */
export const invoices: NamedMigration = {
  name: '0019-invoices',
  async up({ schema }) {
    await schema
      .createTable('invoices')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('ownerKind', 'text', (c) => c.notNull())
      .addColumn('ownerId', 'text', (c) => c.notNull())
      .addColumn('tenantId', 'text')
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('sourceKey', 'text', (c) => c.unique())
      .addColumn('series', 'text', (c) => c.notNull())
      .addColumn('sequence', 'integer')
      .addColumn('number', 'text', (c) => c.unique())
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('netMinor', 'bigint', (c) => c.notNull())
      .addColumn('taxMinor', 'bigint', (c) => c.notNull())
      .addColumn('totalMinor', 'bigint', (c) => c.notNull())
      .addColumn('paidMinor', 'bigint', (c) => c.notNull())
      .addColumn('creditedMinor', 'bigint', (c) => c.notNull())
      .addColumn('returnedMinor', 'bigint', (c) => c.notNull())
      .addColumn('pendingMinor', 'bigint', (c) => c.notNull().check(sql`"pendingMinor" >= 0`))
      .addColumn('team', 'text')
      .addColumn('costCenter', 'text')
      .addColumn('purchaseOrder', 'text')
      .addColumn('splitBy', 'text', (c) => c.notNull())
      .addColumn('parties', 'text', (c) => c.notNull())
      .addColumn('locale', 'text', (c) => c.notNull())
      .addColumn('periodFrom', 'bigint')
      .addColumn('periodTo', 'bigint')
      .addColumn('issuedAt', 'bigint')
      .addColumn('dueAt', 'bigint')
      .addColumn('remindAt', 'bigint')
      .addColumn('settledAt', 'bigint')
      .addColumn('creditsId', 'text', (c) => c.references('invoices.id'))
      .addColumn('reason', 'text')
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('updatedAt', 'bigint', (c) => c.notNull())
      .addUniqueConstraint('invoicesOneOfNumber', ['ownerId', 'series', 'sequence'])
      // Never more than is owed; a credit note owes nothing.
      .addCheckConstraint(
        'invoicesNotOverpaid',
        sql`kind = 'creditNote' or state = 'draft' or "paidMinor" + "pendingMinor" + "creditedMinor" - "returnedMinor" <= "totalMinor"`,
      )
      .execute();
    await schema.createIndex('invoicesOfOwner').on('invoices').columns(['ownerId', 'createdAt', 'id']).execute();
    await schema.createIndex('invoicesByDueDate').on('invoices').columns(['state', 'dueAt']).execute();
    await schema.createIndex('invoicesByReminder').on('invoices').columns(['state', 'remindAt']).execute();
    await schema.createIndex('invoicesCredited').on('invoices').column('creditsId').execute();
    await schema
      .createIndex('invoicesOneDraft')
      .unique()
      .on('invoices')
      .columns(['ownerId', 'currency'])
      .where(sql.ref('state'), '=', sql.lit('draft'))
      .execute();

    await schema
      .createTable('invoiceLines')
      .addColumn('invoiceId', 'text', (c) => c.notNull().references('invoices.id'))
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('ownerId', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('purpose', 'text', (c) => c.notNull())
      .addColumn('paymentId', 'text')
      .addColumn('transferId', 'text')
      .addColumn('contractId', 'text')
      .addColumn('contractTitle', 'text')
      .addColumn('freelancerId', 'text')
      .addColumn('freelancerName', 'text')
      .addColumn('description', 'text', (c) => c.notNull())
      .addColumn('quantityMinutes', 'integer')
      .addColumn('unitPriceMinor', 'bigint')
      .addColumn('amountMinor', 'bigint', (c) => c.notNull())
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('taxBasisPoints', 'integer')
      .addColumn('taxCountry', 'text')
      .addColumn('team', 'text')
      .addColumn('costCenter', 'text')
      .addColumn('purchaseOrder', 'text')
      .addColumn('occurredAt', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('invoiceLinesKey', ['invoiceId', 'position'])
      // A transfer is written down once, however often its news comes.
      .addUniqueConstraint('invoiceLinesOnce', ['transferId', 'kind'])
      .execute();
    await schema.createIndex('invoiceLinesOfPayment').on('invoiceLines').column('paymentId').execute();
    await schema.createIndex('invoiceLinesOfOwner').on('invoiceLines').columns(['ownerId', 'occurredAt']).execute();

    await schema
      .createTable('invoicePayments')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('invoiceId', 'text', (c) => c.notNull().references('invoices.id'))
      .addColumn('ownerId', 'text', (c) => c.notNull())
      .addColumn('via', 'text', (c) => c.notNull())
      .addColumn('paymentId', 'text', (c) => c.unique())
      .addColumn('transferId', 'text')
      .addColumn('label', 'text', (c) => c.notNull())
      .addColumn('amountMinor', 'bigint', (c) => c.notNull())
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('occurredAt', 'bigint', (c) => c.notNull())
      .execute();
    await schema.createIndex('invoicePaymentsOfInvoice').on('invoicePayments').column('invoiceId').execute();

    await schema
      .createTable('invoiceSeries')
      .addColumn('ownerId', 'text', (c) => c.notNull())
      .addColumn('series', 'text', (c) => c.notNull())
      .addColumn('code', 'text', (c) => c.notNull())
      .addColumn('last', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('invoiceSeriesKey', ['ownerId', 'series'])
      .addUniqueConstraint('invoiceSeriesOneOfCode', ['code', 'series'])
      .execute();

    await schema
      .createTable('billingDetails')
      .addColumn('tenantId', 'text', (c) => c.primaryKey())
      .addColumn('legalName', 'text', (c) => c.notNull())
      .addColumn('street', 'text', (c) => c.notNull())
      .addColumn('postalCode', 'text', (c) => c.notNull())
      .addColumn('city', 'text', (c) => c.notNull())
      .addColumn('region', 'text', (c) => c.notNull())
      .addColumn('country', 'text')
      .addColumn('vatId', 'text', (c) => c.notNull())
      .addColumn('reference', 'text', (c) => c.notNull())
      .addColumn('splitBy', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('updatedAt', 'bigint', (c) => c.notNull())
      .execute();

    await schema
      .createTable('creditLines')
      .addColumn('tenantId', 'text', (c) => c.primaryKey())
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('limitMinor', 'bigint', (c) => c.notNull().check(sql`"limitMinor" >= 0`))
      .addColumn('days', 'integer', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('setBy', 'text', (c) => c.notNull())
      .addColumn('updatedAt', 'bigint', (c) => c.notNull())
      .execute();
  },
};
