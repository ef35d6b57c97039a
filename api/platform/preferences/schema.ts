import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../http/routes.ts';
import { densities, schemeChoices } from './preferences.ts';

export const preferencesSchema = z
  .strictObject({
    scheme: z.enum(schemeChoices).nullable(),
    density: z.enum(densities).nullable(),
    locale: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/)
      .nullable()
      .openapi({ description: 'A language tag; mails are written in it too', example: 'de' }),
    shortcuts: z.boolean().nullable().openapi({ description: 'Whether single letters act' }),
  })
  .openapi('Preferences', { description: 'null: never chosen, so that the device or the tenant decides' });
export type PreferencesBody = z.infer<typeof preferencesSchema>;

export const changePreferencesRoute = createRoute({
  method: 'patch',
  path: '/v1/me/preferences',
  tags: ['Sign-in'],
  summary: 'Change how the portal looks to its person, on every device; the last change of each counts',
  request: { body: jsonBody(preferencesSchema.partial()) },
  responses: { 200: json(preferencesSchema, 'All of them'), ...problems(401, 403) },
});
