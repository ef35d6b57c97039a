import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
import * as ownShapes from './own-schema.ts';
import * as shapes from './schema.ts';

const id = z.string().min(1).max(64);
const params = z.strictObject({ id });
const tags = ['Vetting: freelancers'];
const own = { 200: json(ownShapes.ownVettingSchema, 'The application as it is now'), ...problems(401, 403, 404, 409) };
const ownOrNotAccepted = { ...own, ...problems(401, 403, 404, 409, 422) };

export const listOpenPrograms = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/vetting/programs',
  tags,
  summary: 'Programs one can apply to, with what is met already and what is not',
  responses: {
    200: json(z.strictObject({ items: z.array(ownShapes.openProgramSchema) }), 'By name'),
    ...problems(401, 403),
  },
});

export const listOwn = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/vetting',
  tags,
  summary: 'One’s own applications and invitations, the newest first',
  responses: {
    200: json(z.strictObject({ items: z.array(ownShapes.ownVettingSchema) }), 'Own'),
    ...problems(401, 403),
  },
});

export const applyRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/vetting',
  tags,
  summary: 'Apply to a program; facts are checked at once',
  request: { body: jsonBody(ownShapes.applySchema) },
  responses: { 201: json(ownShapes.ownVettingSchema, 'Applied'), ...problems(401, 403, 404, 409, 422) },
});

const at = <Path extends string>(path: Path) => `/v1/freelancers/me/vetting/{id}${path}` as const;

export const getOwn = createRoute({
  method: 'get',
  path: at(''),
  tags,
  summary: 'An own application: its state, what happens next and when',
  request: { params },
  responses: own,
});

export const ownTimeline = createRoute({
  method: 'get',
  path: at('/timeline'),
  tags,
  summary: 'What happened with an own application',
  request: { params },
  responses: timelineResponses,
});

export const acceptInvitation = createRoute({
  method: 'post',
  path: at('/acceptance'),
  tags,
  summary: 'Accept an invitation to be vetted',
  request: { params, body: jsonBody(ownShapes.acceptSchema) },
  responses: own,
});

export const declineInvitation = createRoute({
  method: 'post',
  path: at('/decline'),
  tags,
  summary: 'Decline an invitation',
  request: { params, body: jsonBody(ownShapes.declineSchema) },
  responses: own,
});

export const withdrawOwn = createRoute({
  method: 'post',
  path: at('/withdrawal'),
  tags,
  summary: 'Withdraw an application before it is decided',
  request: { params, body: jsonBody(ownShapes.declineSchema) },
  responses: own,
});

export const recheckOwn = createRoute({
  method: 'post',
  path: at('/eligibility'),
  tags,
  summary: 'Check the facts again, after the profile was changed',
  request: { params },
  responses: own,
});

export const postDocument = createRoute({
  method: 'post',
  path: at('/documents'),
  tags,
  summary: 'Hand in a document: an upload of one’s own',
  request: { params, body: jsonBody(ownShapes.newDocumentSchema) },
  responses: { 201: json(ownShapes.ownVettingSchema, 'Handed in'), ...problems(401, 403, 404, 409, 422) },
});

export const deleteDocument = createRoute({
  method: 'delete',
  path: at('/documents/{documentId}'),
  tags,
  summary: 'Take back a document that was not accepted',
  request: { params: z.strictObject({ id, documentId: id }) },
  responses: own,
});

export const listOpenSlots = createRoute({
  method: 'get',
  path: at('/slots'),
  tags,
  summary: 'Times that are open for an interview',
  request: { params },
  responses: {
    200: json(z.strictObject({ items: z.array(shapes.slotSchema) }), 'By time'),
    ...problems(401, 403, 404),
  },
});

export const chooseSlot = createRoute({
  method: 'post',
  path: at('/interview'),
  tags,
  summary: 'Choose a time for the interview; each is taken once',
  request: { params, body: jsonBody(ownShapes.chooseSlotSchema) },
  responses: own,
});

export const moveOwnInterview = createRoute({
  method: 'post',
  path: at('/interview/move'),
  tags,
  summary: 'Move the interview: once, and a day before at the latest',
  request: { params, body: jsonBody(ownShapes.chooseSlotSchema) },
  responses: own,
});

export const reportNoShow = createRoute({
  method: 'post',
  path: at('/interview/reviewer-no-show'),
  tags,
  summary: 'Report that the interviewer did not come; another time can be chosen',
  request: { params, body: jsonBody(shapes.reasonBodySchema) },
  responses: own,
});

export const ownInterviewFile = createRoute({
  method: 'get',
  path: at('/interview.ics'),
  tags,
  summary: 'The interview as a calendar file',
  request: { params },
  responses: {
    200: {
      description: 'A calendar file (RFC 5545)',
      content: { 'text/calendar': { schema: z.string() } },
    },
    ...problems(401, 403, 404),
  },
});

export const answerOwn = createRoute({
  method: 'post',
  path: at('/answer'),
  tags,
  summary: 'Answer what more was asked for',
  request: { params, body: jsonBody(ownShapes.answerSchema) },
  responses: ownOrNotAccepted,
});

export const appealOwn = createRoute({
  method: 'post',
  path: at('/appeal'),
  tags,
  summary: 'Appeal a rejection, a suspension or a revocation; somebody else hears it',
  request: { params, body: jsonBody(ownShapes.appealBodySchema) },
  responses: own,
});

export const renewOwn = createRoute({
  method: 'post',
  path: at('/renewal'),
  tags,
  summary: 'Ask for the time in the pool to be renewed: documents and scores again, no interview',
  request: { params, body: jsonBody(ownShapes.acceptSchema) },
  responses: { 201: json(ownShapes.ownVettingSchema, 'The renewal'), ...problems(401, 403, 404, 409, 422) },
});
