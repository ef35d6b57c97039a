import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../http/routes.ts';
import { formattedTextSchema } from '../rich-text/schema.ts';
import { brandImageKinds, brandLimits, densities, legalKinds, mailHeaders, pageSizes } from './brand.ts';
import { genders, things, wordLocales, wordMaxLength } from './brand-words.ts';

const line = (max: number) => z.string().trim().max(max);
const webAddress = z.url({ protocol: /^https$/, hostname: z.regexes.domain }).max(brandLimits.url);
const email = z.email().max(brandLimits.email);
const hash = z.string().regex(/^[0-9a-f]{32}$/);
const word = z.strictObject({
  one: line(wordMaxLength).min(1),
  other: line(wordMaxLength).min(1),
  gender: z.enum(genders).optional(),
});
const title = line(brandLimits.legalTitle).min(1).nullable();
const legalText = z.union([
  z.strictObject({ title, url: webAddress }),
  z.strictObject({ title, markdown: z.string().min(1).max(brandLimits.legalText) }),
]);

/** Its form only; what it says is judged by acceptBrand. */
export const brandSchema = z
  .strictObject({
    name: line(brandLimits.name).min(1),
    logo: hash.nullable(),
    darkLogo: hash.nullable(),
    favicon: hash.nullable(),
    theme: z.record(z.string(), z.unknown()),
    density: z.enum(densities),
    support: z.strictObject({ email: email.nullable(), url: webAddress.nullable() }),
    signIn: z.strictObject({
      headline: line(brandLimits.headline).min(1).nullable(),
      text: line(brandLimits.signInText).min(1).nullable(),
      picture: hash.nullable(),
    }),
    mail: z.strictObject({
      header: z.enum(mailHeaders),
      showsLogo: z.boolean(),
      senderName: line(brandLimits.senderName).min(1).nullable(),
      replyTo: email.nullable(),
      footer: line(brandLimits.mailFooter).min(1).nullable(),
    }),
    print: z.strictObject({
      showsLogo: z.boolean(),
      accent: z.string().max(60).nullable(),
      footer: z.array(line(brandLimits.printFooterLine).min(1)).max(brandLimits.printFooterLines),
      pageSize: z.enum(pageSizes),
    }),
    words: z.partialRecord(z.enum(wordLocales), z.partialRecord(z.enum(things), word)),
    legal: z.strictObject({
      terms: legalText.nullable(),
      privacy: legalText.nullable(),
      imprint: legalText.nullable(),
    }),
  })
  .openapi('Brand');
export type BrandBody = z.infer<typeof brandSchema>;

const parts = z.array(z.string());
const images = z
  .record(z.string(), z.strictObject({ kind: z.enum(brandImageKinds), width: z.number(), height: z.number() }))
  .openapi({ description: 'Images that were uploaded, by hash' });

export const brandStateSchema = z
  .strictObject({
    draft: brandSchema,
    published: brandSchema,
    changes: parts.openapi({ description: 'Parts in which the draft differs from what is worn' }),
    version: z.number().int().openapi({ description: 'Of what is worn; 0 before anything was published' }),
    lacking: parts.openapi({ description: 'Parts that the plan does not include' }),
    images,
  })
  .openapi('BrandState');
export type BrandState = z.infer<typeof brandStateSchema>;

export const brandVersionSchema = z
  .strictObject({
    number: z.number().int(),
    changes: parts,
    restoredFrom: z.number().int().nullable(),
    publishedBy: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    publishedAt: z.iso.datetime(),
    isWorn: z.boolean(),
  })
  .openapi('BrandVersion');
export type BrandVersion = z.infer<typeof brandVersionSchema>;

const ifMatch = z.object({ 'if-match': z.string().optional() });
const number = z.strictObject({ number: z.coerce.number().int().min(1) });
const state = (description: string) => json(brandStateSchema, description);
const tags = ['Brand'];

export const getBrand = createRoute({
  method: 'get',
  path: '/v1/tenant/brand',
  tags,
  summary: 'The brand as it is worn, and as it is being edited',
  responses: { 200: state('Draft and published'), ...problems(401, 403, 404) },
});

export const putDraft = createRoute({
  method: 'put',
  path: '/v1/tenant/brand/draft',
  tags,
  summary:
    'Keep the draft; nobody else sees it until it is published. Low contrast is kept, and refused at publication',
  request: { headers: ifMatch, body: jsonBody(brandSchema) },
  responses: { 200: state('As kept'), ...problems(401, 403, 404, 412, 428) },
});

export const deleteDraft = createRoute({
  method: 'delete',
  path: '/v1/tenant/brand/draft',
  tags,
  summary: 'Give the draft up: back to what is worn',
  request: { headers: ifMatch },
  responses: { 200: state('Without a draft'), ...problems(401, 403, 404, 412, 428) },
});

export const postPublication = createRoute({
  method: 'post',
  path: '/v1/tenant/brand/publication',
  tags,
  summary: 'Let everything wear the draft',
  request: { headers: ifMatch },
  responses: { 200: state('As published'), ...problems(401, 403, 404, 409, 412, 428) },
});

export const listVersions = createRoute({
  method: 'get',
  path: '/v1/tenant/brand/versions',
  tags,
  summary: 'What was worn, newest first',
  responses: {
    200: json(z.strictObject({ items: z.array(brandVersionSchema) }).openapi('BrandVersionList'), 'Versions'),
    ...problems(401, 403, 404),
  },
});

export const postRestoration = createRoute({
  method: 'post',
  path: '/v1/tenant/brand/versions/{number}/restoration',
  tags,
  summary: 'Wear an earlier version again; it becomes the newest, and the draft is kept',
  request: { headers: ifMatch, params: number },
  responses: { 200: state('As worn now'), ...problems(401, 403, 404, 409, 412, 428) },
});

export const brandImageSchema = z
  .strictObject({
    hash: z.string(),
    url: z.string(),
    kind: z.enum(brandImageKinds),
    width: z.number().int(),
    height: z.number().int(),
    colors: z.array(z.string()).openapi({ description: 'The colours that carry it, strongest first, as #rrggbb' }),
  })
  .openapi('BrandImage');
export type BrandImage = z.infer<typeof brandImageSchema>;

export const postBrandImage = createRoute({
  method: 'post',
  path: '/v1/tenant/brand/images',
  tags,
  summary: 'Upload an image for the brand: PNG, JPEG, WebP, AVIF or GIF, at most 5 MiB; kept as PNG',
  request: {
    query: z.strictObject({ use: z.enum(brandImageKinds) }),
    body: { content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
  },
  responses: {
    201: json(brandImageSchema, 'The image as it will be served'),
    ...problems(401, 403, 404, 409, 413, 415),
  },
});

const binary = z.string().openapi({ format: 'binary' });

export const getBrandImage = createRoute({
  method: 'get',
  path: '/v1/brand/images/{hash}/{name}',
  tags,
  summary: 'An image of a brand; public, and what is behind its address never changes',
  request: {
    params: z.object({ hash: z.string().max(64), name: z.string().max(16).openapi({ example: 'full.png' }) }),
  },
  responses: {
    200: { description: 'The image', content: { 'image/png': { schema: binary } } },
    304: { description: 'Unchanged' },
    ...problems(404),
  },
});

export const mailKinds = ['action', 'list', 'invite'] as const;

export const getDraftMail = createRoute({
  method: 'get',
  path: '/v1/tenant/brand/draft/mail',
  tags,
  summary: 'A mail in the draft’s look, as a page to show in a frame',
  request: {
    query: z.strictObject({
      kind: z.enum(mailKinds).default('action'),
      locale: z.enum(wordLocales).default('en'),
      revision: z.coerce.number().int().optional().openapi({ description: 'Makes the address another; not read' }),
    }),
  },
  responses: {
    200: { description: 'The mail', content: { 'text/html': { schema: z.string() } } },
    ...problems(401, 403, 404),
  },
});

export const getDraftDocument = createRoute({
  method: 'get',
  path: '/v1/tenant/brand/draft/document',
  tags,
  summary: 'The first page of a document in the draft’s look, as a picture, or the whole as PDF',
  request: {
    query: z.strictObject({
      as: z.enum(['png', 'pdf']).default('png'),
      locale: z.enum(wordLocales).default('en'),
      revision: z.coerce.number().int().optional(),
    }),
  },
  responses: {
    200: {
      description: 'The page',
      content: { 'image/png': { schema: binary }, 'application/pdf': { schema: binary } },
    },
    ...problems(401, 403, 404),
  },
});

export const legalTextSchema = z
  .strictObject({
    kind: z.enum(legalKinds),
    title: z.string().nullable(),
    url: z.string().nullable(),
    text: formattedTextSchema.nullable(),
    validSince: z.iso.datetime().nullable().openapi({ description: 'When this wording was published' }),
  })
  .openapi('BrandLegalText');
export type LegalTextBody = z.infer<typeof legalTextSchema>;

export const getLegalText = createRoute({
  method: 'get',
  path: '/v1/tenant/legal/{kind}',
  tags,
  summary: 'Terms, privacy or imprint of the tenant at this address; public',
  request: { params: z.strictObject({ kind: z.enum(legalKinds) }) },
  responses: { 200: json(legalTextSchema, 'The text or where it is'), ...problems(404) },
});
