import { createMiddleware } from 'hono/factory';
import type { Clock } from '../clock/clock.ts';
import type { HttpEnv } from './environment.ts';

/** RFC 9110 §6.6.1 by the clock that rules go by, so that a page can say "in two days" also where a demo's clock is ahead. */
export function dateHeader(clock: Clock) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    await next();
    c.res.headers.set('date', new Date(clock.now()).toUTCString());
  });
}
