import { Hono } from 'hono';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { HttpEnv } from '../http/environment.ts';
import type { Metrics } from './metrics.ts';

/** Something that must be done before requests are welcome: `search index is loading`. */
export type Readiness = { name: string; isReady: () => boolean };

export type OperationDeps = { database: Database; metrics: Metrics; readiness: readonly Readiness[] };

/** For the machine that runs the process; a proxy keeps `/metrics` from the public. */
export function operationRoutes({ database, metrics, readiness }: OperationDeps): Hono<HttpEnv> {
  return new Hono<HttpEnv>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      const waitingFor = readiness.filter(({ isReady }) => !isReady()).map(({ name }) => name);
      const reachable = await sql`select 1`.execute(database.db).then(
        () => true,
        () => false,
      );
      if (!reachable) waitingFor.push('database');
      return c.json(
        { status: waitingFor.length === 0 ? 'ready' : 'waiting', waitingFor },
        waitingFor.length === 0 ? 200 : 503,
      );
    })
    .get('/metrics', async (c) =>
      c.text(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType }),
    );
}
