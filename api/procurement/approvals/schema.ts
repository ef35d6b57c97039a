import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
import { approvalStates } from './approval.ts';
import { ruleReasons } from './match-rule.ts';
import { approverSchema } from './policy-schema.ts';
import { amountSchema, personSchema, signalSchema } from './shared-schema.ts';

const params = z.strictObject({ id: z.string().min(1).max(64) });
const tags = ['Approvals'];

export const approvalFactSchema = z.strictObject({
  label: z.string().openapi({ description: 'A word of the field that a page translates: `team`', example: 'budget' }),
  value: z.union([z.string(), amountSchema]),
});
export type ApprovalFact = z.infer<typeof approvalFactSchema>;

const stepStates = ['waiting', 'asked', 'approved', 'rejected', 'changesRequested', 'skipped'] as const;

const ruleSchema = z.strictObject({
  reason: z.enum(ruleReasons).openapi({ description: 'The weightiest of reasons' }),
  reasons: z.array(z.enum(ruleReasons)),
  from: amountSchema.nullable().openapi({ description: 'From this amount on the rule asks; null for any amount' }),
  id: z.string(),
  name: z.string(),
  policyVersion: z.int().nullable(),
});

const decisionSchema = z.strictObject({
  by: personSchema,
  for: personSchema.nullable().openapi({ description: 'Whose place a delegate decided in' }),
  decision: z.enum(['approved', 'rejected', 'changesRequested']),
  reason: z.string().nullable(),
  at: z.iso.datetime(),
});

export const approvalStepSchema = z
  .strictObject({
    step: z.int(),
    state: z.enum(stepStates),
    needs: z.enum(['any', 'all']),
    approvers: z.array(approverSchema),
    people: z
      .array(personSchema.extend({ delegates: z.array(personSchema) }))
      .openapi({ description: 'Who is asked or would be, as roles are now, each with who may stand in' }),
    decisions: z.array(decisionSchema),
    missing: z.int().openapi({ description: 'How many more must say yes' }),
    askedAt: z.iso.datetime().nullable(),
    escalatesAt: z.iso.datetime().nullable(),
    escalatedAt: z.iso.datetime().nullable(),
    decidedAt: z.iso.datetime().nullable(),
  })
  .openapi('ApprovalStep');
export type ApprovalStep = z.infer<typeof approvalStepSchema>;

const outcomeSchema = z.strictObject({
  state: z.enum(['underWay', 'done', 'failed']),
  reason: z.string().nullable(),
});

export const approvalSchema = z
  .strictObject({
    id: z.string(),
    state: z.enum(approvalStates),
    subject: z.strictObject({ kind: z.string(), id: z.string() }),
    hash: z.string().openapi({ description: 'Of what is to be approved; sent back with the decision' }),
    title: z.string(),
    amount: amountSchema.nullable().openapi({ description: 'null while nobody can say what it will cost' }),
    path: z.string().openapi({ description: 'Where the subject is looked at, from the portal’s root' }),
    rule: ruleSchema,
    facts: z.array(approvalFactSchema).openapi({ description: 'All that is needed to decide, in the order to show' }),
    requester: personSchema,
    requestedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    decidedBy: personSchema.nullable(),
    decidedFor: personSchema.nullable().openapi({ description: 'Whose place the decision was made in, by a delegate' }),
    decidedAt: z.iso.datetime().nullable(),
    reason: z.string().nullable(),
    isOutdated: z.boolean().openapi({ description: 'The subject was changed since: it can no longer be approved' }),
    team: z.string().nullable(),
    costCenter: z.string().nullable(),
    purchaseOrder: z.string().nullable(),
    signals: z.array(signalSchema).openapi({ description: 'What was over a limit when it was asked for' }),
    step: z.int().openapi({ description: 'The step that is asked, from 1' }),
    steps: z.array(approvalStepSchema),
    mayDecide: z.boolean(),
    whyNot: z
      .enum(['own_request', 'own_delegation', 'role', 'already', 'decided', 'outdated'])
      .nullable()
      .openapi({ description: '`role`: this step asks others; `own_delegation`: only in the place of who asked' }),
    decidesFor: personSchema.nullable().openapi({ description: 'Whose place the reader would decide in' }),
    needsElevation: z.boolean().openapi({ description: 'A yes moves money: the approver confirms who they are' }),
    endsIt: z.boolean().openapi({ description: 'The reader’s yes would be the last' }),
    outcome: outcomeSchema
      .nullable()
      .openapi({ description: 'What became of it after the last yes, where it may fail' }),
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

export const linkStates = ['valid', 'invalid', 'expired', 'otherPerson', 'outdated', 'used', 'over'] as const;
export type LinkState = (typeof linkStates)[number];

export const readLinkRoute = createRoute({
  method: 'get',
  path: '/v1/approvals/{id}/link',
  tags,
  summary: 'Whether a link of a mail still leads to a decision; looking decides nothing',
  request: { params, query: z.strictObject({ link: z.string().min(1).max(600) }) },
  responses: {
    200: json(z.strictObject({ state: z.enum(linkStates) }), 'What the link is worth'),
    ...problems(401, 403, 404),
  },
});

const hash = z.string().min(1).max(128);
const reason = z.string().trim().min(1).max(1000);
const link = z.string().max(600).optional().openapi({ description: 'Of the mail that led here; it works once' });

export const approveRoute = createRoute({
  method: 'post',
  path: '/v1/approvals/{id}/approval',
  tags,
  summary: 'Approve exactly what was read; nobody approves what they requested',
  request: {
    params,
    body: jsonBody(z.strictObject({ hash, reason: z.string().trim().max(1000).optional(), link })),
  },
  responses: { 200: json(approvalSchema, 'Approved; the subject has moved on'), ...problems(401, 403, 404, 409) },
});

export const rejectRoute = createRoute({
  method: 'post',
  path: '/v1/approvals/{id}/rejection',
  tags,
  summary: 'Reject, with a reason; the subject goes back to its draft',
  request: { params, body: jsonBody(z.strictObject({ hash, reason, link })) },
  responses: { 200: json(approvalSchema, 'Rejected'), ...problems(401, 403, 404, 409) },
});

export const requestChangesRoute = createRoute({
  method: 'post',
  path: '/v1/approvals/{id}/changes-request',
  tags,
  summary: 'Ask for changes; the subject goes back to its draft and may be requested again',
  request: { params, body: jsonBody(z.strictObject({ hash, reason, link })) },
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
