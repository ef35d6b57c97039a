import { createMiddleware } from 'hono/factory';
import type { Logger } from 'pino';
import type { HttpContext, HttpEnv } from './environment.ts';

/** One structured line a request. Paths only: queries may hold names and tokens. */
export function requestLog(log: Logger) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    c.set('log', log);
    const startedMs = performance.now();
    await next();
    log.info(
      {
        requestId: c.get('requestId'),
        method: c.req.method,
        path: c.req.path,
        status: c.res.status,
        durationMs: Math.round(performance.now() - startedMs),
        tenant: c.get('tenant')?.id,
      },
      'request',
    );
  });
}

/** The log of one request, made when something is to be said: most requests say nothing of their own. */
export function logOf(c: HttpContext): Logger | undefined {
  return c.get('log')?.child({ requestId: c.get('requestId') });
}
