import { createRoute } from '@hono/zod-openapi';
import { memberRoles } from '../auth/actor.ts';
import { json, jsonBody, problems, z } from '../http/routes.ts';

const id = z.string().min(1).max(64);
const tags = ['Teams'];

/** An owner or account admin is one of the whole company, never of a team. */
export const teamRoles = memberRoles.filter((role) => role !== 'owner' && role !== 'accountAdmin');
const roles = z
  .array(z.enum(teamRoles))
  .min(1)
  .max(teamRoles.length)
  .refine((list) => new Set(list).size === list.length, { message: 'Name each role once.' });

export const teamSchema = z
  .strictObject({
    id: z.string(),
    name: z.string().openapi({ description: 'Posts, offers, contracts and payments keep their team by this name' }),
    members: z.array(z.strictObject({ personId: z.string(), name: z.string(), roles: z.array(z.enum(memberRoles)) })),
  })
  .openapi('Team');
export type TeamBody = z.infer<typeof teamSchema>;

export const listTeamsRoute = createRoute({
  method: 'get',
  path: '/v1/teams',
  tags,
  summary: 'The company’s teams by name, with who holds a role in each',
  responses: { 200: json(z.strictObject({ items: z.array(teamSchema) }), 'Teams'), ...problems(401, 403, 404) },
});

export const postTeamRoute = createRoute({
  method: 'post',
  path: '/v1/teams',
  tags,
  summary: 'Make a team; its name stays, because papers keep it',
  request: { body: jsonBody(z.strictObject({ name: z.string().trim().min(1).max(80) })) },
  responses: { 201: json(teamSchema, 'The team'), ...problems(401, 403, 404, 409) },
});

export const deleteTeamRoute = createRoute({
  method: 'delete',
  path: '/v1/teams/{id}',
  tags,
  summary: 'Dissolve a team: its roles end at once, what names it keeps the name',
  request: { params: z.strictObject({ id }) },
  responses: { 204: { description: 'Dissolved' }, ...problems(401, 403, 404) },
});

const memberParams = z.strictObject({ id, personId: id });

export const putTeamMemberRoute = createRoute({
  method: 'put',
  path: '/v1/teams/{id}/members/{personId}',
  tags,
  summary: 'Give a member roles in a team, beside those held in the whole company; holds from the next request',
  request: { params: memberParams, body: jsonBody(z.strictObject({ roles })) },
  responses: { 200: json(teamSchema, 'The team'), ...problems(401, 403, 404, 409) },
});

export const deleteTeamMemberRoute = createRoute({
  method: 'delete',
  path: '/v1/teams/{id}/members/{personId}',
  tags,
  summary: 'Take a member’s roles in a team away; holds from the next request',
  request: { params: memberParams },
  responses: { 204: { description: 'No role in this team' }, ...problems(401, 403, 404) },
});
