import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import type { HttpEnv } from '../../platform/http/environment.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { requireContractManager, requireContractReader } from '../grants.ts';
import { cancelContract } from './cancel-contract.ts';
import {
  answerFreelancer,
  answerTeam,
  brandOf,
  type ContractRouteDeps,
  doerOf,
  ownContract,
} from './contract-answers.ts';
import * as present from './present-contract.ts';
import * as definitions from './schema.ts';
import { type ContractPlace, getContractRow, listContracts, listContractsOf } from './store.ts';
import type { ContractRow } from './table.ts';

const read = 'contractStatus.read';

export function contractRoutes(deps: ContractRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, cursors } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listContractsRoute, async (c) => {
    const { scope } = requireContractReader(c, read);
    const { state, limit, cursor } = c.req.valid('query');
    const binding = `contracts ${scope.tenantId} ${state}`;
    const after = cursor ? (cursors.decode(binding, cursor) as ContractPlace) : undefined;
    const rows = await listContracts(db, scope, { state, after, limit });
    const freelancers = await readFreelancerRows(
      db,
      rows.map(({ freelancerId }) => freelancerId),
    );
    const items = rows.map((row) => present.presentSummary(row, freelancers.get(row.freelancerId)));
    return c.json({ items, nextCursor: nextCursor(cursors, binding, rows, limit) }, 200);
  });

  routes.openapi(definitions.getContractRoute, async (c) => {
    const { scope } = requireContractReader(c, read);
    const row = await getContractRow(db, scope, c.req.valid('param').id);
    return c.json(await answerTeam(db, row), 200);
  });

  routes.openapi(definitions.cancelContractRoute, async (c) => {
    const { scope } = requireContractManager(c, 'contractStatus.manage');
    const { id } = c.req.valid('param');
    const { reason } = c.req.valid('json');
    const row = await database.transaction(async (trx) =>
      cancelContract(trx, deps, scope, doerOf(c), await getContractRow(trx, scope, id), reason),
    );
    return c.json(await answerTeam(db, row), 200);
  });

  routes.openapi(definitions.contractTimelineRoute, async (c) => {
    const { scope } = requireContractReader(c, read);
    const { id } = await getContractRow(db, scope, c.req.valid('param').id);
    return c.json({ items: await readTimeline(db, scope, { kind: 'contract', id }, 'team') }, 200);
  });

  routes.openapi(definitions.listMyContractsRoute, async (c) => {
    const { freelancer, tenant } = requireFreelancer(c);
    const { state, limit, cursor } = c.req.valid('query');
    const binding = `contracts ${freelancer.freelancerId} ${tenant?.tenantId} ${state}`;
    const after = cursor ? (cursors.decode(binding, cursor) as ContractPlace) : undefined;
    const rows = await listContractsOf(db, freelancer, tenant, { state, after, limit });
    const items = await Promise.all(rows.map(async (row) => present.presentOwnSummary(row, await brandOf(deps, row))));
    return c.json({ items, nextCursor: nextCursor(cursors, binding, rows, limit) }, 200);
  });

  routes.openapi(definitions.getMyContractRoute, async (c) => {
    const row = await ownContract(db, requireFreelancer(c), c.req.valid('param').id);
    return c.json(await answerFreelancer(db, deps, row), 200);
  });

  routes.openapi(definitions.cancelMyContractRoute, async (c) => {
    const acting = requireFreelancer(c);
    const { id } = c.req.valid('param');
    const { reason } = c.req.valid('json');
    const row = await database.transaction(async (trx) => {
      const contract = await ownContract(trx, acting, id);
      return cancelContract(trx, deps, tenantOfFound(acting.freelancer, contract), doerOf(c), contract, reason);
    });
    return c.json(await answerFreelancer(db, deps, row), 200);
  });

  routes.openapi(definitions.myContractTimelineRoute, async (c) => {
    const acting = requireFreelancer(c);
    const row = await ownContract(db, acting, c.req.valid('param').id);
    const scope = tenantOfFound(acting.freelancer, row);
    return c.json({ items: await readTimeline(db, scope, { kind: 'contract', id: row.id }, 'freelancer') }, 200);
  });

  return routes;
}

function nextCursor(cursors: Cursors, binding: string, rows: readonly ContractRow[], limit: number): string | null {
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return last ? cursors.encode(binding, { createdAt: last.createdAt, id: last.id }) : null;
}
