import { createRoute } from '@hono/zod-openapi';
import { fundingSourceSchema } from '../../money/payments/schema.ts';
import { amountOf } from '../../money/schema.ts';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
import { adjustmentSchema, timesheetSchema, timesheetSummarySchema, weekSchema } from './schema.ts';
import { timeReasonMaxLength, timesheetStates } from './timesheet.ts';

const id = z.string().min(1).max(64);
const params = z.strictObject({ id });
const keyed = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });
const tags = ['Time'];
export const reason = z.string().trim().min(1).max(timeReasonMaxLength);
export const segmentIds = z.array(id).min(1).max(1008);
export const positiveAmount = amountOf({ minMinor: 1 });

export const listTimesheetsRoute = createRoute({
  method: 'get',
  path: '/v1/timesheets',
  tags,
  summary: 'Weeks of all contracts, the newest first: what the weekly review goes through',
  request: {
    query: z.strictObject({
      week: weekSchema.optional(),
      state: z.enum(timesheetStates).optional(),
      contractId: id.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      cursor: z.string().max(500).optional(),
    }),
  },
  responses: {
    200: json(
      z
        .strictObject({
          items: z.array(timesheetSummarySchema),
          nextCursor: z.string().nullable(),
          reviewable: z.int().openapi({ description: 'How many wait for the client’s decision, whatever is filtered' }),
          isSandbox: z.boolean(),
        })
        .openapi('TimesheetPage'),
      'A page of weeks',
    ),
    ...problems(401, 403),
  },
});

export const getTimesheetRoute = createRoute({
  method: 'get',
  path: '/v1/timesheets/{id}',
  tags,
  summary: 'A week with its segments, memos, activity codes and what it costs',
  request: { params },
  responses: { 200: json(timesheetSchema, 'The week'), ...problems(401, 403, 404) },
});

export const acceptTimesheetRoute = createRoute({
  method: 'post',
  path: '/v1/timesheets/{id}/acceptance',
  tags,
  summary: 'Accept a week before its review ends; what was paid is then earned',
  request: { params, headers: keyed },
  responses: { 200: json(timesheetSchema, 'Accepted'), ...problems(401, 403, 404, 409) },
});

export const disputeTimesheetRoute = createRoute({
  method: 'post',
  path: '/v1/timesheets/{id}/dispute',
  tags,
  summary: 'Dispute segments: their amount is frozen, the rest of the week is accepted',
  request: {
    params,
    headers: keyed,
    body: jsonBody(z.strictObject({ segmentIds, reason }).openapi('TimesheetDisputing')),
  },
  responses: { 200: json(timesheetSchema, 'Disputed'), ...problems(401, 403, 404, 409) },
});

export const withdrawDisputeRoute = createRoute({
  method: 'post',
  path: '/v1/timesheets/{id}/dispute/withdrawal',
  tags,
  summary: 'Withdraw the dispute: what was frozen is earned',
  request: { params, headers: keyed, body: jsonBody(z.strictObject({ reason })) },
  responses: { 200: json(timesheetSchema, 'Withdrawn'), ...problems(401, 403, 404, 409) },
});

export const addToTimesheetRoute = createRoute({
  method: 'post',
  path: '/v1/timesheets/{id}/adjustments',
  tags,
  summary: 'Pay more for a week that has closed',
  request: {
    params,
    headers: keyed,
    body: jsonBody(
      z
        .strictObject({ amount: positiveAmount, reason, source: fundingSourceSchema.optional() })
        .openapi('TimeAddition'),
    ),
  },
  responses: { 201: json(adjustmentSchema, 'Charged, or being charged'), ...problems(401, 403, 404, 409) },
});

export const timesheetTimelineRoute = createRoute({
  method: 'get',
  path: '/v1/timesheets/{id}/timeline',
  tags,
  summary: 'Who did what with the week, when and why',
  request: { params },
  responses: timelineResponses,
});

export const listDisputedRoute = createRoute({
  method: 'get',
  path: '/v1/operator/timesheets/disputes',
  tags: ['Operator'],
  summary: 'Weeks whose dispute waits for a decision, the oldest first',
  responses: {
    200: json(
      z
        .strictObject({
          items: z.array(
            z.strictObject({
              timesheetId: z.string(),
              tenantId: z.string(),
              contractId: z.string(),
              week: weekSchema,
              reason: z.string(),
              minutes: z.int(),
              amount: z.strictObject({ amountMinor: z.int(), currency: z.string() }),
              protectedMinutes: z.int().openapi({ description: 'Of the disputed time' }),
              segments: z.array(
                z.strictObject({
                  id: z.string(),
                  startsAt: z.iso.datetime(),
                  gaps: z.array(z.string()),
                  memo: z.string(),
                }),
              ),
              disputedAt: z.iso.datetime(),
            }),
          ),
        })
        .openapi('DisputedWeeks'),
      'At most 100',
    ),
    ...problems(401, 403),
  },
});

export const decideDisputeRoute = createRoute({
  method: 'post',
  path: '/v1/operator/timesheets/{id}/dispute/decision',
  tags: ['Operator'],
  summary: 'Decide a disputed week: the named segments are paid back, the others are earned',
  request: {
    params,
    headers: keyed,
    body: jsonBody(z.strictObject({ refundedSegmentIds: z.array(id).max(1008), reason }).openapi('TimesheetDecision')),
  },
  responses: {
    200: json(z.strictObject({ timesheetId: z.string(), state: z.enum(timesheetStates) }), 'Decided'),
    ...problems(401, 403, 404, 409),
  },
});
