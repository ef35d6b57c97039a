import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
import { chosenAtOnceMax, messageMaxLength, poolStates, reasonMaxLength } from './pool.ts';
import { bulkActions } from './pool-member.ts';
import {
  agreedRateChangeSchema,
  bulkAnswerSchema,
  inviteAnswerSchema,
  memberPageSchema,
  memberQuerySchema,
  newPoolSchema,
  noteSchema,
  noteTextSchema,
  poolChangeSchema,
  poolMemberDetailSchema,
  poolShareSchema,
  rateCardSchema,
  ratingChangeSchema,
  reasonSchema,
  sharedMemberSchema,
  tagSchema,
  talentPoolDetailSchema,
  talentPoolSchema,
} from './schema.ts';

const id = z.string().min(1).max(64);
const params = z.strictObject({ id });
const memberParams = z.strictObject({ id, freelancerId: id });
const ifMatch = z.object({ 'if-match': z.string().optional() });
const keyHeader = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });
const tags = ['Talent pools'];
const member = '/v1/talent/pools/{id}/members/{freelancerId}';
const theMember = json(poolMemberDetailSchema, 'The member; its ETag is for changing it');
const thePool = json(talentPoolDetailSchema, 'The pool; its ETag is for changing it');
const ids = z.array(id).min(1).max(chosenAtOnceMax);
const optionalReason = z.strictObject({ reason: z.string().trim().max(reasonMaxLength).default('') });

export const listTalentPoolsRoute = createRoute({
  method: 'get',
  path: '/v1/talent/pools',
  tags,
  summary: 'The pools that the tenant’s plan opens',
  request: { query: z.strictObject({ state: z.enum(poolStates).default('active') }) },
  responses: {
    200: json(z.strictObject({ items: z.array(talentPoolSchema), mayCreate: z.boolean() }), 'Pools by name'),
    ...problems(401, 403, 404),
  },
});

export const createTalentPoolRoute = createRoute({
  method: 'post',
  path: '/v1/talent/pools',
  tags,
  summary: 'Make a private pool',
  request: { headers: keyHeader, body: jsonBody(newPoolSchema) },
  responses: { 201: json(talentPoolDetailSchema, 'Made'), ...problems(401, 403, 404, 409) },
});

export const getTalentPoolRoute = createRoute({
  method: 'get',
  path: '/v1/talent/pools/{id}',
  tags,
  summary: 'A pool with its criteria, owners, rate card and counts',
  request: { params },
  responses: { 200: thePool, ...problems(401, 403, 404) },
});

export const changeTalentPoolRoute = createRoute({
  method: 'patch',
  path: '/v1/talent/pools/{id}',
  tags,
  summary: 'Rename, describe or hand over a pool',
  request: { params, headers: ifMatch, body: jsonBody(poolChangeSchema) },
  responses: { 200: thePool, ...problems(401, 403, 404, 409, 412, 428) },
});

export const archiveTalentPoolRoute = createRoute({
  method: 'post',
  path: '/v1/talent/pools/{id}/archive',
  tags,
  summary: 'Put a pool away; its members rank no more and its posts find nobody',
  request: { params, body: jsonBody(optionalReason) },
  responses: { 200: thePool, ...problems(401, 403, 404, 409) },
});

export const restoreTalentPoolRoute = createRoute({
  method: 'post',
  path: '/v1/talent/pools/{id}/restoration',
  tags,
  summary: 'Take a pool out of the archive',
  request: { params },
  responses: { 200: thePool, ...problems(401, 403, 404, 409) },
});

export const putRateCardRoute = createRoute({
  method: 'put',
  path: '/v1/talent/pools/{id}/rate-card',
  tags,
  summary: 'What an hour costs here, by role, skill and level',
  request: { params, headers: ifMatch, body: jsonBody(rateCardSchema) },
  responses: { 200: thePool, ...problems(401, 403, 404, 412, 428) },
});

export const talentPoolTimelineRoute = createRoute({
  method: 'get',
  path: '/v1/talent/pools/{id}/timeline',
  tags,
  summary: 'Who did what with a pool',
  request: { params },
  responses: timelineResponses,
});

export const listPoolMembersRoute = createRoute({
  method: 'get',
  path: '/v1/talent/pools/{id}/members',
  tags,
  summary: 'Members with their next weeks, filtered and counted; who is free next week: week=1&minHours=20',
  request: { params, query: memberQuerySchema },
  responses: { 200: json(memberPageSchema, 'A page'), ...problems(401, 403, 404) },
});

export const getPoolMemberRoute = createRoute({
  method: 'get',
  path: member,
  tags,
  summary: 'A member with what this company keeps about them',
  request: { params: memberParams },
  responses: { 200: theMember, ...problems(401, 403, 404) },
});

export const poolMemberTimelineRoute = createRoute({
  method: 'get',
  path: `${member}/timeline`,
  tags,
  summary: 'Who did what with a member',
  request: { params: memberParams },
  responses: timelineResponses,
});

export const putPoolMemberRoute = createRoute({
  method: 'put',
  path: member,
  tags,
  summary: 'Take somebody into a pool whom this company has worked with; others are invited',
  request: { params: memberParams },
  responses: { 204: { description: 'A member' }, ...problems(401, 403, 404, 409) },
});

export const deletePoolMemberRoute = createRoute({
  method: 'delete',
  path: member,
  tags,
  summary: 'Take somebody out of a pool, or an invitation back',
  request: {
    params: memberParams,
    query: z.strictObject({ reason: z.string().trim().max(reasonMaxLength).optional() }),
  },
  responses: { 204: { description: 'No member' }, ...problems(401, 403, 404) },
});

export const inviteToPoolRoute = createRoute({
  method: 'post',
  path: '/v1/talent/pools/{id}/invitations',
  tags,
  summary: 'Invite freelancers into a pool; the answer says what became of each',
  request: {
    params,
    headers: keyHeader,
    body: jsonBody(
      z.strictObject({
        freelancerIds: ids,
        message: z.string().trim().max(messageMaxLength).default(''),
        expiresOn: z.iso.date().nullable().default(null).openapi({ description: 'When the place ends; null: never' }),
      }),
    ),
  },
  responses: { 200: json(inviteAnswerSchema, 'What became of each'), ...problems(401, 403, 404, 409) },
});

export const changePoolMembersRoute = createRoute({
  method: 'post',
  path: '/v1/talent/pools/{id}/members/changes',
  tags,
  summary: 'Tag, suspend or take out many at once; the answer says what became of each',
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        freelancerIds: ids,
        action: z.enum(bulkActions),
        tag: tagSchema.optional().openapi({ description: 'For addTag and removeTag' }),
        reason: z.string().trim().max(reasonMaxLength).default(''),
      }),
    ),
  },
  responses: { 200: json(bulkAnswerSchema, 'What became of each'), ...problems(401, 403, 404, 409) },
});

export const suspendPoolMemberRoute = createRoute({
  method: 'post',
  path: `${member}/suspension`,
  tags,
  summary: 'Suspend a member: they rank no more until resumed',
  request: { params: memberParams, body: jsonBody(z.strictObject({ reason: reasonSchema })) },
  responses: { 200: theMember, ...problems(401, 403, 404, 409) },
});

export const resumePoolMemberRoute = createRoute({
  method: 'post',
  path: `${member}/resumption`,
  tags,
  summary: 'End a suspension',
  request: { params: memberParams },
  responses: { 200: theMember, ...problems(401, 403, 404, 409) },
});

export const addPoolTagRoute = createRoute({
  method: 'post',
  path: `${member}/tags`,
  tags,
  summary: 'Tag a member; the same tag again changes nothing',
  request: { params: memberParams, body: jsonBody(z.strictObject({ tag: tagSchema })) },
  responses: { 200: theMember, ...problems(401, 403, 404, 409) },
});

export const removePoolTagRoute = createRoute({
  method: 'delete',
  path: `${member}/tags/{tag}`,
  tags,
  summary: 'Take a tag off a member',
  request: { params: z.strictObject({ id, freelancerId: id, tag: tagSchema }) },
  responses: { 200: theMember, ...problems(401, 403, 404) },
});

export const addPoolNoteRoute = createRoute({
  method: 'post',
  path: `${member}/notes`,
  tags,
  summary: 'Write an internal note about a member',
  request: { params: memberParams, headers: keyHeader, body: jsonBody(z.strictObject({ text: noteTextSchema })) },
  responses: { 201: json(noteSchema, 'Written'), ...problems(401, 403, 404) },
});

export const deletePoolNoteRoute = createRoute({
  method: 'delete',
  path: `${member}/notes/{noteId}`,
  tags,
  summary: 'Delete a note of one’s own',
  request: { params: z.strictObject({ id, freelancerId: id, noteId: id }) },
  responses: { 204: { description: 'Deleted' }, ...problems(401, 403, 404) },
});

export const ratePoolMemberRoute = createRoute({
  method: 'put',
  path: `${member}/rating`,
  tags,
  summary: 'Rate a member 1–5, with a reason; freelancers never see it',
  request: { params: memberParams, headers: ifMatch, body: jsonBody(ratingChangeSchema) },
  responses: { 200: theMember, ...problems(401, 403, 404, 412, 428) },
});

export const agreePoolRateRoute = createRoute({
  method: 'put',
  path: `${member}/rate`,
  tags,
  summary: 'Keep the hourly rate agreed with a member',
  request: { params: memberParams, headers: ifMatch, body: jsonBody(agreedRateChangeSchema) },
  responses: { 200: theMember, ...problems(401, 403, 404, 412, 428) },
});

export const dropPoolRateRoute = createRoute({
  method: 'delete',
  path: `${member}/rate`,
  tags,
  summary: 'Forget the rate agreed with a member',
  request: { params: memberParams, headers: ifMatch },
  responses: { 200: theMember, ...problems(401, 403, 404, 412, 428) },
});

export const requestPoolShareRoute = createRoute({
  method: 'post',
  path: `${member}/shares`,
  tags,
  summary: 'Ask a member whether another company may see them',
  request: {
    params: memberParams,
    headers: keyHeader,
    body: jsonBody(
      z.strictObject({
        company: z.string().trim().min(1).max(100).openapi({ description: 'The other company’s address: `fennec`' }),
        message: z.string().trim().max(messageMaxLength).default(''),
      }),
    ),
  },
  responses: { 201: json(poolShareSchema, 'Asked'), ...problems(401, 403, 404, 409) },
});

export const endPoolShareRoute = createRoute({
  method: 'post',
  path: '/v1/talent/pool-shares/{id}/end',
  tags,
  summary: 'Take a request back, or stop sharing',
  request: { params },
  responses: { 200: json(poolShareSchema, 'Ended'), ...problems(401, 403, 404, 409) },
});

export const listSharedMembersRoute = createRoute({
  method: 'get',
  path: '/v1/talent/shared-members',
  tags,
  summary: 'People whom other companies shared, as far as they agreed',
  responses: {
    200: json(z.strictObject({ items: z.array(sharedMemberSchema) }), 'The newest first'),
    ...problems(401, 403, 404),
  },
});

export const getSharedMemberRoute = createRoute({
  method: 'get',
  path: '/v1/talent/shared-members/{id}',
  tags,
  summary: 'Somebody whom another company shared; refused until they agreed',
  request: { params },
  responses: { 200: json(sharedMemberSchema, 'The member'), ...problems(401, 403, 404) },
});
