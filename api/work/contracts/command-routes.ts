import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Doer } from '../../platform/audit/record-audit.ts';
import { isOperator } from '../../platform/auth/actor.ts';
import { requireFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type HttpContext, type HttpEnv, requirePerson } from '../../platform/http/environment.ts';
import { forbidden, notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { requireContractManager } from '../grants.ts';
import { answerFreelancer, answerTeam, type ContractRouteDeps, doerOf, ownContract } from './contract-answers.ts';
import { type EndDeps, endContract } from './end-contract.ts';
import { holdContract, liftHold, pauseContract, resumeContract } from './pause-contract.ts';
import { listPauses } from './pause-store.ts';
import * as definitions from './route-definitions.ts';
import { findContracts, getContractRow } from './store.ts';
import type { ContractRow } from './table.ts';

const manage = 'contractStatus.manage';

type Command = (trx: Executor, scope: TenantScope, doer: Doer, contract: ContractRow) => Promise<ContractRow>;

/** Pausing, ending, holding: each by the side it belongs to. */
export function contractCommandRoutes(deps: ContractRouteDeps & EndDeps): OpenAPIHono<HttpEnv> {
  const { database } = deps;
  const routes = newRoutes();

  routes.openapi(definitions.pauseContractRoute, async (c) => {
    const { reason } = c.req.valid('json');
    const row = await byTeam(c, c.req.valid('param').id, (trx, scope, doer, contract) =>
      pauseContract(trx, deps, scope, doer, contract, reason),
    );
    return c.json(await answerTeam(database.db, row), 200);
  });

  routes.openapi(definitions.resumeContractRoute, async (c) => {
    const row = await byTeam(c, c.req.valid('param').id, (trx, scope, doer, contract) =>
      resumeContract(trx, deps, scope, doer, contract),
    );
    return c.json(await answerTeam(database.db, row), 200);
  });

  routes.openapi(definitions.endContractRoute, async (c) => {
    const { reason, note } = c.req.valid('json');
    const row = await byTeam(c, c.req.valid('param').id, (trx, scope, doer, contract) =>
      endContract(trx, deps, scope, doer, contract, { by: 'client', reason, note: note || null }),
    );
    return c.json(await answerTeam(database.db, row), 200);
  });

  routes.openapi(definitions.endMyContractRoute, async (c) => {
    const acting = requireFreelancer(c);
    const { reason, note } = c.req.valid('json');
    const row = await database.transaction(async (trx) => {
      const contract = await ownContract(trx, acting, c.req.valid('param').id);
      const scope = tenantOfFound(acting.freelancer, contract);
      const ending = { by: 'freelancer', reason, note: note || null } as const;
      return endContract(trx, deps, scope, doerOf(c), contract, ending);
    });
    return c.json(await answerFreelancer(database.db, deps, row), 200);
  });

  routes.openapi(definitions.holdContractRoute, async (c) => {
    const { reason } = c.req.valid('json');
    const command: Command = (trx, scope, doer, contract) => holdContract(trx, deps, scope, doer, contract, reason);
    return c.json(await byOperator(c, c.req.valid('param').id, command), 200);
  });

  routes.openapi(definitions.liftHoldRoute, async (c) => {
    const { reason } = c.req.valid('json');
    const command: Command = (trx, scope, doer, contract) => liftHold(trx, deps, scope, doer, contract, reason);
    return c.json(await byOperator(c, c.req.valid('param').id, command), 200);
  });

  function byTeam(c: HttpContext, id: string, command: Command): Promise<ContractRow> {
    const { scope } = requireContractManager(c, manage);
    return database.transaction(async (trx) => command(trx, scope, doerOf(c), await getContractRow(trx, scope, id)));
  }

  async function byOperator(c: HttpContext, id: string, command: Command) {
    if (!isOperator(requirePerson(c), 'mediator', 'support'))
      throw forbidden('Only the operator of this installation holds contracts.');
    return database.transaction(async (trx) => {
      const [contract] = await findContracts(trx, [id]);
      if (!contract) throw notFound();
      const { state } = await command(trx, tenantScope(contract.tenantId), doerOf(c), contract);
      const isOnHold = (await listPauses(trx, [id])).some(({ kind }) => kind === 'hold');
      return { id, state, isOnHold };
    });
  }

  return routes;
}
