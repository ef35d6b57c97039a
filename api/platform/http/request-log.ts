import { createMiddleware } from 'hono/factory';
import type { Logger } from 'pino';
import type { HttpEnv } from './environment.ts';

/** One structured line a request. Paths only: queries may hold names and tokens. */
export function requestLog(log: Logger) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    const requestLogger = log.child({ requestId: c.get('requestId') });
    c.set('log', requestLogger);
    const startedMs = performance.now();
    await next();
    requestLogger.info(
      {
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
