import { getConnInfo } from '@hono/node-server/conninfo';
import { createMiddleware } from 'hono/factory';
import type { HttpEnv } from './environment.ts';

/** The socket's address, or the nearest hop that no configured proxy wrote; likewise the host that was asked for. */
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
      const host = hostIn(c.req.header('x-forwarded-host'));
      if (host) c.set('forwardedHost', host);
    }
    await next();
  });
}

/** Without its port: that is the installation's own. The last proxy's word counts, as it does for addresses. */
function hostIn(header: string | undefined): string | undefined {
  const last = header?.split(',').at(-1)?.trim().toLowerCase();
  return last ? (URL.parse(`http://${last}`)?.hostname ?? undefined) : undefined;
}
