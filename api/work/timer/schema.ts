import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { memoMaxLength } from '../time-entries/time-entry.ts';
import { activityCodeTileSchema, timedContractSchema } from '../timesheets/schema.ts';
import { stopReasons, timerStates } from './timer.ts';

const instant = z.iso.datetime();
const id = z.string().min(1).max(64);
const tags = ['Time'];

export const timerSchema = z
  .strictObject({
    id: z.string(),
    state: z.enum(timerStates),
    contractId: z.string(),
    title: z.string(),
    memo: z.string(),
    activityCode: activityCodeTileSchema.nullable(),
    startedAt: instant.openapi({ description: 'Of this run' }),
    seenAt: instant.openapi({ description: 'Up to when time is kept, whatever happens to the page' }),
    stoppedAt: instant.nullable(),
    stopReason: z.enum(stopReasons).nullable(),
    takesScreenshots: z.boolean(),
    screenshotsDue: z
      .array(instant)
      .openapi({ description: 'Starts of counted segments of the last hour that have no picture yet' }),
  })
  .openapi('Timer');
export type Timer = z.infer<typeof timerSchema>;

export const timerStandingSchema = z
  .strictObject({
    now: instant.openapi({ description: 'The server’s clock: the only one that counts' }),
    heartbeatSeconds: z.int().openapi({ description: 'How often a running timer sends a sign of life' }),
    lostAfterMinutes: z.int().openapi({ description: 'Silence after which it stops at its last sign of life' }),
    timer: timerSchema.nullable(),
    today: z
      .array(z.strictObject({ startsAt: instant, contractId: z.string(), memo: z.string(), isOverLimit: z.boolean() }))
      .openapi({ description: 'Counted segments of the last 24 hours' }),
    contracts: z.array(timedContractSchema).openapi({ description: 'What it can be started for' }),
  })
  .openapi('TimerStanding');
export type TimerStanding = z.infer<typeof timerStandingSchema>;

const subject = z.strictObject({
  memo: z.string().trim().max(memoMaxLength),
  activityCodeId: id.nullable().default(null),
});
export const timerStartSchema = subject.extend({ contractId: id }).openapi('TimerStart');
export type TimerStart = z.infer<typeof timerStartSchema>;

const path = '/v1/freelancers/me/timer';
const standing = (what: string) => json(timerStandingSchema, what);

export const getTimerRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'The timer, today’s segments and what it can be started for',
  responses: { 200: standing('As it stands'), ...problems(401, 403) },
});

export const startTimerRoute = createRoute({
  method: 'post',
  path: `${path}/start`,
  tags,
  summary: 'Start it for a contract; a freelancer has one',
  request: { body: jsonBody(timerStartSchema) },
  responses: { 200: standing('Running'), ...problems(401, 403, 404, 409) },
});

export const resumeTimerRoute = createRoute({
  method: 'post',
  path: `${path}/resume`,
  tags,
  summary: 'Start it again for what it ran for last',
  responses: { 200: standing('Running'), ...problems(401, 403, 404, 409) },
});

export const changeTimerRoute = createRoute({
  method: 'patch',
  path,
  tags,
  summary: 'Say what is worked on from now on',
  request: { body: jsonBody(subject.openapi('TimerSubject')) },
  responses: { 200: standing('Changed'), ...problems(401, 403, 409) },
});

export const heartbeatRoute = createRoute({
  method: 'post',
  path: `${path}/heartbeat`,
  tags,
  summary: 'A sign of life: time up to now is kept',
  responses: {
    200: standing('Running, or stopped where it was lost or the contract takes no time any more'),
    ...problems(401, 403, 409),
  },
});

export const stopTimerRoute = createRoute({
  method: 'post',
  path: `${path}/stop`,
  tags,
  summary: 'Stop it; stopping a stopped one changes nothing',
  responses: { 200: standing('Stopped'), ...problems(401, 403, 409) },
});

export const screenshotRoute = createRoute({
  method: 'post',
  path: `${path}/screenshots`,
  tags,
  summary: 'Keep the picture of a counted segment, where the freelancer has agreed to pictures',
  request: { body: jsonBody(z.strictObject({ startsAt: instant, fileId: id })) },
  responses: { 200: standing('Kept'), ...problems(401, 403, 404, 409) },
});
