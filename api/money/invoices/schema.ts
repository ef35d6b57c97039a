import { z } from '../../platform/http/routes.ts';
import { moneySchema } from '../schema.ts';
import { invoiceKinds, invoiceSplits, invoiceStates, lineKinds, purchaseOrderMaxLength } from './invoice.ts';

const instant = z.iso.datetime();
const label = z.string().max(1000).nullable();

export const billingDetailsFieldsSchema = z.strictObject({
  legalName: z.string().trim().max(200),
  street: z.string().trim().max(200),
  postalCode: z.string().trim().max(20),
  city: z.string().trim().max(100),
  region: z.string().trim().max(100),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .openapi({ description: 'ISO 3166-1 alpha-2', example: 'DE' }),
  vatId: z.string().trim().max(40),
  reference: z.string().trim().max(60).openapi({ description: 'Your number for the marketplace as a supplier' }),
  splitBy: z.enum(invoiceSplits).openapi({ description: 'How the monthly invoice is told apart inside' }),
});
export const billingDetailsSchema = billingDetailsFieldsSchema.openapi('BillingDetails');

/** As it stood when the document was issued. */
export const partySchema = z
  .strictObject({
    name: z.string(),
    /** Lines of the address as they are printed. */
    address: z.array(z.string()),
    vatId: z.string(),
    reference: z.string(),
  })
  .openapi('InvoiceParty');

export const invoiceLineSchema = z
  .strictObject({
    number: z.int().openapi({ description: 'From 1; its entries are at …/lines/{number}/entries' }),
    kind: z.enum(lineKinds),
    purpose: z.string().openapi({ example: 'milestoneFunding' }),
    description: z.string(),
    contract: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
    freelancer: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    quantityMinutes: z.int().nullable().openapi({ description: 'For time' }),
    unitPrice: moneySchema.nullable().openapi({ description: 'An hour' }),
    amount: moneySchema,
    tax: z
      .strictObject({ basisPoints: z.int().nullable(), country: z.string() })
      .nullable()
      .openapi({ description: 'Of a tax line' }),
    team: label,
    costCenter: label,
    purchaseOrder: label,
    paymentId: z.string().nullable(),
    occurredAt: instant,
  })
  .openapi('InvoiceLine');

export const invoiceGroupSchema = z
  .strictObject({
    name: z.string().nullable().openapi({ description: 'A team, a cost center or a purchase order; null for none' }),
    lines: z.array(invoiceLineSchema),
    total: moneySchema,
  })
  .openapi('InvoiceGroup');

export const invoicePaymentSchema = z
  .strictObject({
    id: z.string(),
    via: z.enum(['method', 'balance', 'bankTransfer', 'creditNote']),
    label: z.string(),
    paymentId: z.string().nullable(),
    amount: moneySchema,
    state: z.enum(['pending', 'posted', 'voided']),
    occurredAt: instant,
  })
  .openapi('InvoicePayment');

const reference = z.strictObject({ id: z.string(), number: z.string() });

export const invoiceSummarySchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(invoiceKinds),
    number: z.string().nullable().openapi({ description: 'Null for a draft' }),
    state: z.enum(invoiceStates),
    total: moneySchema,
    open: moneySchema.openapi({ description: 'What is left to pay and not under way' }),
    team: label,
    costCenter: label,
    purchaseOrder: label,
    issuedAt: instant.nullable(),
    dueAt: instant.nullable(),
    createdAt: instant,
  })
  .openapi('InvoiceSummary');

export const invoiceSchema = invoiceSummarySchema
  .extend({
    net: moneySchema,
    tax: moneySchema,
    paid: moneySchema,
    credited: moneySchema,
    pending: moneySchema,
    seller: partySchema,
    billTo: partySchema,
    splitBy: z.enum(invoiceSplits),
    groups: z.array(invoiceGroupSchema),
    payments: z.array(invoicePaymentSchema),
    credits: reference.nullable().openapi({ description: 'Of a credit note: the invoice it takes back' }),
    creditNotes: z.array(reference),
    reason: z.string().nullable(),
    periodFrom: instant.nullable(),
    periodTo: instant.nullable().openapi({ description: 'The first instant after it' }),
    settledAt: instant.nullable(),
  })
  .openapi('Invoice');

export const lineEntrySchema = z
  .strictObject({
    transferId: z.string(),
    account: z.string().openapi({ example: 'escrow' }),
    ownerId: z.string(),
    amount: moneySchema,
    occurredAt: instant,
  })
  .openapi('LineEntry');
export const lineEntriesSchema = z
  .strictObject({ items: z.array(lineEntrySchema), total: moneySchema })
  .openapi('LineEntries');

export const billingOverviewSchema = z
  .strictObject({
    balances: z.array(z.strictObject({ available: moneySchema, held: moneySchema })),
    credit: z
      .strictObject({
        limit: moneySchema,
        available: moneySchema,
        used: moneySchema,
        days: z.int(),
        state: z.enum(['open', 'overdue']).openapi({ description: 'overdue: nothing more is bought on credit' }),
        gathered: moneySchema.openapi({ description: 'Of this month, in the draft of the next invoice' }),
        nextInvoiceAt: instant,
        draftId: z.string().nullable(),
      })
      .nullable(),
    due: z.array(
      z.strictObject({
        open: moneySchema,
        overdue: moneySchema,
        invoices: z.int(),
        nextDueAt: instant.nullable(),
      }),
    ),
    processor: z.strictObject({ name: z.string(), isSandbox: z.boolean() }),
  })
  .openapi('BillingOverview');

export const spendSchema = z
  .strictObject({
    currency: z.string(),
    currencies: z.array(z.string()),
    months: z.array(z.string()).openapi({ description: '2026-11, the oldest first', example: ['2026-11'] }),
    groups: z.array(
      z.strictObject({
        name: z.string().nullable().openapi({ description: 'A team; null for none' }),
        amountsMinor: z.array(z.int()).openapi({ description: 'One a month' }),
        total: moneySchema,
      }),
    ),
    total: moneySchema,
  })
  .openapi('Spend');

export const invoicePaymentRequestSchema = z.strictObject({
  source: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('method'), methodId: z.string().min(1).max(64) }),
    z.strictObject({ kind: z.literal('balance') }),
  ]),
  amount: moneySchema.optional().openapi({ description: 'Less than all that is open' }),
});

export const purchaseOrderRequestSchema = z.strictObject({
  purchaseOrder: z.string().trim().min(1).max(purchaseOrderMaxLength),
});

export type BillingDetails = z.infer<typeof billingDetailsSchema>;
export type InvoiceParty = z.infer<typeof partySchema>;
export type InvoiceLine = z.infer<typeof invoiceLineSchema>;
export type InvoiceGroup = z.infer<typeof invoiceGroupSchema>;
export type InvoicePayment = z.infer<typeof invoicePaymentSchema>;
export type InvoiceSummary = z.infer<typeof invoiceSummarySchema>;
export type Invoice = z.infer<typeof invoiceSchema>;
export type LineEntry = z.infer<typeof lineEntrySchema>;
export type LineEntries = z.infer<typeof lineEntriesSchema>;
export type BillingOverview = z.infer<typeof billingOverviewSchema>;
export type Spend = z.infer<typeof spendSchema>;
