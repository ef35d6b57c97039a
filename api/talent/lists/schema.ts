import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { listNameMaxLength, listNoteMaxLength } from './talent-list.ts';

const id = z.string().min(1).max(64);
const listParams = z.strictObject({ id });
const itemParams = z.strictObject({ id, freelancerId: id });
const name = z.string().trim().min(1).max(listNameMaxLength);
const note = z.string().trim().max(listNoteMaxLength);
const ifMatch = z.object({ 'if-match': z.string().optional() });

export const talentListSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    shared: z.boolean().openapi({ description: 'true: every member of the tenant sees it; false: only its owner' }),
    isDefault: z
      .boolean()
      .openapi({ description: 'The member’s own list behind the save button; cannot be renamed or deleted' }),
    itemCount: z.number().int(),
    mayEdit: z.boolean(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .openapi('TalentList');

export const talentListItemSchema = z
  .strictObject({
    freelancerId: z.string(),
    note: z.string(),
    addedAt: z.string(),
    freelancer: z
      .strictObject({ name: z.string(), headline: z.string(), photoUrl: z.string().nullable() })
      .nullable()
      .openapi({ description: 'null when the profile is no longer visible' }),
  })
  .openapi('TalentListItem');

export const talentListDetailSchema = talentListSchema
  .extend({ items: z.array(talentListItemSchema) })
  .openapi('TalentListDetail');

export type TalentList = z.infer<typeof talentListSchema>;
export type TalentListItem = z.infer<typeof talentListItemSchema>;
export type TalentListDetail = z.infer<typeof talentListDetailSchema>;

const tags = ['Talent lists'];

export const listTalentListsRoute = createRoute({
  method: 'get',
  path: '/v1/talent/lists',
  tags,
  summary: 'The member’s own and the tenant’s shared lists',
  responses: { 200: json(z.strictObject({ items: z.array(talentListSchema) }), 'All lists'), ...problems(401, 403) },
});

export const createTalentListRoute = createRoute({
  method: 'post',
  path: '/v1/talent/lists',
  tags,
  summary: 'Make a list',
  request: {
    headers: z.object({ 'idempotency-key': z.string().min(1).max(255).optional() }),
    body: jsonBody(z.strictObject({ name, shared: z.boolean().default(true) })),
  },
  responses: { 201: json(talentListSchema, 'Made'), ...problems(401, 403, 409) },
});

export const getTalentListRoute = createRoute({
  method: 'get',
  path: '/v1/talent/lists/{id}',
  tags,
  summary: 'A list with its people, newest first',
  request: { params: listParams },
  responses: { 200: json(talentListDetailSchema, 'The list; its ETag is for renaming'), ...problems(401, 403, 404) },
});

export const renameTalentListRoute = createRoute({
  method: 'patch',
  path: '/v1/talent/lists/{id}',
  tags,
  summary: 'Rename or share a list',
  request: {
    params: listParams,
    headers: ifMatch,
    body: jsonBody(z.strictObject({ name: name.optional(), shared: z.boolean().optional() })),
  },
  responses: { 200: json(talentListSchema, 'Changed'), ...problems(401, 403, 404, 409, 412, 428) },
});

export const deleteTalentListRoute = createRoute({
  method: 'delete',
  path: '/v1/talent/lists/{id}',
  tags,
  summary: 'Delete a list and its notes; who does it may put it back for a day',
  request: { params: listParams },
  responses: { 204: { description: 'Deleted' }, ...problems(401, 403, 404, 409) },
});

export const restoreTalentListRoute = createRoute({
  method: 'post',
  path: '/v1/talent/lists/{id}/restoration',
  tags,
  summary: 'Put a list back that one deleted less than a day ago, with its people and notes',
  request: { params: listParams },
  responses: { 200: json(talentListSchema, 'Back'), ...problems(401, 403, 404, 409) },
});

export const putListItemRoute = createRoute({
  method: 'put',
  path: '/v1/talent/lists/{id}/items/{freelancerId}',
  tags,
  summary: 'Put somebody on a list, or change the note',
  request: {
    params: itemParams,
    // Optional: a PUT without a body adds somebody without a note.
    body: { required: false, content: { 'application/json': { schema: z.strictObject({ note: note.optional() }) } } },
  },
  responses: { 200: json(talentListItemSchema, 'On the list'), ...problems(401, 403, 404, 409) },
});

export const deleteListItemRoute = createRoute({
  method: 'delete',
  path: '/v1/talent/lists/{id}/items/{freelancerId}',
  tags,
  summary: 'Take somebody off a list',
  request: { params: itemParams },
  responses: { 204: { description: 'Off the list' }, ...problems(401, 403, 404) },
});

export const saveFreelancerRoute = createRoute({
  method: 'put',
  path: '/v1/talent/saved/{freelancerId}',
  tags,
  summary: 'Save somebody to the member’s own list',
  request: { params: z.strictObject({ freelancerId: id }) },
  responses: { 204: { description: 'Saved' }, ...problems(401, 403, 404, 409) },
});

export const unsaveFreelancerRoute = createRoute({
  method: 'delete',
  path: '/v1/talent/saved/{freelancerId}',
  tags,
  summary: 'Take somebody off the member’s own list',
  request: { params: z.strictObject({ freelancerId: id }) },
  responses: { 204: { description: 'No longer saved' }, ...problems(401, 403) },
});
