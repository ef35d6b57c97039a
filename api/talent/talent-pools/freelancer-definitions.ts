import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { reasonMaxLength } from './pool.ts';
import { calendarChangeSchema, ownCalendarSchema, ownPoolSchema, ownShareSchema } from './schema.ts';

const params = z.strictObject({ id: z.string().min(1).max(64) });
const tags = ['Talent pools'];
const thePool = json(ownPoolSchema, 'The pool');
const theShare = json(ownShareSchema, 'The request');
const reason = z.strictObject({ reason: z.string().trim().max(reasonMaxLength).default('') });

export const listOwnPoolsRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/pools',
  tags,
  summary: 'Which pools hold or invite the freelancer, why, and who asks to see them',
  responses: {
    200: json(
      z.strictObject({ items: z.array(ownPoolSchema), shares: z.array(ownShareSchema) }),
      'Invitations first, then memberships, then what ended',
    ),
    ...problems(401, 403),
  },
});

export const acceptPoolRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/pools/{id}/acceptance',
  tags,
  summary: 'Accept an invitation into a pool',
  request: { params },
  responses: { 200: thePool, ...problems(401, 403, 404, 409) },
});

export const declinePoolRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/pools/{id}/decline',
  tags,
  summary: 'Decline an invitation into a pool',
  request: { params, body: jsonBody(reason) },
  responses: { 200: thePool, ...problems(401, 403, 404, 409) },
});

export const leavePoolRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/pools/{id}/leave',
  tags,
  summary: 'Leave a pool; what was shared from it is no longer',
  request: { params, body: jsonBody(reason) },
  responses: { 200: thePool, ...problems(401, 403, 404, 409) },
});

export const consentToShareRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/pool-shares/{id}/consent',
  tags,
  summary: 'Let another company see the freelancer',
  request: { params },
  responses: { 200: theShare, ...problems(401, 403, 404, 409) },
});

export const declineShareRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/pool-shares/{id}/decline',
  tags,
  summary: 'Do not let another company see the freelancer',
  request: { params },
  responses: { 200: theShare, ...problems(401, 403, 404, 409) },
});

export const revokeShareRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/pool-shares/{id}/revocation',
  tags,
  summary: 'Take a consent back: the other company sees nothing from then on',
  request: { params },
  responses: { 200: theShare, ...problems(401, 403, 404, 409) },
});

export const getOwnCalendarRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/availability-weeks',
  tags,
  summary: 'The freelancer’s next weeks, as pools see them',
  responses: { 200: json(ownCalendarSchema, 'Week by week'), ...problems(401, 403) },
});

export const changeOwnCalendarRoute = createRoute({
  method: 'patch',
  path: '/v1/freelancers/me/availability-weeks',
  tags,
  summary: 'Write free hours into weeks; null gives a week back to the profile',
  request: { body: jsonBody(calendarChangeSchema) },
  responses: { 200: json(ownCalendarSchema, 'Week by week'), ...problems(401, 403) },
});
