import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { offerTextMaxLength } from '../offers/offer.ts';
import { templateNameMaxLength } from './terms-template.ts';

const params = z.strictObject({ id: z.string().min(1).max(64) });
const name = z.string().trim().min(1).max(templateNameMaxLength);
const text = z.string().min(1).max(offerTextMaxLength).openapi({ description: 'Markdown' });

export const termsTemplateSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    version: z.int().min(1),
    hash: z.string().openapi({ description: 'SHA-256 of the text of this version' }),
    text: z.string(),
    isDefault: z.boolean().openapi({ description: 'New offers start from it' }),
    isStandard: z.boolean().openapi({ description: 'Comes with the installation; copy it to change it' }),
    savedBy: z.string().nullable(),
    savedAt: z.iso.datetime().nullable(),
  })
  .openapi('TermsTemplate');
export type TermsTemplate = z.infer<typeof termsTemplateSchema>;

export const termsTemplateVersionSchema = z
  .strictObject({
    version: z.int().min(1),
    hash: z.string(),
    text: z.string(),
    savedBy: z.string().nullable(),
    savedAt: z.iso.datetime().nullable().openapi({ description: 'null: it comes with the installation' }),
  })
  .openapi('TermsTemplateVersion');
export type TermsTemplateVersion = z.infer<typeof termsTemplateVersionSchema>;

const tags = ['Terms templates'];
const path = '/v1/terms-templates';

export const listTermsTemplatesRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Terms texts that offers can start from, the default first',
  responses: {
    200: json(z.strictObject({ items: z.array(termsTemplateSchema) }), 'All of them'),
    ...problems(401, 403, 404),
  },
});

export const createTermsTemplateRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Write a terms text',
  request: { body: jsonBody(z.strictObject({ name, text, isDefault: z.boolean().default(false) })) },
  responses: { 201: json(termsTemplateSchema, 'Version 1'), ...problems(401, 403, 404, 409) },
});

export const getTermsTemplateRoute = createRoute({
  method: 'get',
  path: `${path}/{id}`,
  tags,
  summary: 'A terms text in its newest version',
  request: { params },
  responses: { 200: json(termsTemplateSchema, 'The template; its ETag is for saving'), ...problems(401, 403, 404) },
});

export const saveTermsTemplateRoute = createRoute({
  method: 'put',
  path: `${path}/{id}`,
  tags,
  summary: 'Save it; another text becomes a new version, and offers keep the one they were written with',
  request: {
    params,
    headers: z.object({ 'if-match': z.string().optional() }),
    body: jsonBody(z.strictObject({ name, text, isDefault: z.boolean() })),
  },
  responses: { 200: json(termsTemplateSchema, 'Saved'), ...problems(401, 403, 404, 409, 412, 428) },
});

export const deleteTermsTemplateRoute = createRoute({
  method: 'delete',
  path: `${path}/{id}`,
  tags,
  summary: 'Offer it no more; its versions stay for the offers that were written with them',
  request: { params },
  responses: { 204: { description: 'Put away' }, ...problems(401, 403, 404) },
});

export const restoreTermsTemplateRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/restoration`,
  tags,
  summary: 'Offer it again, by who put it away less than a day ago; the default again if no other is by now',
  request: { params },
  responses: { 200: json(termsTemplateSchema, 'Offered again'), ...problems(401, 403, 404, 409) },
});

export const listTermsTemplateVersionsRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/versions`,
  tags,
  summary: 'Every version of a terms text, the newest first',
  request: { params },
  responses: {
    200: json(z.strictObject({ items: z.array(termsTemplateVersionSchema) }), 'All versions'),
    ...problems(401, 403, 404),
  },
});
