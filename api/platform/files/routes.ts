import { Readable } from 'node:stream';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { isGranted, isMember } from '../auth/actor.ts';
import type { HttpContext, HttpEnv } from '../http/environment.ts';
import { matchesIfNoneMatch } from '../http/etag.ts';
import { forbidden, notFound, Refusal, unauthenticated } from '../http/problem.ts';
import { newRoutes } from '../http/routes.ts';
import { readPolicy } from '../policies/read-policy.ts';
import type { Uploader } from './attach-uploads.ts';
import { imageKey, uploadKey } from './file.ts';
import { isLinkValid } from './file-link.ts';
import { filesPolicy } from './policy.ts';
import { type FileLinkDeps, fileRef } from './read-attachments.ts';
import { fileEmpty } from './read-upload.ts';
import { downloadFile, getImage, postFile } from './schema.ts';
import { findUpload } from './store.ts';
import { storeUpload, type UploadDeps } from './store-upload.ts';

export function fileRoutes(deps: UploadDeps & FileLinkDeps): OpenAPIHono<HttpEnv> {
  const { database, files } = deps;
  const routes = newRoutes();

  routes.openapi(postFile, async (c) => {
    const uploader = requireUploader(c);
    const { name, use } = c.req.valid('query');
    const body = c.req.raw.body;
    if (!body) throw fileEmpty();
    try {
      const announcedBytes = Number(c.req.header('content-length') ?? 0);
      const stored = await storeUpload(deps, uploader, { name, use, announcedBytes, chunks: body });
      const { linkMinutes } = await readPolicy(database.db, c.get('scope'), filesPolicy);
      return c.json(fileRef(deps, stored, linkMinutes), 201);
    } catch (error) {
      await body.cancel().catch(() => {});
      // What is left of the body will not be read, so the connection cannot carry another request.
      if (error instanceof Refusal) throw withConnectionClosed(error);
      throw error;
    }
  });

  routes.openapi(downloadFile, async (c) => {
    const { id } = c.req.valid('param');
    if (!isLinkValid(deps, id, c.req.valid('query'))) throw notFound();
    const file = await findUpload(database.db, id);
    const stream = file && (await files.getStream(uploadKey(id) ?? ''));
    if (!file || !stream) throw notFound();
    return c.body(Readable.toWeb(stream) as ReadableStream, 200, {
      ...downloadHeaders,
      'content-type': file.type.startsWith('text/') ? `${file.type}; charset=utf-8` : file.type,
      'content-length': String(file.bytes),
      'content-disposition': dispositionOf(file.name ?? 'file'),
    });
  });

  routes.openapi(getImage, async (c) => {
    const { id, name } = c.req.valid('param');
    const key = imageKey(id, sizeOf(name));
    if (!key) throw notFound();
    const etag = `"${id}.${name}"`;
    const headers = { ...imageHeaders, etag };
    if (matchesIfNoneMatch(c, etag)) return c.body(null, 304, headers);
    const bytes = await files.get(key);
    if (!bytes) throw notFound();
    return c.body(new Uint8Array(bytes), 200, headers);
  });

  return routes;
}

const sandboxed = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
};

const imageHeaders = {
  ...sandboxed,
  'content-type': 'image/webp',
  'cache-control': 'public, max-age=31536000, immutable',
  'content-disposition': 'inline',
  // Widgets show these images on pages of other origins.
  'cross-origin-resource-policy': 'cross-origin',
};

const downloadHeaders = {
  ...sandboxed,
  'cache-control': 'private, no-store',
  'cross-origin-resource-policy': 'cross-origin',
};

/** Somebody at the portal, a widget that writes posts, or a tenant's own server. @throws 401, 403 */
function requireUploader(c: HttpContext): Uploader {
  const actor = c.get('actor');
  if (actor.kind === 'secretKey') return { tenantId: actor.tenantId };
  if (actor.kind !== 'person') throw unauthenticated();
  const isAllowed = actor.via.kind === 'cookie' || (isMember(actor) && isGranted(actor, 'jobPost', 'draft'));
  if (!isAllowed) throw forbidden('This widget session was not granted jobPost.draft, so it takes no files.');
  return { personId: actor.personId };
}

function withConnectionClosed({ status, code, message, errors, headers }: Refusal): Refusal {
  return new Refusal(status, code, message, { errors, headers: { ...headers, connection: 'close' } });
}

/** RFC 6266, with the name in ASCII for those who read no other (RFC 8187). */
function dispositionOf(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

function sizeOf(name: string): number {
  return Number(/^([1-9]\d{0,4})\.webp$/.exec(name)?.[1]);
}
