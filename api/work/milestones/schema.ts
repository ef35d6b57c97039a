import { amountOf, moneySchema } from '../../money/schema.ts';
import { z } from '../../platform/http/routes.ts';
import { deliverableSchema } from '../deliverables/schema.ts';
import { milestoneDescriptionMaxLength, milestoneStates } from './milestone.ts';
import { moneyStepSchema, netSchema, paymentPartSchema, paymentQuoteSchema } from './money-schema.ts';

const instant = z.iso.datetime();

export const milestoneSchema = z
  .strictObject({
    id: z.string(),
    contractId: z.string(),
    position: z.int(),
    description: z.string(),
    dueOn: z.iso.date().nullable(),
    amount: moneySchema.openapi({ description: 'Planned, then in escrow, then what was released or went back' }),
    state: z.enum(milestoneStates),
    remainderOf: z.string().nullable().openapi({ description: 'The milestone of which this is left' }),
    escrow: moneySchema.openapi({ description: 'What waits in escrow for it now' }),
    payment: paymentPartSchema.nullable().openapi({ description: 'While it is under way' }),
    fundingApprovalId: z
      .string()
      .nullable()
      .optional()
      .openapi({ description: 'The approval that its funding waits for; the client sees it' }),
    fundingRefusal: z.string().nullable().openapi({ description: 'Why the last charge failed: insufficient_funds' }),
    fundedAt: instant.nullable(),
    submittedAt: instant.nullable(),
    autoReleaseAt: instant.nullable().openapi({ description: 'Released then, unless somebody answers' }),
    changeReason: z.string().nullable(),
    releasing: moneySchema.nullable().openapi({ description: 'Will be released as soon as the difference is charged' }),
    releaseRefusal: z.string().nullable(),
    refundRequest: z
      .strictObject({
        amount: moneySchema,
        reason: z.string(),
        askedAt: instant,
        answerBy: instant.nullable(),
        answer: z.string().nullable(),
      })
      .nullable(),
    isBankDispute: z.boolean(),
    earning: netSchema
      .extend({
        state: z.string(),
        availableAt: instant.nullable(),
        refunded: moneySchema,
      })
      .nullable(),
    releasedAt: instant.nullable(),
    settledAt: instant.nullable(),
    deliverables: z.array(deliverableSchema).openapi({ description: 'The newest first' }),
    updatedAt: instant,
  })
  .openapi('Milestone');
export type Milestone = z.infer<typeof milestoneSchema>;

export const milestoneListSchema = z
  .strictObject({
    items: z.array(milestoneSchema),
    agreedTotal: moneySchema.nullable().openapi({ description: 'What both signed; null for hourly work' }),
    planned: moneySchema.openapi({ description: 'All milestones that were not refunded' }),
    unplanned: moneySchema.openapi({ description: 'What may still be planned without an amendment' }),
    minimum: moneySchema,
    isSandbox: z.boolean().openapi({ description: 'No real money moves' }),
  })
  .openapi('MilestoneList');
export type MilestoneList = z.infer<typeof milestoneListSchema>;

/** What a release does, before it is done. */
export const releaseQuoteSchema = z
  .strictObject({
    release: netSchema,
    remainder: moneySchema.nullable().openapi({ description: 'Stays in escrow as a milestone of its own' }),
    extra: paymentQuoteSchema.nullable().openapi({ description: 'The difference, charged first' }),
    availableAfterDays: z.number().openapi({ description: 'The security period' }),
    steps: z.array(moneyStepSchema),
    isSandbox: z.boolean(),
  })
  .openapi('ReleaseQuote');
export type ReleaseQuote = z.infer<typeof releaseQuoteSchema>;

export const refundQuoteSchema = z
  .strictObject({
    amount: moneySchema,
    remainder: moneySchema.nullable(),
    steps: z.array(moneyStepSchema),
    isSandbox: z.boolean(),
  })
  .openapi('RefundQuote');
export type RefundQuote = z.infer<typeof refundQuoteSchema>;

const planSchema = z.strictObject({
  description: z.string().trim().min(1).max(milestoneDescriptionMaxLength),
  dueOn: z.iso.date().nullable(),
  amount: amountOf({ minMinor: 1 }),
});
export const milestonePlanSchema = planSchema.openapi('MilestonePlan');
export type MilestonePlan = z.infer<typeof milestonePlanSchema>;
export const milestoneChangeSchema = planSchema
  .extend({ position: z.int().min(1).max(1000) })
  .partial()
  .openapi('MilestoneChange');
export type MilestonePlanChange = z.infer<typeof milestoneChangeSchema>;
