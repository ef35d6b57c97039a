import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { ownTimesheetSchema, timeEntrySchema } from '../timesheets/schema.ts';
import { memoMaxLength } from './time-entry.ts';

const instant = z.iso.datetime();
const id = z.string().min(1).max(64);
const params = z.strictObject({ id });
const ifMatch = z.object({ 'if-match': z.string().optional() });
const keyed = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });
const tags = ['Time'];
const path = '/v1/freelancers/me/time-entries';

const fields = {
  startsAt: instant.openapi({ description: 'On a whole ten minutes' }),
  endsAt: instant.openapi({ description: 'On a whole ten minutes; not in the future' }),
  memo: z.string().trim().max(memoMaxLength),
  activityCodeId: id.nullable(),
};

export const newTimeEntrySchema = z
  .strictObject({ contractId: id, ...fields, activityCodeId: fields.activityCodeId.default(null) })
  .openapi('NewTimeEntry');
export type NewTimeEntry = z.infer<typeof newTimeEntrySchema>;

export const timeEntryChangeSchema = z.strictObject(fields).partial().openapi('TimeEntryChange');
export type TimeEntryChange = z.infer<typeof timeEntryChangeSchema>;

/** The entry is null once it is deleted. */
export const writtenTimeSchema = z
  .strictObject({ entry: timeEntrySchema.nullable(), timesheet: ownTimesheetSchema })
  .openapi('WrittenTime');

export const enterTimeRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Enter time by hand, where the contract allows it',
  request: { headers: keyed, body: jsonBody(newTimeEntrySchema) },
  responses: { 201: json(writtenTimeSchema, 'Entered'), ...problems(401, 403, 404, 409) },
});

export const changeTimeRoute = createRoute({
  method: 'patch',
  path: `${path}/{id}`,
  tags,
  summary: 'Change an entry while its week may be written; of tracked time the span only gets shorter',
  request: { params, headers: ifMatch, body: jsonBody(timeEntryChangeSchema) },
  responses: { 200: json(writtenTimeSchema, 'Changed'), ...problems(401, 403, 404, 409, 412, 428) },
});

export const deleteTimeRoute = createRoute({
  method: 'delete',
  path: `${path}/{id}`,
  tags,
  summary: 'Delete an entry while its week may be written',
  request: { params, headers: ifMatch },
  responses: { 200: json(writtenTimeSchema, 'Deleted'), ...problems(401, 403, 404, 409, 412, 428) },
});
