import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from './deps.ts';
import { choiceRoutes } from './insight/reports/choices/routes.ts';
import { exportRoutes } from './insight/reports/exports/routes.ts';
import { watchExports } from './insight/reports/exports/watch-exports.ts';
import { createReportReader } from './insight/reports/reading/report-reader.ts';
import { reportRoutes } from './insight/reports/routes.ts';
import { viewRoutes } from './insight/reports/views/routes.ts';
import type { Identity } from './platform/auth/identity.ts';
import type { HttpEnv } from './platform/http/environment.ts';

export type InsightDeps = Deps & Pick<Identity, 'authority' | 'directory' | 'site'>;

/** What all the others keep, read together: reports. */
export type Insight = { routes: readonly OpenAPIHono<HttpEnv>[]; watch(): void };

export function assembleInsight(assembled: InsightDeps): Insight {
  const deps = { ...assembled, reader: createReportReader(assembled.database.address) };
  return {
    // Before the reports, whose names they would be taken for.
    routes: [choiceRoutes(deps), exportRoutes(deps), viewRoutes(deps), reportRoutes(deps)],
    watch() {
      watchExports(deps, async () => {});
    },
  };
}
