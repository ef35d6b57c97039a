import { moneySchema } from '../../money/schema.ts';
import { fileRefSchema } from '../../platform/files/schema.ts';
import { z } from '../../platform/http/routes.ts';
import { formattedTextSchema } from '../../platform/rich-text/schema.ts';
import { boostStates } from '../connects/connects.ts';
import { budgetSchema } from '../job-posts/schema.ts';
import {
  answerSchema,
  bidSchema,
  closingSchema,
  earningsSchema,
  feeScheduleSchema,
  givenAnswerSchema,
  proposalStateSchema,
} from './parts-schema.ts';
import { boostPlaces, coverLetterMaxLength } from './proposal.ts';

/* The freelancer's side. No field here may come from what the team keeps for itself. */

const id = z.string().min(1).max(64);
const connects = z.int().min(0);

export const ownProposalSchema = z
  .strictObject({
    id: z.string(),
    jobPost: z.strictObject({ id: z.string(), title: z.string(), state: z.string() }),
    client: z.strictObject({ name: z.string() }),
    state: proposalStateSchema,
    coverLetter: formattedTextSchema,
    answers: z.array(answerSchema),
    bid: bidSchema,
    earnings: earningsSchema,
    attachments: z.array(fileRefSchema),
    connects: z.strictObject({
      spent: connects,
      boostBid: connects,
      returned: z.boolean().openapi({ description: 'What was spent came back' }),
    }),
    boost: z
      .strictObject({
        state: z.enum(boostStates),
        place: z.int().min(1).max(boostPlaces).nullable().openapi({ description: '1 is the top; null: in none' }),
      })
      .nullable(),
    invitationId: z.string().nullable(),
    termsVersion: z.int(),
    submittedAt: z.iso.datetime(),
    termsChangedAt: z.iso.datetime().nullable(),
    viewedAt: z.iso.datetime().nullable().openapi({ description: 'When the client opened it first; null: unopened' }),
    closing: closingSchema,
    unreadMessages: z.int(),
    messageCount: z.int(),
    mayWrite: z.boolean(),
    mayEditTerms: z.boolean(),
    mayWithdraw: z.boolean(),
  })
  .openapi('OwnProposal', { description: 'A proposal as its freelancer sees it' });
export type OwnProposal = z.infer<typeof ownProposalSchema>;

export const ownProposalSummarySchema = ownProposalSchema
  .omit({ coverLetter: true, answers: true, attachments: true, boost: true })
  .openapi('OwnProposalSummary');
export type OwnProposalSummary = z.infer<typeof ownProposalSummarySchema>;

export const proposalTermsSchema = z
  .strictObject({
    jobPost: z.strictObject({ id: z.string(), title: z.string(), state: z.string() }),
    client: z.strictObject({ name: z.string() }),
    bidKinds: z.array(z.enum(['hourly', 'fixed', 'milestones'])),
    currency: z.string(),
    budget: budgetSchema.nullable(),
    limits: z.strictObject({ min: moneySchema, max: moneySchema, milestoneMin: moneySchema }),
    connects: z.strictObject({
      price: connects,
      free: z.enum(['invited', 'pool']).nullable().openapi({ description: 'Why it costs nothing' }),
      balance: connects,
      balanceAfter: z.int().openapi({ description: 'Without a boost; negative: too few' }),
    }),
    feeSchedule: feeScheduleSchema.openapi({
      description: 'What is kept of each payment; netOf of money/fees reckons with it',
    }),
    boost: z.strictObject({
      places: z.int(),
      taken: z.int(),
      minimumBid: z.int().openapi({ description: 'The least bid that takes a place now; others’ bids stay sealed' }),
      maximumBid: z.int(),
    }),
    questions: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(['text', 'yesNo', 'choice', 'file']),
        text: z.string(),
        choices: z.array(z.string()),
        isRequired: z.boolean(),
      }),
    ),
    invitationId: z.string().nullable(),
    proposalId: z.string().nullable().openapi({ description: 'The own proposal on this post, if there is one' }),
    refusal: z
      .strictObject({ code: z.string(), detail: z.string() })
      .nullable()
      .openapi({ description: 'Why a proposal would be refused whatever it says' }),
  })
  .openapi('ProposalTerms');
export type ProposalTerms = z.infer<typeof proposalTermsSchema>;

const termFields = {
  bid: bidSchema,
  answers: z.array(givenAnswerSchema).max(10).default([]),
  attachmentIds: z.array(id).max(10).default([]),
};
export const proposalBodySchema = z.strictObject({
  jobId: id,
  coverLetter: z.string().max(coverLetterMaxLength),
  ...termFields,
  boostBid: z
    .int()
    .min(0)
    .max(10_000)
    .default(0)
    .openapi({ description: `Connects for one of the top ${boostPlaces} places` }),
});
export type GivenProposal = z.infer<typeof proposalBodySchema>;
