import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from './deps.ts';
import { choiceRoutes } from './insight/reports/choices/routes.ts';
import { createReportReader } from './insight/reports/reading/report-reader.ts';
import { reportRoutes } from './insight/reports/routes.ts';
import type { Identity } from './platform/auth/identity.ts';
import type { HttpEnv } from './platform/http/environment.ts';

export type InsightDeps = Deps & Pick<Identity, 'authority' | 'directory' | 'site'>;

/** What all the others keep, read together: reports. */
export type Insight = { routes: readonly OpenAPIHono<HttpEnv>[]; watch(): void };

export function assembleInsight(assembled: InsightDeps): Insight {
  const deps = { ...assembled, reader: createReportReader(assembled.database.address) };
  return { routes: [choiceRoutes(deps), reportRoutes(deps)], watch() {} };
}
