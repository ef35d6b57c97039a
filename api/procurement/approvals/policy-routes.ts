import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireRole } from '../../platform/auth/require-role.ts';
import type { Database, Executor } from '../../platform/database/database.ts';
import { type HttpContext, type HttpEnv, requireScope } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { requireFeature } from '../../platform/tenants/require-feature.ts';
import type { ApprovalDeps } from './approval-deps.ts';
import { type Change, discardDraft, publishPolicy, saveDraft } from './change-policy.ts';
import { delegate, endDelegation } from './delegate.ts';
import * as delegations from './delegation-schema.ts';
import { requireApprover, requireReader } from './grants.ts';
import * as definitions from './policy-schema.ts';
import { findPolicyRow } from './policy-store.ts';
import { getDelegation, readDelegations } from './read-delegations.ts';
import { policyWriters, provePolicy, readApprovalPolicy, readVersion } from './read-policy.ts';

export type ApprovalPolicyRouteDeps = ApprovalDeps & { database: Database };

/** Rules and who stands in for whom: settings of a tenant, at the portal. */
export function approvalPolicyRoutes(deps: ApprovalPolicyRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  const change = async (c: HttpContext, run: (trx: Executor, change: Change) => Promise<unknown>) => {
    const { scope, personId } = requireWriter(c);
    const revision = (await findPolicyRow(db, scope))?.revision ?? 0;
    requireIfMatch(c, etagOf(scope.tenantId, revision));
    const doer = { actor: c.get('actor'), requestId: c.get('requestId') };
    await database.transaction((trx) => run(trx, { scope, doer, personId, revision }));
    return answer(c);
  };

  const answer = async (c: HttpContext) => {
    const { scope, person } = requireReader(c, clock.now());
    const body = await readApprovalPolicy(db, scope, person, clock.now());
    return { body, etag: etagOf(scope.tenantId, body.revision) };
  };

  routes.openapi(definitions.getPolicyRoute, async (c) => {
    requirePolicyReader(c);
    const { body, etag } = await answer(c);
    return c.json(body, 200, { etag });
  });

  routes.openapi(definitions.putPolicyRoute, async (c) => {
    const { body, etag } = await change(c, (trx, by) => saveDraft(trx, deps, by, c.req.valid('json')));
    return c.json(body, 200, { etag });
  });

  routes.openapi(definitions.discardDraftRoute, async (c) => {
    const { body, etag } = await change(c, (trx, by) => discardDraft(trx, deps, by));
    return c.json(body, 200, { etag });
  });

  routes.openapi(definitions.publishPolicyRoute, async (c) => {
    const { body, etag } = await change(c, (trx, by) => publishPolicy(trx, deps, by, c.req.valid('json').note));
    return c.json(body, 200, { etag });
  });

  routes.openapi(definitions.getVersionRoute, async (c) => {
    requirePolicyReader(c);
    return c.json(await readVersion(db, requireScope(c), c.req.valid('param').version), 200);
  });

  routes.openapi(definitions.provePolicyRoute, async (c) => {
    const { scope } = requireWriter(c);
    return c.json(await provePolicy(db, scope, c.req.valid('json'), clock.now()), 200);
  });

  routes.openapi(delegations.listDelegationsRoute, async (c) => {
    const { scope, person } = requireReader(c, clock.now(), 'portal');
    return c.json(await readDelegations(db, scope, person, clock.now(), c.req.valid('query').view), 200);
  });

  routes.openapi(delegations.createDelegationRoute, async (c) => {
    const { scope, person } = requireApprover(c, clock.now(), 'portal');
    const { fromPersonId = person.personId, startsAt, endsAt, ...asked } = c.req.valid('json');
    const doer = { actor: c.get('actor'), requestId: c.get('requestId') };
    const span = { startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) };
    const id = await database.transaction((trx) =>
      delegate(trx, deps, scope, person, doer, { ...asked, ...span, fromPersonId }),
    );
    return c.json(await getDelegation(db, scope, person, clock.now(), id), 201);
  });

  routes.openapi(delegations.endDelegationRoute, async (c) => {
    const { scope, person } = requireApprover(c, clock.now(), 'portal');
    const { id } = c.req.valid('param');
    const doer = { actor: c.get('actor'), requestId: c.get('requestId') };
    await database.transaction((trx) => endDelegation(trx, deps, scope, person, doer, id));
    return c.json(await getDelegation(db, scope, person, clock.now(), id), 200);
  });

  return routes;
}

/** @throws 401, 403, 404 */
function requireWriter(c: HttpContext) {
  const { personId } = requireRole(c, ...policyWriters);
  requireFeature(c, 'approvals');
  return { scope: requireScope(c), personId };
}

/** Whoever it concerns reads the rules; changing them is for admins. @throws 401, 403, 404 */
function requirePolicyReader(c: HttpContext) {
  requireRole(c, 'owner', 'accountAdmin', 'financeAdmin', 'approver', 'auditor', 'hiringManager');
  requireFeature(c, 'approvals');
}

function etagOf(tenantId: string, revision: number): string {
  return revisionEtag(`approval-policy.${tenantId}`, revision);
}
