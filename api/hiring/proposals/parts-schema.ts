import type { FeeSchedule } from '../../money/fees/fee.ts';
import { amountOf, moneySchema } from '../../money/schema.ts';
import { fileRefSchema } from '../../platform/files/schema.ts';
import { z } from '../../platform/http/routes.ts';
import {
  answerMaxLength,
  bidMilestonesMax,
  milestoneDescriptionMaxLength,
  proposalDeclineReasons,
  proposalStates,
  proposalWithdrawReasons,
} from './proposal.ts';

const date = z.iso.date();
const bidMoneySchema = amountOf();

/** What a freelancer asks for. A total and milestones answer a fixed budget, a rate an hourly one. */
export const bidSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('hourly'), rate: bidMoneySchema }),
    z.strictObject({ kind: z.literal('fixed'), total: bidMoneySchema }),
    z.strictObject({
      kind: z.literal('milestones'),
      total: bidMoneySchema.openapi({ description: 'What the milestones add up to' }),
      milestones: z
        .array(
          z.strictObject({
            description: z.string().trim().min(1).max(milestoneDescriptionMaxLength),
            dueOn: date.nullable(),
            amount: bidMoneySchema,
          }),
        )
        .min(1)
        .max(bidMilestonesMax),
    }),
  ])
  .openapi('Bid');
export type Bid = z.infer<typeof bidSchema>;

/** `text` and `choice`: words; `yesNo`: a boolean; `file`: the id of an upload. */
export const givenAnswerSchema = z.strictObject({
  questionId: z.string().min(1).max(64),
  value: z.union([z.string().max(answerMaxLength), z.boolean()]),
});
export type GivenAnswer = z.infer<typeof givenAnswerSchema>;

export const answerSchema = z
  .strictObject({
    questionId: z.string(),
    kind: z.enum(['text', 'yesNo', 'choice', 'file']),
    question: z.string(),
    value: z.union([z.string(), z.boolean()]).nullable().openapi({ description: 'null: left empty, or a file' }),
    file: fileRefSchema.nullable(),
  })
  .openapi('ProposalAnswer');
export type Answer = z.infer<typeof answerSchema>;

export const earningsSchema = z
  .strictObject({
    gross: moneySchema,
    fee: moneySchema,
    net: moneySchema,
    per: z.enum(['hour', 'project']),
  })
  .openapi('Earnings', { description: 'What the freelancer is paid after the fee' });
export type Earnings = z.infer<typeof earningsSchema>;

/** FeeSchedule of money/fees. */
export const feeScheduleSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('flat'), basisPoints: z.int() }),
    z.strictObject({ kind: z.literal('perContract'), basisPoints: z.int() }),
    z.strictObject({
      kind: z.literal('sliding'),
      currency: z.string(),
      tiers: z.array(z.strictObject({ upToMinor: z.int().nullable(), basisPoints: z.int() })),
    }),
  ])
  .openapi('FeeSchedule') satisfies z.ZodType<FeeSchedule>;

export const proposalStateSchema = z.enum(proposalStates);
export const closingSchema = z
  .strictObject({
    reason: z.string().openapi({
      description: `Why it ended: ${[...proposalDeclineReasons, ...proposalWithdrawReasons].join(', ')}; or what ended the post`,
    }),
    text: z.string(),
    at: z.iso.datetime(),
  })
  .nullable();
