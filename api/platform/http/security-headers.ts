import { createMiddleware } from 'hono/factory';
import type { HttpEnv } from './environment.ts';

const headers: readonly (readonly [name: string, value: string])[] = [
  ['cross-origin-resource-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['origin-agent-cluster', '?1'],
  ['referrer-policy', 'no-referrer'],
  // On a company's own domain names below it are not ours to promise anything for.
  ['strict-transport-security', 'max-age=31536000'],
  ['x-content-type-options', 'nosniff'],
  ['x-dns-prefetch-control', 'off'],
  ['x-download-options', 'noopen'],
  ['x-frame-options', 'SAMEORIGIN'],
  ['x-permitted-cross-domain-policies', 'none'],
  ['x-xss-protection', '0'],
];

/**
 * The headers of hono/secure-headers, set before the handler instead of after it, so that a finished answer
 * stays as the handler made it. A handler that sets one itself wins.
 */
export const securityHeaders = createMiddleware<HttpEnv>(async (c, next) => {
  for (const [name, value] of headers) c.header(name, value);
  await next();
  const answer = c.res.headers;
  if (answer.has('x-content-type-options')) return;
  // An answer that was not made by Hono's context knows nothing of what was set on it.
  for (const [name, value] of headers) if (!answer.has(name)) answer.set(name, value);
});
