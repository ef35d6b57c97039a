import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import type { HttpEnv } from '../http/environment.ts';

const info = {
  openapi: '3.1.0',
  info: {
    title: 'Hiring API',
    version: '1.0.0',
    description:
      'Talent, jobs, contracts and money of one installation. Every path also answers under `/t/{tenant}`. ' +
      'Errors are RFC 9457 problems with a stable `code` and the `requestId`.',
  },
} as const;

/** The document that clients are generated from; also written to `api/openapi.json` and compared. */
export function openApiDocument(http: OpenAPIHono<HttpEnv>): object {
  http.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'session',
  });
  http.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'A widget session token, a tenant’s secret key (`sk_…`) or publishable key (`pk_…`).',
  });
  return http.getOpenAPI31Document(info);
}

/** `/v1/openapi.json` and a page to browse it, from our own origin. */
export function apiReference(http: OpenAPIHono<HttpEnv>): Hono<HttpEnv> {
  let document: object | undefined;
  const swaggerFolder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  return new Hono<HttpEnv>()
    .get('/v1/openapi.json', (c) => {
      document ??= openApiDocument(http);
      return c.json(document);
    })
    .get('/v1/reference', (c) => c.redirect(`${new URL(c.req.url).pathname}/`))
    .get('/v1/reference/', (c) =>
      c.html(page, 200, {
        // Swagger UI sets style attributes and data: icons; its page holds no data of anybody.
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
      }),
    )
    .get('/v1/reference/start.js', (c) => c.body(start, 200, { 'content-type': 'text/javascript' }))
    .use(
      '/v1/reference/*',
      serveStatic({ root: swaggerFolder, rewriteRequestPath: (path) => path.replace(/^.*?\/v1\/reference/, '') }),
    );
}

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference</title><link rel="stylesheet" href="swagger-ui.css"></head>
<body><main id="reference"></main><script src="swagger-ui-bundle.js"></script><script src="start.js"></script></body>
</html>`;

const start = `SwaggerUIBundle({ url: '../openapi.json', dom_id: '#reference', deepLinking: true, tryItOutEnabled: true, docExpansion: 'none', filter: true });`;
