import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from './deps.ts';
import type { Identity } from './platform/auth/identity.ts';
import type { HttpEnv } from './platform/http/environment.ts';
import { classificationRoutes } from './procurement/classification/routes.ts';
import { complianceDocumentRoutes } from './procurement/compliance-documents/routes.ts';
import { watchScans } from './procurement/compliance-documents/watch-scans.ts';
import { operatorOnboardingRoutes, ownOnboardingRoutes } from './procurement/onboarding/own-routes.ts';
import { onboardingRoutes } from './procurement/onboarding/team-routes.ts';
import { onboardingTemplateRoutes } from './procurement/onboarding/template-routes.ts';
import { watchChecks } from './procurement/onboarding/watch-checks.ts';
import { watchOnboarding } from './procurement/onboarding/watch-onboarding.ts';

/** What is to be done before work, how people are classified, and the papers that come of it. */
export type Onboarding = { routes: readonly OpenAPIHono<HttpEnv>[]; watch(): void };

export function assembleOnboarding(deps: Deps & Pick<Identity, 'directory'>): Onboarding {
  const whole = { ...deps, hasScanner: deps.virusScanner !== undefined };
  return {
    routes: [
      onboardingTemplateRoutes(whole),
      onboardingRoutes(whole),
      ownOnboardingRoutes(whole),
      operatorOnboardingRoutes(whole),
      classificationRoutes(whole),
      complianceDocumentRoutes(whole),
    ],
    watch() {
      watchOnboarding(whole);
      watchChecks(whole);
      watchScans(whole);
    },
  };
}
