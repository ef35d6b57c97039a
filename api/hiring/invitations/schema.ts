import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
import {
  declineTextMaxLength,
  invitationDeclineReasons,
  invitationMessageMaxLength,
  invitationStates,
  invitedAtOnceMax,
  inviteOutcomes,
} from './invitation.ts';

const id = z.string().min(1).max(64);
const idParams = z.strictObject({ id });
const state = z.enum(invitationStates);
const keyHeader = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });

const answerFields = {
  state,
  message: z.string(),
  sentAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  decline: z
    .strictObject({ reason: z.enum(invitationDeclineReasons), text: z.string() })
    .nullable()
    .openapi({ description: 'Why the freelancer said no' }),
  endReason: z.string().nullable().openapi({ description: 'Why it was withdrawn' }),
  proposalId: z.string().nullable().openapi({ description: 'What it led to' }),
};

export const invitationSchema = z
  .strictObject({
    id: z.string(),
    jobPost: z.strictObject({ id: z.string(), title: z.string() }),
    freelancer: z.strictObject({
      id: z.string(),
      name: z.string(),
      headline: z.string(),
      photoUrl: z.string().nullable(),
    }),
    invitedBy: z.strictObject({ id: z.string(), name: z.string() }),
    ...answerFields,
  })
  .openapi('Invitation');
export type Invitation = z.infer<typeof invitationSchema>;

export const ownInvitationSchema = z
  .strictObject({
    id: z.string(),
    jobPost: z.strictObject({ id: z.string(), title: z.string(), state: z.string() }),
    client: z.strictObject({ name: z.string() }),
    ...answerFields,
  })
  .openapi('OwnInvitation', { description: 'An invitation as the invited freelancer sees it' });
export type OwnInvitation = z.infer<typeof ownInvitationSchema>;

export const inviteAnswerSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        freelancerId: z.string(),
        outcome: z.enum(inviteOutcomes),
        invitationId: z.string().nullable(),
      }),
    ),
    invited: z.int().openapi({ description: 'How many were invited now' }),
  })
  .openapi('InviteAnswer');
export type InviteAnswer = z.infer<typeof inviteAnswerSchema>;

export const stateCountsSchema = z.strictObject(
  Object.fromEntries(invitationStates.map((name) => [name, z.int()])) as Record<
    (typeof invitationStates)[number],
    z.ZodInt
  >,
);

const tags = ['Invitations'];

export const inviteRoute = createRoute({
  method: 'post',
  path: '/v1/job-posts/{id}/invitations',
  tags,
  summary: 'Invite freelancers to propose on an open post; the answer says what became of each',
  request: {
    params: idParams,
    headers: keyHeader,
    body: jsonBody(
      z.strictObject({
        freelancerIds: z.array(id).min(1).max(invitedAtOnceMax),
        message: z.string().trim().max(invitationMessageMaxLength).default(''),
      }),
    ),
  },
  responses: { 200: json(inviteAnswerSchema, 'What became of each id'), ...problems(401, 403, 404, 409) },
});

export const listInvitationsRoute = createRoute({
  method: 'get',
  path: '/v1/job-posts/{id}/invitations',
  tags,
  summary: 'Everybody invited to a post, newest first',
  request: { params: idParams, query: z.strictObject({ state: state.optional() }) },
  responses: {
    200: json(z.strictObject({ items: z.array(invitationSchema), counts: stateCountsSchema }), 'Invitations'),
    ...problems(401, 403, 404),
  },
});

export const withdrawInvitationRoute = createRoute({
  method: 'post',
  path: '/v1/invitations/{id}/withdrawal',
  tags,
  summary: 'Take an unanswered invitation back',
  request: { params: idParams, body: jsonBody(z.strictObject({ reason: z.string().trim().max(500).optional() })) },
  responses: { 200: json(invitationSchema, 'Withdrawn'), ...problems(401, 403, 404, 409) },
});

export const invitationTimelineRoute = createRoute({
  method: 'get',
  path: '/v1/invitations/{id}/timeline',
  tags,
  summary: 'Who did what with an invitation',
  request: { params: idParams },
  responses: timelineResponses,
});

export const listOwnInvitationsRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/invitations',
  tags,
  summary: 'Invitations to the freelancer, newest first',
  request: {
    query: z.strictObject({
      state: state.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      cursor: z.string().max(500).optional(),
    }),
  },
  responses: {
    200: json(
      z.strictObject({
        items: z.array(ownInvitationSchema),
        counts: stateCountsSchema,
        nextCursor: z.string().nullable(),
      }),
      'Invitations',
    ),
    ...problems(401, 403),
  },
});

export const getOwnInvitationRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/invitations/{id}',
  tags,
  summary: 'An invitation to the freelancer',
  request: { params: idParams },
  responses: { 200: json(ownInvitationSchema, 'The invitation'), ...problems(401, 403, 404) },
});

export const ownInvitationTimelineRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/invitations/{id}/timeline',
  tags,
  summary: 'What happened to an invitation, as far as the freelancer sees it',
  request: { params: idParams },
  responses: timelineResponses,
});

export const acceptInvitationRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/invitations/{id}/acceptance',
  tags,
  summary: 'Accept an invitation; proposing on its post then costs no connects',
  request: { params: idParams },
  responses: { 200: json(ownInvitationSchema, 'Accepted'), ...problems(401, 403, 404, 409) },
});

export const declineInvitationRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/invitations/{id}/decline',
  tags,
  summary: 'Decline an invitation, with a reason the client reads',
  request: {
    params: idParams,
    body: jsonBody(
      z.strictObject({
        reason: z.enum(invitationDeclineReasons),
        text: z.string().trim().max(declineTextMaxLength).default(''),
      }),
    ),
  },
  responses: { 200: json(ownInvitationSchema, 'Declined'), ...problems(401, 403, 404, 409) },
});
