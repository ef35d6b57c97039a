import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
import { badges } from '../../talent/freelancers/freelancer.ts';
import { proposalStateSchema } from './parts-schema.ts';
import {
  boardSorts,
  bulkMax,
  comparedMax,
  proposalDeclineReasons,
  proposalNoteMaxLength,
  proposalStates,
  reasonTextMaxLength,
} from './proposal.ts';
import {
  boardSchema,
  bulkAnswerSchema,
  proposalNoteSchema,
  proposalRatingsSchema,
  proposalSchema,
  starsSchema,
} from './schema.ts';

/* Routes of the client's side: what the team of a post sees and does. */

const id = z.string().min(1).max(64);
const idParams = z.strictObject({ id });
const keyHeader = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });
const minorUnits = z.coerce.number().int().min(0).max(1_000_000_000_000);
/** A query parameter given once or several times. */
const several = <T extends z.ZodType>(one: T, max: number) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(one).max(max).optional(),
  );

const tags = ['Proposals'];
const declineFields = {
  reason: z.enum(proposalDeclineReasons),
  message: z.string().trim().max(reasonTextMaxLength).default(''),
};
const changed = { 200: json(proposalSchema, 'The proposal as it is now'), ...problems(401, 403, 404, 409) };
const ids = z.array(id).min(1).max(bulkMax);
const noteBody = jsonBody(z.strictObject({ text: z.string().trim().min(1).max(proposalNoteMaxLength) }));

export const boardRoute = createRoute({
  method: 'get',
  path: '/v1/job-posts/{id}/proposals',
  tags,
  summary: 'Every proposal on a post with what a review board needs',
  request: {
    params: idParams,
    query: z.strictObject({
      sort: z
        .enum(boardSorts)
        .default('bestMatch')
        .openapi({ description: 'Boosted proposals come first in bestMatch' }),
      state: several(proposalStateSchema, proposalStates.length),
      shortlisted: z.enum(['true', 'false']).optional(),
      archived: z.enum(['without', 'only', 'with']).default('without'),
      unread: z.enum(['true']).optional(),
      badge: several(z.enum(badges), badges.length),
      jobSuccessMin: z.coerce.number().int().min(0).max(100).optional(),
      bidMin: minorUnits.optional().openapi({ description: 'Minor units of the post’s currency, inclusive' }),
      bidMax: minorUnits.optional(),
      ratingMin: z.coerce.number().min(1).max(5).optional(),
      q: z.string().trim().max(100).optional().openapi({ description: 'Part of a name, headline or skill' }),
    }),
  },
  responses: { 200: json(boardSchema, 'The board'), ...problems(401, 403, 404) },
});

export const compareProposalsRoute = createRoute({
  method: 'get',
  path: '/v1/proposals/compare',
  tags,
  summary: 'Two to four proposals of one post side by side, in the order asked for',
  request: { query: z.strictObject({ id: z.array(id).min(2).max(comparedMax) }) },
  responses: {
    200: json(z.strictObject({ items: z.array(proposalSchema) }), 'Side by side'),
    ...problems(401, 403, 404),
  },
});

export const getProposalRoute = createRoute({
  method: 'get',
  path: '/v1/proposals/{id}',
  tags,
  summary: 'A whole proposal; the first look of somebody who hires marks it as viewed',
  request: { params: idParams },
  responses: { 200: json(proposalSchema, 'The proposal'), ...problems(401, 403, 404) },
});

export const shortlistRoute = createRoute({
  method: 'put',
  path: '/v1/proposals/{id}/shortlisted',
  tags,
  summary: 'Put on the shortlist or take off; only the team sees it',
  request: { params: idParams, body: jsonBody(z.strictObject({ shortlisted: z.boolean() })) },
  responses: changed,
});

export const archiveRoute = createRoute({
  method: 'put',
  path: '/v1/proposals/{id}/archived',
  tags,
  summary: 'Archive or restore; only the team sees it',
  request: { params: idParams, body: jsonBody(z.strictObject({ archived: z.boolean() })) },
  responses: changed,
});

export const declineProposalRoute = createRoute({
  method: 'post',
  path: '/v1/proposals/{id}/decline',
  tags,
  summary: 'Decline a proposal; the freelancer reads the reason and the message',
  request: { params: idParams, headers: keyHeader, body: jsonBody(z.strictObject(declineFields)) },
  responses: changed,
});

export const declineManyRoute = createRoute({
  method: 'post',
  path: '/v1/job-posts/{id}/proposals/decline',
  tags,
  summary: 'Decline several proposals of a post; the answer says what became of each',
  request: { params: idParams, headers: keyHeader, body: jsonBody(z.strictObject({ ids, ...declineFields })) },
  responses: { 200: json(bulkAnswerSchema, 'What became of each'), ...problems(401, 403, 404) },
});

export const archiveManyRoute = createRoute({
  method: 'post',
  path: '/v1/job-posts/{id}/proposals/archive',
  tags,
  summary: 'Archive or restore several proposals of a post',
  request: { params: idParams, body: jsonBody(z.strictObject({ ids, archived: z.boolean().default(true) })) },
  responses: { 200: json(bulkAnswerSchema, 'What became of each'), ...problems(401, 403, 404) },
});

export const proposalTimelineRoute = createRoute({
  method: 'get',
  path: '/v1/proposals/{id}/timeline',
  tags,
  summary: 'Who did what with a proposal, the team’s own moves included',
  request: { params: idParams },
  responses: timelineResponses,
});

export const listNotesRoute = createRoute({
  method: 'get',
  path: '/v1/proposals/{id}/notes',
  tags,
  summary: 'The team’s notes on a proposal, newest first; freelancers never see them',
  request: { params: idParams },
  responses: { 200: json(z.strictObject({ items: z.array(proposalNoteSchema) }), 'Notes'), ...problems(401, 403, 404) },
});

export const addNoteRoute = createRoute({
  method: 'post',
  path: '/v1/proposals/{id}/notes',
  tags,
  summary: 'Add a note for the team',
  request: { params: idParams, headers: keyHeader, body: noteBody },
  responses: { 201: json(proposalNoteSchema, 'Added'), ...problems(401, 403, 404, 409) },
});

export const editNoteRoute = createRoute({
  method: 'patch',
  path: '/v1/proposals/{id}/notes/{noteId}',
  tags,
  summary: 'Change an own note',
  request: { params: z.strictObject({ id, noteId: id }), body: noteBody },
  responses: { 200: json(proposalNoteSchema, 'Changed'), ...problems(401, 403, 404) },
});

export const deleteNoteRoute = createRoute({
  method: 'delete',
  path: '/v1/proposals/{id}/notes/{noteId}',
  tags,
  summary: 'Delete an own note',
  request: { params: z.strictObject({ id, noteId: id }) },
  responses: { 204: { description: 'Deleted' }, ...problems(401, 403, 404) },
});

export const listRatingsRoute = createRoute({
  method: 'get',
  path: '/v1/proposals/{id}/ratings',
  tags,
  summary: 'How each member of the team rated a proposal',
  request: { params: idParams },
  responses: { 200: json(proposalRatingsSchema, 'Ratings'), ...problems(401, 403, 404) },
});

export const rateProposalRoute = createRoute({
  method: 'put',
  path: '/v1/proposals/{id}/rating',
  tags,
  summary: 'Give a proposal one to five stars, or take one’s rating back; only the team sees it',
  request: { params: idParams, body: jsonBody(z.strictObject({ stars: starsSchema.nullable() })) },
  responses: { 200: json(proposalRatingsSchema, 'Ratings'), ...problems(401, 403, 404) },
});
