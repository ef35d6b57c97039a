import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from './deps.ts';
import { choiceRoutes } from './insight/reports/choices/routes.ts';
import { exportRoutes } from './insight/reports/exports/routes.ts';
import { type ExportMaker, watchExports } from './insight/reports/exports/watch-exports.ts';
import { createReportReader } from './insight/reports/reading/report-reader.ts';
import { reportRoutes } from './insight/reports/routes.ts';
import { scheduleRoutes } from './insight/reports/schedules/routes.ts';
import { deliverWhenMade, watchSchedules } from './insight/reports/schedules/watch-schedules.ts';
import { viewRoutes } from './insight/reports/views/routes.ts';
import type { Identity } from './platform/auth/identity.ts';
import type { HttpEnv } from './platform/http/environment.ts';
import { createOutbound } from './platform/webhooks/outbound.ts';

export type InsightDeps = Deps & Pick<Identity, 'authority' | 'directory' | 'site'>;

/** What all the others keep, read together: reports. */
export type Insight = {
  routes: readonly OpenAPIHono<HttpEnv>[];
  watch(): void;
  reports: Reports;
};
/** Work beside requests: waited for before the database is closed. */
export type Reports = { settled(): Promise<void>; close(): Promise<void> };

export function assembleInsight(assembled: InsightDeps): Insight {
  const reader = createReportReader(assembled.database.address);
  const deps = { ...assembled, reader, outbound: assembled.outbound ?? createOutbound() };
  let maker: ExportMaker | undefined;
  const settled = async () => maker?.settled();
  return {
    // Before the reports, whose names they would be taken for.
    routes: [choiceRoutes(deps), exportRoutes(deps), viewRoutes(deps), scheduleRoutes(deps), reportRoutes(deps)],
    watch() {
      maker = watchExports(deps, deliverWhenMade(deps));
      watchSchedules(deps);
    },
    reports: { settled, close: reader.close },
  };
}
