import { createRoute } from '@hono/zod-openapi';
import { json, problems, z } from '../http/routes.ts';
import { attachmentsMax, uploadUses } from './upload.ts';

/** A file as it stands at what it is attached to. */
export const fileRefSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    type: z.string().openapi({ example: 'application/pdf' }),
    bytes: z.int(),
    url: z.string().openapi({ description: 'Signed, behind the API’s base; it stops working after some minutes' }),
  })
  .openapi('FileRef');
export type FileRef = z.infer<typeof fileRefSchema>;

/** Request field of everything that takes attachments: ids of uploads, in the order to show. */
export const attachmentIdsSchema = z.array(z.string().min(1).max(64)).max(attachmentsMax);

export const postFile = createRoute({
  method: 'post',
  path: '/v1/files',
  tags: ['Files'],
  summary: 'Upload a file: the body is the file itself; a command attaches it by its id within a day',
  description:
    'Accepted by content: pdf, docx, xlsx, pptx, odt, txt, csv, md, png, jpg, webp, zip. Attachments up to 25 MB, CSV files to import up to 100 MB, unless the policy says otherwise.',
  request: {
    query: z.strictObject({
      name: z.string().trim().min(1).max(255).openapi({ example: 'statement-of-work.pdf' }),
      use: z.enum(uploadUses).default('attachment'),
    }),
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: z.string().openapi({ type: 'string', format: 'binary' }) } },
    },
  },
  responses: { 201: json(fileRefSchema, 'Kept; not attached to anything yet'), ...problems(401, 403, 409, 413, 415) },
});

const binary = z.string().openapi({ type: 'string', format: 'binary' });

export const downloadFile = createRoute({
  method: 'get',
  path: '/v1/files/{id}/download',
  tags: ['Files'],
  summary: 'A file as attachment; the signed address is the right to read it and ends by itself',
  request: {
    params: z.strictObject({ id: z.string().max(64) }),
    query: z.strictObject({ until: z.string().max(16).optional(), signature: z.string().max(64).optional() }),
  },
  responses: {
    200: { description: 'The file', content: { 'application/octet-stream': { schema: binary } } },
    ...problems(404),
  },
});

export const getImage = createRoute({
  method: 'get',
  path: '/v1/files/{id}/{name}',
  tags: ['Files'],
  summary: 'An image in one of its sizes; its address is the right to see it, and what is behind it never changes',
  request: { params: z.object({ id: z.string().max(64), name: z.string().max(32).openapi({ example: '256.webp' }) }) },
  responses: {
    200: {
      description: 'The image',
      content: { 'image/webp': { schema: binary } },
    },
    304: { description: 'Unchanged' },
    ...problems(404),
  },
});
