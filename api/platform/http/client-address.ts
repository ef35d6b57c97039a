import { getConnInfo } from '@hono/node-server/conninfo';
import { createMiddleware } from 'hono/factory';
import type { HttpEnv } from './environment.ts';

/** The socket's address, or the nearest hop that no configured proxy wrote. */
export function clientAddress(trustedProxies: readonly string[]) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    // app.request() in tests has no socket.
    const socket = (c.env as { incoming?: unknown } | undefined)?.incoming
      ? (getConnInfo(c).remote.address ?? '')
      : 'local';
    c.set('clientAddress', socket);
    if (trustedProxies.includes(socket)) {
      const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
      const nearest = hops.reverse().find((hop) => hop !== '' && !trustedProxies.includes(hop));
      if (nearest) c.set('clientAddress', nearest);
    }
    await next();
  });
}
