import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
import { approvalStates } from './approval.ts';

const params = z.strictObject({ id: z.string().min(1).max(64) });
const tags = ['Approvals'];
const amountSchema = z.strictObject({ amountMinor: z.int(), currency: z.string().length(3) });
const personSchema = z.strictObject({ id: z.string(), name: z.string() });

export const approvalFactSchema = z.strictObject({
  label: z.string().openapi({ description: 'A word of the field that a page translates: `team`', example: 'budget' }),
  value: z.union([z.string(), amountSchema]),
});
export type ApprovalFact = z.infer<typeof approvalFactSchema>;

export const approvalSchema = z
  .strictObject({
    id: z.string(),
    state: z.enum(approvalStates),
    subject: z.strictObject({ kind: z.string(), id: z.string() }),
    hash: z.string().openapi({ description: 'Of what is to be approved; sent back with the decision' }),
    title: z.string(),
    amount: amountSchema.nullable().openapi({ description: 'null while nobody can say what it will cost' }),
    path: z.string().openapi({ description: 'Where the subject is looked at, from the portal’s root' }),
    rule: z.strictObject({
      reason: z.enum(['amount', 'unknownAmount', 'otherCurrency']),
      from: amountSchema.openapi({ description: 'From this amount on the tenant asks for approval' }),
    }),
    facts: z.array(approvalFactSchema).openapi({ description: 'All that is needed to decide, in the order to show' }),
    requester: personSchema,
    requestedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    decidedBy: personSchema.nullable(),
    decidedAt: z.iso.datetime().nullable(),
    reason: z.string().nullable(),
    isOutdated: z.boolean().openapi({ description: 'The subject was changed since: it can no longer be approved' }),
    mayDecide: z.boolean(),
    whyNot: z.enum(['own_request', 'role', 'decided', 'outdated']).nullable(),
    mayCancel: z.boolean(),
  })
  .openapi('Approval');
export type Approval = z.infer<typeof approvalSchema>;

export const approvalViews = ['waitingForMe', 'mine', 'all'] as const;

export const listApprovalsRoute = createRoute({
  method: 'get',
  path: '/v1/approvals',
  tags,
  summary:
    'Approvals: what waits for the reader (the oldest first), what the reader requested, or all (the newest first)',
  request: {
    query: z.strictObject({
      view: z.enum(approvalViews).default('waitingForMe'),
      state: z.enum(approvalStates).optional(),
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
  },
  responses: {
    200: json(
      z.strictObject({ items: z.array(approvalSchema), nextCursor: z.string().nullable(), waitingForMe: z.int() }),
      'One page',
    ),
    ...problems(401, 403),
  },
});

export const getApprovalRoute = createRoute({
  method: 'get',
  path: '/v1/approvals/{id}',
  tags,
  summary: 'An approval with every fact it takes to decide',
  request: { params },
  responses: { 200: json(approvalSchema, 'The approval'), ...problems(401, 403, 404) },
});

export const approvalTimelineRoute = createRoute({
  method: 'get',
  path: '/v1/approvals/{id}/timeline',
  tags,
  summary: 'Who did what with an approval, when and why',
  request: { params },
  responses: timelineResponses,
});

const hash = z.string().min(1).max(128);
const reason = z.string().trim().min(1).max(1000);

export const approveRoute = createRoute({
  method: 'post',
  path: '/v1/approvals/{id}/approval',
  tags,
  summary: 'Approve exactly what was read; nobody approves what they requested',
  request: {
    params,
    body: jsonBody(z.strictObject({ hash, reason: z.string().trim().max(1000).optional() })),
  },
  responses: { 200: json(approvalSchema, 'Approved; the subject has moved on'), ...problems(401, 403, 404, 409) },
});

export const rejectRoute = createRoute({
  method: 'post',
  path: '/v1/approvals/{id}/rejection',
  tags,
  summary: 'Reject, with a reason; the subject goes back to its draft',
  request: { params, body: jsonBody(z.strictObject({ hash, reason })) },
  responses: { 200: json(approvalSchema, 'Rejected'), ...problems(401, 403, 404, 409) },
});

export const requestChangesRoute = createRoute({
  method: 'post',
  path: '/v1/approvals/{id}/changes-request',
  tags,
  summary: 'Ask for changes; the subject goes back to its draft and may be requested again',
  request: { params, body: jsonBody(z.strictObject({ hash, reason })) },
  responses: { 200: json(approvalSchema, 'Changes requested'), ...problems(401, 403, 404, 409) },
});

export const cancelApprovalRoute = createRoute({
  method: 'post',
  path: '/v1/approvals/{id}/cancellation',
  tags,
  summary: 'Take a request back: by who made it, or an account admin',
  request: { params, body: jsonBody(z.strictObject({ reason: z.string().trim().max(1000).optional() })) },
  responses: { 200: json(approvalSchema, 'Cancelled'), ...problems(401, 403, 404, 409) },
});
