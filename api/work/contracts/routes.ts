import type { OpenAPIHono } from '@hono/zod-openapi';
import { hasRole, isMember, type MemberRole, type Person } from '../../platform/auth/actor.ts';
import { type ActingFreelancer, requireFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import { peopleById } from '../../platform/auth/people.ts';
import type { Database, Executor } from '../../platform/database/database.ts';
import { type HttpContext, type HttpEnv, requirePerson, requireScope } from '../../platform/http/environment.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { forbidden, notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { cancelContract } from './cancel-contract.ts';
import type { ContractDeps } from './open-contract.ts';
import * as present from './present-contract.ts';
import * as definitions from './schema.ts';
import { type ContractPlace, findContract, findContractOf, listContracts, listContractsOf } from './store.ts';
import type { ContractRow } from './table.ts';

export type ContractRouteDeps = ContractDeps & {
  database: Database;
  cursors: Cursors;
  directory: Pick<TenantDirectory, 'byId'>;
};

/** Who may call one off for the client: the roles that make offers. */
const enders = ['owner', 'accountAdmin', 'hiringManager'] as const satisfies MemberRole[];

export function contractRoutes(deps: ContractRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, cursors } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listContractsRoute, async (c) => {
    const { scope } = requireMember(c);
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
    const { scope } = requireMember(c);
    const row = found(await findContract(db, scope, c.req.valid('param').id));
    return c.json(await presentForTeam(db, row), 200);
  });

  routes.openapi(definitions.cancelContractRoute, async (c) => {
    const { scope, person } = requireMember(c);
    if (!hasRole(person, ...enders)) throw forbidden('Your role reads contracts but does not cancel them.');
    const { id } = c.req.valid('param');
    const { reason } = c.req.valid('json');
    const row = await database.transaction(async (trx) =>
      cancelContract(trx, deps, scope, doerOf(c), found(await findContract(trx, scope, id)), reason),
    );
    return c.json(await presentForTeam(db, row), 200);
  });

  routes.openapi(definitions.contractTimelineRoute, async (c) => {
    const { scope } = requireMember(c);
    const { id } = found(await findContract(db, scope, c.req.valid('param').id));
    return c.json({ items: await readTimeline(db, scope, { kind: 'contract', id }, 'team') }, 200);
  });

  routes.openapi(definitions.listMyContractsRoute, async (c) => {
    const { freelancer, tenant } = requireFreelancer(c);
    const { state, limit, cursor } = c.req.valid('query');
    const binding = `contracts ${freelancer.freelancerId} ${tenant?.tenantId} ${state}`;
    const after = cursor ? (cursors.decode(binding, cursor) as ContractPlace) : undefined;
    const rows = await listContractsOf(db, freelancer, tenant, { state, after, limit });
    const items = await Promise.all(rows.map(async (row) => present.presentOwnSummary(row, await brandOf(row))));
    return c.json({ items, nextCursor: nextCursor(cursors, binding, rows, limit) }, 200);
  });

  routes.openapi(definitions.getMyContractRoute, async (c) => {
    const row = await ownContract(db, requireFreelancer(c), c.req.valid('param').id);
    return c.json(present.presentOwn(row, await brandOf(row), await signersOf(db, row)), 200);
  });

  routes.openapi(definitions.cancelMyContractRoute, async (c) => {
    const acting = requireFreelancer(c);
    const { id } = c.req.valid('param');
    const { reason } = c.req.valid('json');
    const row = await database.transaction(async (trx) => {
      const contract = await ownContract(trx, acting, id);
      return cancelContract(trx, deps, tenantOfFound(acting.freelancer, contract), doerOf(c), contract, reason);
    });
    return c.json(present.presentOwn(row, await brandOf(row), await signersOf(db, row)), 200);
  });

  routes.openapi(definitions.myContractTimelineRoute, async (c) => {
    const acting = requireFreelancer(c);
    const row = await ownContract(db, acting, c.req.valid('param').id);
    const scope = tenantOfFound(acting.freelancer, row);
    return c.json({ items: await readTimeline(db, scope, { kind: 'contract', id: row.id }, 'freelancer') }, 200);
  });

  async function brandOf({ tenantId }: ContractRow): Promise<present.ClientBrand> {
    const tenant = await deps.directory.byId(tenantId);
    return { name: tenant?.brandName ?? '', logoUrl: tenant?.logoUrl ?? null };
  }

  return routes;
}

/** Somebody of the tenant at the portal: contracts are in no widget yet. @throws 401, 403, 404 */
function requireMember(c: HttpContext): { scope: TenantScope; person: Person } {
  const person = requirePerson(c);
  const scope = requireScope(c);
  if (!isMember(person)) throw forbidden('Only people of this company see its contracts.');
  if (person.via.kind !== 'cookie') throw forbidden('This is done in the portal, not in a widget.');
  return { scope, person };
}

async function ownContract(db: Executor, { freelancer, tenant }: ActingFreelancer, id: string): Promise<ContractRow> {
  return found(await findContractOf(db, freelancer, tenant, id));
}

function found(row: ContractRow | undefined): ContractRow {
  if (!row) throw notFound();
  return row;
}

async function presentForTeam(db: Executor, row: ContractRow): Promise<definitions.Contract> {
  const freelancers = await readFreelancerRows(db, [row.freelancerId]);
  return present.presentContract(row, freelancers.get(row.freelancerId), await signersOf(db, row));
}

async function signersOf(db: Executor, row: ContractRow): Promise<present.SignerNames> {
  const people = await peopleById(db, [row.clientPersonId, row.freelancerPersonId]);
  return {
    signedByClient: people.get(row.clientPersonId)?.name ?? '',
    signedByFreelancer: people.get(row.freelancerPersonId)?.name ?? '',
  };
}

function nextCursor(cursors: Cursors, binding: string, rows: readonly ContractRow[], limit: number): string | null {
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return last ? cursors.encode(binding, { createdAt: last.createdAt, id: last.id }) : null;
}

function doerOf(c: HttpContext) {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}
