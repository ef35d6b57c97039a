import type { OpenAPIHono } from '@hono/zod-openapi';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Database } from '../../platform/database/database.ts';
import type { HttpEnv } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { doerOf } from '../contracts/contract-answers.ts';
import { getContract } from '../contracts/read-contracts.ts';
import { requireContractManager, requireContractReader } from '../grants.ts';
import type { TimeDeps } from '../timesheets/deps.ts';
import { activityCodesMax } from './activity-code.ts';
import { tileOf } from './read-codes.ts';
import * as definitions from './schema.ts';
import { findCode, insertCodeOnce, listCodes, updateCode } from './store.ts';
import type { ActivityCodeRow } from './table.ts';

/** The client keeps them; freelancers see those of their contracts with the contracts. */
export function activityCodeRoutes(deps: TimeDeps & { database: Database }): OpenAPIHono<HttpEnv> {
  const { database, clock, newId } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listActivityCodesRoute, async (c) => {
    const { scope } = requireContractReader(c);
    const { contractId } = c.req.valid('query');
    if (contractId !== undefined) await getContract(db, scope, contractId);
    const rows = await listCodes(db, scope, contractId === undefined ? [] : [contractId]);
    return c.json({ items: rows.map(present) }, 200);
  });

  routes.openapi(definitions.addActivityCodeRoute, async (c) => {
    const { scope } = requireContractManager(c);
    const { code, name, contractId } = c.req.valid('json');
    const row = await database.transaction(async (trx) => {
      if (contractId !== null) await getContract(trx, scope, contractId);
      const known = await listCodes(trx, scope, contractId === null ? [] : [contractId]);
      if (known.length >= activityCodesMax) throw tooMany();
      const { tenantId } = scope;
      const own = {
        code: code.normalize('NFC'),
        name,
        contractId: contractId ?? '',
        isArchived: 0,
        revision: 1,
      } as const;
      const added: ActivityCodeRow = { ...own, id: newId('ac'), tenantId, createdAt: clock.now() };
      if (!(await insertCodeOnce(trx, added))) throw codeTaken();
      const object = { kind: 'activityCode', id: added.id };
      await recordAudit(trx, deps, scope, doerOf(c), {
        action: 'activityCode.added',
        object,
        details: { code, name, contractId },
        before: null,
        after: own,
      });
      return added;
    });
    return c.json(present(row), 201, { etag: etagOf(row) });
  });

  routes.openapi(definitions.changeActivityCodeRoute, async (c) => {
    const { scope } = requireContractManager(c);
    const { id } = c.req.valid('param');
    const { name, isArchived } = c.req.valid('json');
    const row = await database.transaction(async (trx) => {
      const found = await findCode(trx, scope, id);
      if (!found) throw notFound();
      requireIfMatch(c, etagOf(found));
      const change = {
        ...(name && { name }),
        ...(isArchived !== undefined && ({ isArchived: isArchived ? 1 : 0 } as const)),
      };
      if (!(await updateCode(trx, scope, found, change))) requireIfMatch(c, '');
      const object = { kind: 'activityCode', id };
      await recordAudit(trx, deps, scope, doerOf(c), {
        action: 'activityCode.changed',
        object,
        details: { name, isArchived },
        before: found,
        after: { ...found, ...change, revision: found.revision + 1 },
      });
      return { ...found, ...change, revision: found.revision + 1 };
    });
    return c.json(present(row), 200, { etag: etagOf(row) });
  });

  return routes;
}

function present(row: ActivityCodeRow): definitions.ActivityCode {
  const contractId = row.contractId === '' ? null : row.contractId;
  return { ...tileOf(row), contractId, isArchived: row.isArchived === 1, etag: etagOf(row) };
}

const etagOf = ({ id, revision }: ActivityCodeRow) => revisionEtag(id, revision);

const codeTaken = () =>
  conflict(
    'activity_code_taken',
    'There is an activity code of this name already; nothing was added. Take it out of the archive or name it otherwise.',
  );
const tooMany = () =>
  conflict('too_many_activity_codes', `There are ${activityCodesMax} activity codes already; nothing was added.`);
