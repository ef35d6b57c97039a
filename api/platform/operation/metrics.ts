import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { HttpEnv } from '../http/environment.ts';

export type Metrics = { registry: Registry; requests: Histogram<'method' | 'route' | 'status'> };

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of HTTP requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    registers: [registry],
  });
  return { registry, requests };
}

/** Labels by route pattern, never by path: ids would make the label set grow without end. */
export function measured({ requests }: Metrics) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    const startedMs = performance.now();
    await next();
    requests.observe(
      { method: c.req.method, route: routePath(c, -1), status: c.res.status },
      (performance.now() - startedMs) / 1000,
    );
  });
}
