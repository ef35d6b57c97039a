import { amountOf } from '../../money/schema.ts';
import { z } from '../../platform/http/routes.ts';
import { milestoneDescriptionMaxLength, milestonesMax, weeklyHoursMax } from './offer.ts';

/* What is offered and signed. */

const date = z.iso.date();
/** SHA-256 in lower-case hexadecimal. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const milestoneTermsSchema = z
  .strictObject({
    description: z.string().trim().max(milestoneDescriptionMaxLength),
    dueOn: date.nullable(),
    amount: amountOf(),
  })
  .openapi('MilestoneTerms');
export type MilestoneTerms = z.infer<typeof milestoneTermsSchema>;

export const paymentTermsSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('fixed'),
      total: amountOf(),
      milestones: z.array(milestoneTermsSchema).max(milestonesMax),
    }),
    z.strictObject({
      kind: z.literal('hourly'),
      rate: amountOf(),
      weeklyLimitHours: z.int().min(1).max(weeklyHoursMax).nullable(),
      manualTimeAllowed: z.boolean(),
    }),
  ])
  .openapi('PaymentTerms');
export type PaymentTerms = z.infer<typeof paymentTermsSchema>;

export const purchaseOrderSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('number'), number: z.string().trim().min(1).max(60) }),
    z.strictObject({ kind: z.literal('notYet') }),
  ])
  .openapi('PurchaseOrderReference');
export type PurchaseOrderReference = z.infer<typeof purchaseOrderSchema>;

/** What is offered and signed; termsHash is the SHA-256 of these as canonical JSON (RFC 8785) with the offer's id. */
export const offerTermsSchema = z
  .strictObject({
    title: z.string(),
    payment: paymentTermsSchema.nullable().openapi({ description: 'null only in a draft' }),
    startsOn: date.nullable().openapi({ description: 'null: on acceptance' }),
    endsOn: date.nullable(),
    purchaseOrder: purchaseOrderSchema.nullable(),
    nda: z.boolean(),
    text: z.string().openapi({ description: 'Markdown' }),
    template: z
      .strictObject({ id: z.string(), version: z.int(), hash: hashSchema })
      .nullable()
      .openapi({ description: 'The template version that the text was taken from' }),
  })
  .openapi('OfferTerms');
export type OfferTerms = z.infer<typeof offerTermsSchema>;
