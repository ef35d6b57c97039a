import { createRoute } from '@hono/zod-openapi';
import { memberRoles, operatorRoles } from '../auth/actor.ts';
import { json, jsonBody, problems, z } from '../http/routes.ts';
import { preferencesSchema } from '../preferences/schema.ts';
import { addressClasses } from './address-class.ts';
import { publicBrandSchema } from './brand-wire.ts';
import { keyWarnings } from './key-warnings.ts';
import { planFeatures, plans } from './plan.ts';

const role = z.enum(memberRoles).openapi('MemberRole');
const anyRoles = z
  .array(role)
  .max(memberRoles.length)
  .refine((list) => new Set(list).size === list.length, { message: 'Name each role once.' });
const roles = anyRoles.min(1);
/** Its content is judged by validateTheme, which knows the closed list of tokens. */
const theme = z.record(z.string(), z.unknown()).openapi('TenantTheme');
const id = z.strictObject({ id: z.string().max(64) });
const ifMatch = z.object({ 'if-match': z.string().optional() });

export const tenantSchema = z
  .strictObject({
    slug: z.string(),
    brand: publicBrandSchema,
    plan: z.enum(plans),
    locale: z.string(),
    theme,
  })
  .openapi('Tenant');
export type TenantBody = z.infer<typeof tenantSchema>;

export const getTenant = createRoute({
  method: 'get',
  path: '/v1/tenant',
  tags: ['Tenant'],
  summary: 'Brand, theme, plan and locale of the tenant at this address; public',
  responses: {
    200: json(tenantSchema, 'The tenant'),
    204: { description: 'The installation’s own address: no tenant' },
    ...problems(404),
  },
});

export const putTheme = createRoute({
  method: 'put',
  path: '/v1/tenant/theme',
  tags: ['Tenant'],
  summary: 'Save the tenant’s theme; contrast is checked',
  request: { headers: ifMatch, body: jsonBody(z.strictObject({ theme })) },
  responses: { 200: json(tenantSchema, 'The tenant with its new theme'), ...problems(401, 403, 404, 412, 428) },
});

const originsSchema = z.strictObject({ origins: z.array(z.string().max(255)).max(50) }).openapi('TenantOrigins');

export const getOrigins = createRoute({
  method: 'get',
  path: '/v1/tenant/origins',
  tags: ['Tenant'],
  summary: 'Origins whose pages may use widgets',
  responses: { 200: json(originsSchema, 'The origins'), ...problems(401, 403, 404) },
});

export const putOrigins = createRoute({
  method: 'put',
  path: '/v1/tenant/origins',
  tags: ['Tenant'],
  summary: 'Replace the origins whose pages may use widgets',
  request: { headers: ifMatch, body: jsonBody(originsSchema) },
  responses: { 200: json(originsSchema, 'The origins as saved'), ...problems(401, 403, 404, 412, 428) },
});

export const memberSchema = z
  .strictObject({
    id: z.string(),
    personId: z.string(),
    name: z.string(),
    email: z.string(),
    roles: z.array(role),
    disabled: z.boolean(),
    memberSince: z.iso.datetime(),
  })
  .openapi('Member');
export type MemberBody = z.infer<typeof memberSchema>;

export const listMembersRoute = createRoute({
  method: 'get',
  path: '/v1/members',
  tags: ['Members'],
  summary: 'Members of the tenant',
  request: {
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).default(50),
      cursor: z.string().max(500).optional(),
    }),
  },
  responses: {
    200: json(
      z.strictObject({ items: z.array(memberSchema), nextCursor: z.string().nullable() }).openapi('MemberPage'),
      'A page of members',
    ),
    ...problems(401, 403, 404),
  },
});

export const patchMember = createRoute({
  method: 'patch',
  path: '/v1/members/{id}',
  tags: ['Members'],
  summary:
    'Change a member’s roles, or disable or enable them; holds from the next request. Without a role they have those in teams',
  request: {
    params: id,
    body: jsonBody(z.strictObject({ roles: anyRoles.optional(), disabled: z.boolean().optional() })),
  },
  responses: { 200: json(memberSchema, 'The member'), ...problems(401, 403, 404, 409) },
});

export const deleteMemberRoute = createRoute({
  method: 'delete',
  path: '/v1/members/{id}',
  tags: ['Members'],
  summary: 'Remove a member from the tenant',
  request: { params: id },
  responses: { 204: { description: 'Removed' }, ...problems(401, 403, 404, 409) },
});

export const invitationSchema = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    roles: z.array(role),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .openapi('MemberInvitation');
export type InvitationBody = z.infer<typeof invitationSchema>;

export const postInvitation = createRoute({
  method: 'post',
  path: '/v1/members/invitations',
  tags: ['Members'],
  summary: 'Invite somebody by e-mail',
  request: { body: jsonBody(z.strictObject({ email: z.email().max(254), roles })) },
  responses: { 201: json(invitationSchema, 'The invitation; its mail is on the way'), ...problems(401, 403, 404, 409) },
});

export const listInvitationsRoute = createRoute({
  method: 'get',
  path: '/v1/members/invitations',
  tags: ['Members'],
  summary: 'Invitations that wait for an answer',
  responses: {
    200: json(
      z.strictObject({ items: z.array(invitationSchema) }).openapi('MemberInvitationList'),
      'Pending invitations',
    ),
    ...problems(401, 403, 404),
  },
});

export const deleteInvitation = createRoute({
  method: 'delete',
  path: '/v1/members/invitations/{id}',
  tags: ['Members'],
  summary: 'Take an invitation back',
  request: { params: id },
  responses: { 204: { description: 'Taken back' }, ...problems(401, 403, 404) },
});

export const postAcceptance = createRoute({
  method: 'post',
  path: '/v1/members/invitations/{id}/acceptance',
  tags: ['Members'],
  summary: 'Accept an invitation, signed in with the invited e-mail',
  request: { params: id },
  responses: { 201: json(memberSchema, 'The new member'), ...problems(401, 403, 404, 409) },
});

const keyKinds = z.enum(['secret', 'publishable']).openapi('KeyKind');
export const keySchema = z
  .strictObject({
    id: z.string(),
    kind: keyKinds,
    name: z.string(),
    start: z.string().openapi({ description: 'The first characters of the key' }),
    createdAt: z.iso.datetime(),
    createdBy: z.string().nullable().openapi({ description: 'Name of who made it' }),
    lastUsedAt: z.iso.datetime().nullable(),
    lastUse: z
      .strictObject({
        operation: z.string(),
        from: z.enum(addressClasses).openapi({ description: 'The kind of address; the address itself is not kept' }),
      })
      .nullable(),
    expiresAt: z.iso.datetime().nullable(),
    revokedAt: z.iso.datetime().nullable(),
    replacedById: z.string().nullable(),
    warnings: z
      .array(z.enum(keyWarnings))
      .openapi({ description: 'Why it should be looked at: never or long not used, made long ago, ending in a week' }),
  })
  .openapi('ApiKey');
export type KeyBody = z.infer<typeof keySchema>;
const newKeySchema = z.strictObject({ id: z.string(), key: z.string() }).openapi('NewApiKey');

export const listKeysRoute = createRoute({
  method: 'get',
  path: '/v1/tenant/keys',
  tags: ['Keys'],
  summary: 'Keys of the tenant, without the keys themselves',
  responses: {
    200: json(z.strictObject({ items: z.array(keySchema) }).openapi('ApiKeyList'), 'Keys, newest first'),
    ...problems(401, 403, 404),
  },
});

export const postKey = createRoute({
  method: 'post',
  path: '/v1/tenant/keys',
  tags: ['Keys'],
  summary: 'Make a key; it is shown this once',
  request: {
    body: jsonBody(
      z.strictObject({
        kind: keyKinds,
        name: z.string().trim().min(1).max(100),
        expiresInDays: z
          .int()
          .min(1)
          .max(1825)
          .optional()
          .openapi({ description: 'Left out: it does not end by itself' }),
      }),
    ),
  },
  responses: { 201: json(newKeySchema, 'The key'), ...problems(401, 403, 404) },
});

export const postRotation = createRoute({
  method: 'post',
  path: '/v1/tenant/keys/{id}/rotation',
  tags: ['Keys'],
  summary: 'Make a successor; the old key works on for the overlap',
  request: {
    params: id,
    body: jsonBody(z.strictObject({ overlapSeconds: z.number().int().min(0).max(604_800).default(86_400) })),
  },
  responses: { 201: json(newKeySchema, 'The new key'), ...problems(401, 403, 404) },
});

export const deleteKey = createRoute({
  method: 'delete',
  path: '/v1/tenant/keys/{id}',
  tags: ['Keys'],
  summary: 'Revoke a key and every widget session made with it, at once',
  request: { params: id },
  responses: { 204: { description: 'Revoked' }, ...problems(401, 403, 404) },
});

export const meSchema = z
  .strictObject({
    person: z.strictObject({ id: z.string(), name: z.string(), email: z.string(), locale: z.string().nullable() }),
    roles: z.array(role).openapi({ description: 'In the tenant of this address' }),
    teamRoles: z
      .array(z.strictObject({ team: z.strictObject({ id: z.string(), name: z.string() }), roles: z.array(role) }))
      .openapi({ description: 'Held in one team of it only' }),
    memberships: z.array(
      z.strictObject({ tenant: z.strictObject({ slug: z.string(), name: z.string() }), roles: z.array(role) }),
    ),
    freelancerId: z.string().nullable(),
    operatorRoles: z.array(z.enum(operatorRoles)),
    preferences: preferencesSchema.optional().openapi({ description: 'Absent in a widget, which has its page’s look' }),
    features: z.array(z.enum(planFeatures)).openapi({ description: 'What the tenant’s plan includes' }),
  })
  .openapi('Me');

export const getMe = createRoute({
  method: 'get',
  path: '/v1/me',
  tags: ['Sign-in'],
  summary: 'Who is signed in, and what they may do here',
  responses: { 200: json(meSchema, 'The person'), ...problems(401) },
});
