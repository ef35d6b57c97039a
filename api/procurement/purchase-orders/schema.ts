import { amountOf, moneySchema } from '../../money/schema.ts';
import { z } from '../../platform/http/routes.ts';
import { commitmentParts, numberMaxLength, overruns, purchaseOrderStates, thresholdsMax } from './purchase-order.ts';

const id = z.string().min(1).max(64);
const instant = z.iso.datetime();
const day = z.iso.date();
const label = z.string().trim().min(1).max(120);
export const reason = z.string().trim().min(1).max(1000);
export const numberSchema = z.string().trim().min(1).max(numberMaxLength);

/** What may be said of one; a change leaves out what stays. */
const fields = z.strictObject({
  title: z.string().trim().max(160),
  supplierName: z.string().trim().max(160),
  supplierReference: z.string().trim().max(120),
  amount: amountOf({ minMinor: 1 }),
  validFrom: day,
  validThrough: day.openapi({ description: 'The last day, UTC, included' }),
  overrun: z.enum(overruns).openapi({
    description: '`refused`: nothing takes more than is left. `byApproval`: what somebody approved may',
  }),
  thresholds: z
    .array(z.int().min(1).max(200))
    .max(thresholdsMax)
    .openapi({ description: 'Percent of the amount at which its keepers are told; empty takes the company’s own' }),
  costCenters: z.array(label).max(200).openapi({ description: 'Codes that it pays for; empty: all' }),
  teams: z.array(label).max(200).openapi({ description: 'Names of teams that may use it; with people empty too: all' }),
  personIds: z.array(id).max(200),
});

export const newPurchaseOrderSchema = fields
  .partial()
  .required({ amount: true, validFrom: true, validThrough: true })
  .extend({ number: numberSchema, open: z.boolean().default(false) })
  .openapi('NewPurchaseOrder');
export type NewPurchaseOrder = z.infer<typeof newPurchaseOrderSchema>;

export const purchaseOrderChangeSchema = fields
  .partial()
  .extend({ reason: reason.optional().openapi({ description: 'Required once it is open' }) })
  .openapi('PurchaseOrderChange');
export type PurchaseOrderChange = z.infer<typeof purchaseOrderChangeSchema>;

export const useSchema = z
  .strictObject({
    paid: moneySchema.openapi({ description: 'Charged, and no longer in escrow or held' }),
    held: moneySchema.openapi({ description: 'Charged: in escrow, under review, frozen, or asked of a bank' }),
    openOffers: moneySchema.openapi({ description: 'Offers that wait for an answer' }),
    fixedRest: moneySchema.openapi({ description: 'Of fixed prices, what is not funded yet' }),
    weeklyExposure: moneySchema.openapi({ description: 'Weekly limit × rate × weeks that are not charged yet' }),
    left: moneySchema.openapi({ description: 'May still be put on it; below zero it is overdrawn' }),
    usedPercent: z.int(),
  })
  .openapi('PurchaseOrderUse');
export type PurchaseOrderUse = z.infer<typeof useSchema>;

export const purchaseOrderSummarySchema = z.strictObject({
  id,
  number: z.string(),
  title: z.string(),
  supplierName: z.string(),
  state: z.enum(purchaseOrderStates),
  amount: moneySchema,
  committed: moneySchema.openapi({ description: 'What open offers and contracts may still cost' }),
  spent: moneySchema.openapi({ description: 'What was charged and did not come back' }),
  left: moneySchema,
  usedPercent: z.int(),
  threshold: z.int().nullable().openapi({ description: 'The highest percentage of its own that is reached' }),
  validFrom: day,
  validThrough: day,
  isEndingSoon: z.boolean(),
  costCenters: z.array(z.string()),
  teams: z.array(z.string()),
});
export type PurchaseOrderSummary = z.infer<typeof purchaseOrderSummarySchema>;

export const forecastSchema = z
  .strictObject({
    perDay: moneySchema,
    sinceDays: z.int(),
    exhaustedOn: day.nullable().openapi({ description: 'null: not at this rate, or nothing was spent yet' }),
  })
  .openapi('PurchaseOrderForecast');

export const purchaseOrderSchema = purchaseOrderSummarySchema
  .extend({
    supplierReference: z.string(),
    overrun: z.enum(overruns),
    thresholds: z.array(z.int()),
    people: z.array(z.strictObject({ id, name: z.string() })),
    use: useSchema,
    forecast: forecastSchema,
    createdBy: z.string(),
    createdAt: instant,
    mayChange: z.boolean(),
  })
  .openapi('PurchaseOrder');
export type PurchaseOrder = z.infer<typeof purchaseOrderSchema>;

/** What stands behind a figure: an offer or a contract. */
export const commitmentSchema = z
  .strictObject({
    id,
    subject: z.strictObject({ kind: z.enum(['jobPost', 'offer', 'contract', 'amendment']), id }),
    title: z.string(),
    part: z.enum(commitmentParts).nullable(),
    open: moneySchema,
    spent: moneySchema,
    costCenter: z.string().nullable(),
    team: z.string().nullable(),
    person: z.string().nullable(),
    isEnded: z.boolean(),
    since: instant,
  })
  .openapi('Commitment');
export type Commitment = z.infer<typeof commitmentSchema>;

export const spendingEntrySchema = z
  .strictObject({
    id,
    at: instant,
    part: z.enum([...commitmentParts, 'spent']),
    cause: z.string(),
    amount: moneySchema,
    title: z.string(),
    offerId: z.string().nullable(),
    contractId: z.string().nullable(),
    paymentId: z.string().nullable(),
  })
  .openapi('SpendingEntry');
export type SpendingEntry = z.infer<typeof spendingEntrySchema>;

export const revisionSchema = z
  .strictObject({
    version: z.int(),
    at: instant,
    person: z.string(),
    reason: z.string().nullable(),
    amount: moneySchema,
    validFrom: day,
    validThrough: day,
  })
  .openapi('PurchaseOrderRevision');
export type PurchaseOrderRevision = z.infer<typeof revisionSchema>;

/** For choosing one where something is put on it. */
export const purchaseOrderChoiceSchema = z
  .strictObject({
    id,
    number: z.string(),
    title: z.string(),
    left: moneySchema,
    validThrough: day,
    costCenters: z.array(z.string()),
    whyNot: z
      .enum(['not_yours', 'other_cost_center', 'other_currency', 'exhausted'])
      .nullable()
      .openapi({ description: 'Why it cannot be chosen here' }),
  })
  .openapi('PurchaseOrderChoice');
export type PurchaseOrderChoice = z.infer<typeof purchaseOrderChoiceSchema>;

export const commitmentQuoteSchema = z
  .strictObject({
    number: z.string(),
    commits: moneySchema.openapi({ description: 'With our fees and the tax on them' }),
    left: moneySchema.openapi({ description: 'Stays afterwards; below zero it does not fit' }),
    weeks: z.int().nullable(),
    refusal: z.strictObject({ code: z.string(), detail: z.string() }).nullable(),
  })
  .openapi('CommitmentQuote');
export type CommitmentQuote = z.infer<typeof commitmentQuoteSchema>;

export const waitingSchema = z
  .strictObject({
    id,
    subject: z.strictObject({ kind: z.enum(['jobPost', 'offer', 'contract', 'amendment']), id }),
    title: z.string(),
    open: moneySchema,
    spent: moneySchema,
    team: z.string().nullable(),
    costCenter: z.string().nullable(),
    since: instant,
  })
  .openapi('WaitingForPurchaseOrder');
export type WaitingForPurchaseOrder = z.infer<typeof waitingSchema>;
