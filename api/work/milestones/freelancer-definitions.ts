import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
import { deliverableFilesMax, deliverableLinksMax, deliverableNoteMaxLength } from '../deliverables/deliverable.ts';
import { milestoneListSchema, milestoneSchema, refundQuoteSchema } from './schema.ts';
import { keyed, params, positiveAmount, reason } from './team-definitions.ts';

const tags = ['Milestones'];
const mine = '/v1/freelancers/me/milestones/{id}';

export const submissionSchema = z
  .strictObject({
    note: z.string().max(deliverableNoteMaxLength).default('').openapi({ description: 'Markdown' }),
    links: z
      .array(z.url({ protocol: /^https?$/ }).max(2000))
      .max(deliverableLinksMax)
      .default([]),
    attachmentIds: z.array(z.string().min(1).max(64)).max(deliverableFilesMax).default([]),
  })
  .openapi('Submission');
export type Submission = z.infer<typeof submissionSchema>;

export const listMyMilestonesRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/contracts/{id}/milestones',
  tags,
  summary: 'The milestones of this freelancer’s contract in their order',
  request: { params },
  responses: { 200: json(milestoneListSchema, 'All milestones'), ...problems(401, 403, 404) },
});

export const getMyMilestoneRoute = createRoute({
  method: 'get',
  path: mine,
  tags,
  summary: 'A milestone with its deliverables',
  request: { params },
  responses: { 200: json(milestoneSchema, 'The milestone'), ...problems(401, 403, 404) },
});

export const myMilestoneTimelineRoute = createRoute({
  method: 'get',
  path: `${mine}/timeline`,
  tags,
  summary: 'Who did what with the milestone, when and why',
  request: { params },
  responses: timelineResponses,
});

export const submitWorkRoute = createRoute({
  method: 'post',
  path: `${mine}/submissions`,
  tags,
  summary: 'Hand in work; the client has 14 days to answer',
  request: { params, headers: keyed, body: jsonBody(submissionSchema) },
  responses: { 201: json(milestoneSchema, 'Handed in'), ...problems(401, 403, 404, 409) },
});

export const answerRefundRoute = createRoute({
  method: 'post',
  path: `${mine}/refund-answer`,
  tags,
  summary: 'Agree to give back what was asked for, or a part of it, or refuse with a reason',
  request: {
    params,
    headers: keyed,
    body: jsonBody(
      z.discriminatedUnion('answer', [
        z.strictObject({ answer: z.literal('agree'), amount: positiveAmount.optional() }),
        z.strictObject({ answer: z.literal('refuse'), reason }),
      ]),
    ),
  },
  responses: { 200: json(milestoneSchema, 'Answered'), ...problems(401, 403, 404, 409) },
});

export const refundQuoteRoute = createRoute({
  method: 'get',
  path: `${mine}/refund-quote`,
  tags,
  summary: 'What giving back does, before it is done',
  request: { params, query: z.strictObject({ amountMinor: z.coerce.number().int().min(1).max(1e12).optional() }) },
  responses: { 200: json(refundQuoteSchema, 'The quote'), ...problems(401, 403, 404, 409) },
});

export const giveBackRoute = createRoute({
  method: 'post',
  path: `${mine}/refund`,
  tags,
  summary: 'Give back what is in escrow, whole or a part, unasked',
  request: {
    params,
    headers: keyed,
    body: jsonBody(z.strictObject({ amount: positiveAmount.optional(), reason })),
  },
  responses: { 200: json(milestoneSchema, 'On its way back'), ...problems(401, 403, 404, 409) },
});
