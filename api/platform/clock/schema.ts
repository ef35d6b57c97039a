import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../http/routes.ts';

/** A day at a time: whoever wants more asks again and sees how far it is. */
const minutesMax = 24 * 60;

export const demoClockSchema = z
  .strictObject({
    now: z.iso.datetime(),
    shiftSeconds: z.int().openapi({ description: 'How far it is ahead of the real time' }),
  })
  .openapi('DemoClock');
export type DemoClock = z.infer<typeof demoClockSchema>;

export const advancedClockSchema = demoClockSchema
  .extend({ jobsRun: z.int().openapi({ description: 'What the passing of this time started' }) })
  .openapi('AdvancedClock');
export type AdvancedClock = z.infer<typeof advancedClockSchema>;

const tags = ['Operator'];

export const getDemoClockRoute = createRoute({
  method: 'get',
  path: '/v1/operator/clock',
  tags,
  summary: 'The demo’s clock; 404 on an installation that runs on real time',
  responses: { 200: json(demoClockSchema, 'The clock'), ...problems(401, 403, 404) },
});

export const advanceDemoClockRoute = createRoute({
  method: 'post',
  path: '/v1/operator/clock/advance',
  tags,
  summary: 'Let time pass, and do all that becomes due on the way; 404 on an installation that runs on real time',
  request: { body: jsonBody(z.strictObject({ minutes: z.int().min(1).max(minutesMax) })) },
  responses: { 200: json(advancedClockSchema, 'The clock after it'), ...problems(401, 403, 404, 422) },
});
