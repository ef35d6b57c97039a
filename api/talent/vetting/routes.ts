import type { OpenAPIHono } from '@hono/zod-openapi';
import type { HttpEnv } from '../../platform/http/environment.ts';
import { deskDefinitions } from './desk-definitions.ts';
import { deskRoutes } from './desk-routes.ts';
import { freelancerVettingRoutes } from './freelancer-routes.ts';
import { programRoutes } from './program-routes.ts';
import type { VettingRouteDeps } from './route-deps.ts';
import { slotRoutes } from './slot-routes.ts';

/** The installation’s desk, every tenant’s, and the freelancer’s side. */
export function vettingRoutes(deps: VettingRouteDeps): OpenAPIHono<HttpEnv>[] {
  const desks = [
    { kind: 'operator', definitions: deskDefinitions('/v1/operator/vetting') },
    { kind: 'tenant', definitions: deskDefinitions('/v1/vetting') },
  ] as const;
  return [
    ...desks.flatMap(({ kind, definitions }) => [
      deskRoutes(deps, kind, definitions),
      programRoutes(deps, kind, definitions),
      slotRoutes(deps, kind, definitions),
    ]),
    freelancerVettingRoutes(deps),
  ];
}
