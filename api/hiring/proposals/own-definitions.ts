import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
import { ownProposalSchema, ownProposalSummarySchema, proposalBodySchema, proposalTermsSchema } from './own-schema.ts';
import { bidSchema, earningsSchema, givenAnswerSchema, proposalStateSchema } from './parts-schema.ts';
import { proposalStates, proposalWithdrawReasons, reasonTextMaxLength } from './proposal.ts';

/* Routes of the freelancer's side. */

const id = z.string().min(1).max(64);
const idParams = z.strictObject({ id });
const connects = z.int().min(0);
const ifMatch = z.object({ 'if-match': z.string().optional() });
const keyHeader = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });

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
  request: { body: jsonBody(proposalBodySchema) },
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
  request: { headers: keyHeader, body: jsonBody(proposalBodySchema) },
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
