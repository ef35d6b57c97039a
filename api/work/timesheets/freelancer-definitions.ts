import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
import { adjustmentSchema, ownTimesheetSchema, ownTimesheetSummarySchema, ownWeekSchema } from './schema.ts';
import { positiveAmount, reason } from './team-definitions.ts';
import { timesheetStates } from './timesheet.ts';

const id = z.string().min(1).max(64);
const params = z.strictObject({ id });
const keyed = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });
const tags = ['Time'];
const mine = '/v1/freelancers/me';
const weekParam = z.string().max(40).openapi({ description: 'The week’s Monday, UTC', example: '2026-11-23' });

export const getOwnWeekRoute = createRoute({
  method: 'get',
  path: `${mine}/weeks/{week}`,
  tags,
  summary: 'All of one’s time in a week, and what more can be entered for',
  request: { params: z.strictObject({ week: weekParam }) },
  responses: { 200: json(ownWeekSchema, 'The week'), ...problems(401, 403, 404) },
});

export const listOwnTimesheetsRoute = createRoute({
  method: 'get',
  path: `${mine}/timesheets`,
  tags,
  summary: 'One’s weeks, the newest first',
  request: {
    query: z.strictObject({
      contractId: id.optional(),
      state: z.enum(timesheetStates).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      cursor: z.string().max(500).optional(),
    }),
  },
  responses: {
    200: json(
      z
        .strictObject({ items: z.array(ownTimesheetSummarySchema), nextCursor: z.string().nullable() })
        .openapi('OwnTimesheetPage'),
      'A page of weeks',
    ),
    ...problems(401, 403),
  },
});

export const getOwnTimesheetRoute = createRoute({
  method: 'get',
  path: `${mine}/timesheets/{contractId}/{week}`,
  tags,
  summary: 'A contract’s week with its entries and segments; empty where nothing was entered yet',
  request: { params: z.strictObject({ contractId: id, week: weekParam }) },
  responses: { 200: json(ownTimesheetSchema.nullable(), 'The week, or null'), ...problems(401, 403, 404) },
});

export const concedeDisputeRoute = createRoute({
  method: 'post',
  path: `${mine}/timesheets/{id}/dispute/concession`,
  tags,
  summary: 'Concede the dispute: what is frozen goes back to the client',
  request: { params, headers: keyed, body: jsonBody(z.strictObject({ reason })) },
  responses: { 200: json(ownTimesheetSchema, 'Conceded'), ...problems(401, 403, 404, 409) },
});

export const giveBackRoute = createRoute({
  method: 'post',
  path: `${mine}/timesheets/{id}/adjustments`,
  tags,
  summary: 'Give back a part of what was paid for a closed week',
  request: {
    params,
    headers: keyed,
    body: jsonBody(z.strictObject({ amount: positiveAmount, reason }).openapi('TimeGivenBack')),
  },
  responses: { 201: json(adjustmentSchema, 'Given back, or on its way'), ...problems(401, 403, 404, 409) },
});

export const ownTimesheetTimelineRoute = createRoute({
  method: 'get',
  path: `${mine}/timesheets/{id}/timeline`,
  tags,
  summary: 'Who did what with the week, when and why',
  request: { params },
  responses: timelineResponses,
});
