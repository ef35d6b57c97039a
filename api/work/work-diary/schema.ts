import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { ownTimesheetSchema } from '../timesheets/schema.ts';
import { screenshotStates } from './work-diary.ts';

const instant = z.iso.datetime();
const params = z.strictObject({ id: z.string().min(1).max(64) });
const ifMatch = z.object({ 'if-match': z.string().optional() });
const tags = ['Time'];

export const workDiarySchema = z
  .strictObject({
    contractId: z.string(),
    isActivityCodeRequired: z.boolean(),
    screenshots: z
      .enum(screenshotStates)
      .openapi({ description: 'on only while the freelancer agrees; asked: the client wants them, nothing is taken' }),
    screenshotsAllowed: z.boolean().openapi({ description: 'Whether the tenant’s policy lets a client ask' }),
    askedBy: z.string().nullable(),
    askedAt: instant.nullable(),
    answeredAt: instant.nullable(),
    etag: z.string(),
  })
  .openapi('WorkDiary');
export type WorkDiary = z.infer<typeof workDiarySchema>;

export const getWorkDiaryRoute = createRoute({
  method: 'get',
  path: '/v1/contracts/{id}/work-diary',
  tags,
  summary: 'What a contract’s work diary asks for',
  request: { params },
  responses: { 200: json(workDiarySchema, 'Its settings'), ...problems(401, 403, 404) },
});

export const changeWorkDiaryRoute = createRoute({
  method: 'patch',
  path: '/v1/contracts/{id}/work-diary',
  tags,
  summary: 'Ask for activity codes or pictures; pictures begin when the freelancer agrees',
  request: {
    params,
    headers: ifMatch,
    body: jsonBody(
      z
        .strictObject({ isActivityCodeRequired: z.boolean(), wantsScreenshots: z.boolean() })
        .partial()
        .openapi('WorkDiaryChange'),
    ),
  },
  responses: { 200: json(workDiarySchema, 'Changed'), ...problems(401, 403, 404, 409, 412, 428) },
});

export const getOwnWorkDiaryRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/contracts/{id}/work-diary',
  tags,
  summary: 'What a contract’s work diary asks for',
  request: { params },
  responses: { 200: json(workDiarySchema, 'Its settings'), ...problems(401, 403, 404) },
});

export const answerScreenshotsRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/contracts/{id}/work-diary/screenshots-answer',
  tags,
  summary: 'Agree to pictures or refuse them; also later, as often as one likes',
  request: { params, body: jsonBody(z.strictObject({ accepts: z.boolean() })) },
  responses: { 200: json(workDiarySchema, 'Answered'), ...problems(401, 403, 404, 409) },
});

export const deleteScreenshotRoute = createRoute({
  method: 'delete',
  path: '/v1/freelancers/me/work-diary/segments/{id}/screenshot',
  tags,
  summary: 'Delete the picture of a segment, which is then not protected',
  request: { params },
  responses: { 200: json(ownTimesheetSchema, 'Deleted'), ...problems(401, 403, 404, 409) },
});
