import type { OpenAPIHono } from '@hono/zod-openapi';
import type { HttpEnv } from '../http/environment.ts';
import { matchesIfNoneMatch } from '../http/etag.ts';
import { notFound } from '../http/problem.ts';
import { newRoutes } from '../http/routes.ts';
import { imageKey } from './file.ts';
import type { Files } from './files.ts';
import { getImage } from './schema.ts';

export function fileRoutes({ files }: { files: Files }): OpenAPIHono<HttpEnv> {
  return newRoutes().openapi(getImage, async (c) => {
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
}

const imageHeaders = {
  'content-type': 'image/webp',
  'cache-control': 'public, max-age=31536000, immutable',
  'content-disposition': 'inline',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  // Widgets show these images on pages of other origins.
  'cross-origin-resource-policy': 'cross-origin',
};

function sizeOf(name: string): number {
  return Number(/^([1-9]\d{0,4})\.webp$/.exec(name)?.[1]);
}
