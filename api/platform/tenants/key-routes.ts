import type { OpenAPIHono } from '@hono/zod-openapi';
import { type PersonName, peopleById } from '../auth/people.ts';
import { requireFreshSignIn, requireRole } from '../auth/require-role.ts';
import { isoInstant } from '../clock/clock.ts';
import { embedPolicy } from '../embed-observations/policy.ts';
import { type HttpContext, type HttpEnv, requireScope } from '../http/environment.ts';
import { newRoutes } from '../http/routes.ts';
import { readPolicy } from '../policies/read-policy.ts';
import { createKey, revokeKey, rotateKey } from './change-keys.ts';
import type { TenantCommandDeps } from './command-deps.ts';
import { listKeys } from './key-store.ts';
import { warningsOf } from './key-warnings.ts';
import { deleteKey, type KeyBody, listKeysRoute, postKey, postRotation } from './schema.ts';
import type { ApiKeyRow } from './table.ts';

export function keyRoutes(deps: TenantCommandDeps): OpenAPIHono<HttpEnv> {
  /** Who may handle keys, and has just shown that it is them. */
  const keyHolder = (c: HttpContext) => {
    const actor = requireRole(c, 'owner', 'accountAdmin');
    requireFreshSignIn(actor, deps.clock);
    return { actor, requestId: c.get('requestId') };
  };
  const shownOnce = { 'cache-control': 'no-store' };

  return newRoutes()
    .openapi(listKeysRoute, async (c) => {
      const scope = requireScope(c);
      requireRole(c, 'owner', 'accountAdmin', 'auditor');
      const { db } = deps.database;
      const [rows, policy] = await Promise.all([listKeys(db, scope), readPolicy(db, scope, embedPolicy)]);
      const makers = await peopleById(db, [...new Set(rows.map(({ createdBy }) => createdBy))]);
      return c.json({ items: rows.map((row) => presentKey(row, makers, policy, deps.clock.now())) }, 200);
    })
    .openapi(postKey, async (c) => {
      const scope = requireScope(c);
      return c.json(await createKey(deps, scope, keyHolder(c), c.req.valid('json')), 201, shownOnce);
    })
    .openapi(postRotation, async (c) => {
      const scope = requireScope(c);
      const { overlapSeconds } = c.req.valid('json');
      const made = await rotateKey(deps, scope, keyHolder(c), c.req.valid('param').id, overlapSeconds);
      return c.json(made, 201, shownOnce);
    })
    .openapi(deleteKey, async (c) => {
      const scope = requireScope(c);
      await revokeKey(deps, scope, keyHolder(c), c.req.valid('param').id);
      return c.body(null, 204);
    });
}

function presentKey(
  row: ApiKeyRow,
  makers: ReadonlyMap<string, PersonName>,
  policy: Parameters<typeof warningsOf>[1],
  nowMs: number,
): KeyBody {
  const instant = (epochMs: number | null) => (epochMs === null ? null : isoInstant(epochMs));
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    start: row.start,
    createdAt: isoInstant(row.createdAt),
    createdBy: makers.get(row.createdBy)?.name ?? null,
    lastUsedAt: instant(row.lastUsedAt),
    lastUse:
      row.lastOperation !== null && row.lastUsedFrom !== null
        ? { operation: row.lastOperation, from: row.lastUsedFrom }
        : null,
    expiresAt: instant(row.expiresAt),
    revokedAt: instant(row.revokedAt),
    replacedById: row.replacedById,
    warnings: warningsOf(row, policy, nowMs),
  };
}
