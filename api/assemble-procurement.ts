import type { OpenAPIHono } from '@hono/zod-openapi';
import { assembleOnboarding } from './assemble-onboarding.ts';
import { assembleSpending } from './assemble-spending.ts';
import type { HttpEnv } from './platform/http/environment.ts';
import type { ProcurementDeps } from './procurement-deps.ts';

/** What may be spent and what must be done before work: budgets, purchase orders, onboarding. */
export type Procurement = { routes: readonly OpenAPIHono<HttpEnv>[]; watch(): void };

export function assembleProcurement(deps: ProcurementDeps): Procurement {
  const onboarding = assembleOnboarding(deps);
  const spending = assembleSpending(deps);
  return {
    routes: [...onboarding.routes, ...spending.routes],
    watch() {
      onboarding.watch();
      spending.watch();
    },
  };
}
