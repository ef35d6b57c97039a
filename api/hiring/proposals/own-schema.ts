import { createRoute } from '@hono/zod-openapi';
import { moneySchema } from '../../money/schema.ts';
import { fileRefSchema } from '../../platform/files/schema.ts';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
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
import {
  boostPlaces,
  coverLetterMaxLength,
  proposalStates,
  proposalWithdrawReasons,
  reasonTextMaxLength,
} from './proposal.ts';

/* The freelancer's side. No field here may come from what the team keeps for itself. */

const id = z.string().min(1).max(64);
const idParams = z.strictObject({ id });
const connects = z.int().min(0);
const ifMatch = z.object({ 'if-match': z.string().optional() });
const keyHeader = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });

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
const proposalBody = z.strictObject({
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
export type GivenProposal = z.infer<typeof proposalBody>;

const tags = ['Own proposals'];

export const proposalTermsRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/jobs/{jobId}/proposal-terms',
  tags,
  summary: 'What a proposal on a post costs, asks and pays, before it is written',
  request: { params: z.strictObject({ jobId: id }) },
  responses: { 200: json(proposalTermsSchema, 'Terms'), ...problems(401, 403, 404) },
});

export const previewProposalRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/proposals/preview',
  tags,
  summary: 'Fee, net and connects of a bid, with every field that would be refused; nothing is sent',
  request: { body: jsonBody(proposalBody) },
  responses: {
    200: json(
      z
        .strictObject({
          earnings: earningsSchema,
          connects: z.strictObject({ spent: connects, boostBid: connects, balanceAfter: z.int() }),
          errors: z.array(z.strictObject({ pointer: z.string(), code: z.string(), message: z.string() })),
        })
        .openapi('ProposalPreview'),
      'Preview',
    ),
    ...problems(401, 403, 404, 409),
  },
});

export const submitProposalRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/proposals',
  tags,
  summary: 'Propose on a post; the connects are spent with it',
  request: { headers: keyHeader, body: jsonBody(proposalBody) },
  responses: { 201: json(ownProposalSchema, 'Sent'), ...problems(401, 403, 404, 409) },
});

export const listOwnProposalsRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/proposals',
  tags,
  summary: 'Own proposals, newest first',
  request: {
    query: z.strictObject({
      state: z.preprocess(
        (value) => (value === undefined || Array.isArray(value) ? value : [value]),
        z.array(proposalStateSchema).max(proposalStates.length).optional(),
      ),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      cursor: z.string().max(500).optional(),
    }),
  },
  responses: {
    200: json(
      z.strictObject({
        items: z.array(ownProposalSummarySchema),
        counts: z.strictObject(
          Object.fromEntries(proposalStates.map((state) => [state, z.int()])) as Record<
            (typeof proposalStates)[number],
            z.ZodInt
          >,
        ),
        nextCursor: z.string().nullable(),
      }),
      'Own proposals',
    ),
    ...problems(401, 403),
  },
});

export const getOwnProposalRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/proposals/{id}',
  tags,
  summary: 'An own proposal; its ETag is for changing the terms',
  request: { params: idParams },
  responses: { 200: json(ownProposalSchema, 'The proposal'), ...problems(401, 403, 404) },
});

export const editTermsRoute = createRoute({
  method: 'patch',
  path: '/v1/freelancers/me/proposals/{id}',
  tags,
  summary: 'Change bid, answers or attachments while the proposal lives; the letter stays as sent',
  request: {
    params: idParams,
    headers: ifMatch,
    body: jsonBody(
      z.strictObject({
        bid: bidSchema.optional(),
        answers: z.array(givenAnswerSchema).max(10).optional(),
        attachmentIds: z.array(id).max(10).optional().openapi({ description: 'All that shall stand there' }),
      }),
    ),
  },
  responses: { 200: json(ownProposalSchema, 'Changed'), ...problems(401, 403, 404, 409, 412, 428) },
});

export const boostProposalRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/proposals/{id}/boost',
  tags,
  summary: 'Bid for a top place of the post, or raise the bid, until the client has opened the proposal',
  request: { params: idParams, headers: keyHeader, body: jsonBody(z.strictObject({ boostBid: z.int().min(1) })) },
  responses: { 200: json(ownProposalSchema, 'The proposal with its boost'), ...problems(401, 403, 404, 409) },
});

export const withdrawProposalRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/proposals/{id}/withdrawal',
  tags,
  summary: 'Withdraw an own proposal; connects are not returned',
  request: {
    params: idParams,
    body: jsonBody(
      z.strictObject({
        reason: z.enum(proposalWithdrawReasons),
        text: z.string().trim().max(reasonTextMaxLength).default(''),
      }),
    ),
  },
  responses: { 200: json(ownProposalSchema, 'Withdrawn'), ...problems(401, 403, 404, 409) },
});

export const ownProposalTimelineRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/proposals/{id}/timeline',
  tags,
  summary: 'What happened to an own proposal, as far as the freelancer sees it',
  request: { params: idParams },
  responses: timelineResponses,
});
