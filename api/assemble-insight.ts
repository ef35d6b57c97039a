import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from './deps.ts';
import type { Identity } from './platform/auth/identity.ts';
import type { HttpEnv } from './platform/http/environment.ts';

export type InsightDeps = Deps & Pick<Identity, 'authority' | 'directory' | 'site'>;

/** What all the others keep, read together: reports. */
export type Insight = { routes: readonly OpenAPIHono<HttpEnv>[]; watch(): void };

export function assembleInsight(_deps: InsightDeps): Insight {
  return { routes: [], watch() {} };
}
