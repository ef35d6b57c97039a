import { moneySchema } from '../../money/schema.ts';
import { z } from '../../platform/http/routes.ts';
import { deliverableSchema } from '../deliverables/schema.ts';
import { milestoneStates } from './milestone.ts';
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
