import type { OpenAPIHono } from '@hono/zod-openapi';
import { isOperator, type MemberRole, type Person } from '../../platform/auth/actor.ts';
import { requireFreelancer } from '../../platform/auth/freelancer-scope.ts';
import { requireRole } from '../../platform/auth/require-role.ts';
import { type HttpContext, type HttpEnv, requirePerson, requireScope } from '../../platform/http/environment.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { forbidden } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { money } from '../money.ts';
import type { AccountKind } from './ledger.ts';
import {
  type ContractTitles,
  periodOf,
  readAccountStatement,
  readOwnersStatement,
  readTenantsStatement,
} from './read-account-statement.ts';
import { presentVerification, readHealth } from './read-health.ts';
import * as definitions from './schema.ts';
import { listAllAccounts, type StatementPlace } from './statement-store.ts';
import { requestVerification, type VerificationDeps } from './verification-jobs.ts';

/** Who sees what a company has and owes. */
const moneyReaders = ['owner', 'accountAdmin', 'financeAdmin', 'auditor'] as const satisfies MemberRole[];

const escrowKinds: readonly AccountKind[] = ['escrow', 'contractHold', 'disputeHold'];

export type LedgerRouteDeps = VerificationDeps & { cursors: Cursors; contractTitles: ContractTitles };

export function ledgerRoutes(deps: LedgerRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, clock, cursors, contractTitles } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.getTenantStatementRoute, async (c) => {
    requireRole(c, ...moneyReaders);
    const scope = requireScope(c);
    const { account, currency, ...query } = c.req.valid('query');
    const page = pageOf(`statement ${scope.tenantId} ${account} ${currency}`, query);
    const asked = { account, currency, ...page.asked };
    const kind = account === 'funding' ? 'clientFunding' : 'clientCredit';
    const { statement, next } =
      account === 'escrow'
        ? await readTenantsStatement(db, contractTitles, scope, escrowKinds, asked)
        : await readOwnersStatement(db, contractTitles, { kind, id: scope.tenantId }, asked);
    return c.json({ ...statement, nextCursor: page.cursorOf(next) }, 200);
  });

  routes.openapi(definitions.getFreelancerStatementRoute, async (c) => {
    const { freelancerId } = requireFreelancer(c).freelancer;
    const { account, currency, ...query } = c.req.valid('query');
    const page = pageOf(`statement ${freelancerId} ${account} ${currency}`, query);
    const kind = account === 'pending' ? 'freelancerPending' : 'freelancerAvailable';
    const asked = { account, currency, ...page.asked };
    const { statement, next } = await readOwnersStatement(db, contractTitles, { kind, id: freelancerId }, asked);
    return c.json({ ...statement, nextCursor: page.cursorOf(next) }, 200);
  });

  routes.openapi(definitions.getAccountStatementRoute, async (c) => {
    requireOperator(c);
    const { id } = c.req.valid('param');
    const page = pageOf(`statement ${id}`, c.req.valid('query'));
    const { statement, next } = await readAccountStatement(db, contractTitles, id, page.asked);
    return c.json({ ...statement, nextCursor: page.cursorOf(next) }, 200);
  });

  routes.openapi(definitions.listAccountsRoute, async (c) => {
    requireOperator(c);
    const { kind, ownerId, limit, cursor } = c.req.valid('query');
    const binding = `accounts ${kind} ${ownerId}`;
    const afterId = cursor === undefined ? '' : (cursors.decode(binding, cursor) as string);
    const found = await listAllAccounts(db, {
      ...(kind !== undefined && { kind }),
      ...(ownerId !== undefined && { ownerId }),
      afterId,
      limit: limit + 1,
    });
    const items = found.slice(0, limit).map(({ postedMinor, heldMinor, ...account }) => ({
      id: account.id,
      kind: account.kind,
      ownerId: account.ownerId,
      currency: account.currency,
      posted: money(postedMinor, account.currency),
      held: money(heldMinor, account.currency),
    }));
    const nextCursor = found.length > limit ? cursors.encode(binding, items.at(-1)!.id) : null;
    return c.json({ items, nextCursor }, 200);
  });

  routes.openapi(definitions.getLedgerHealthRoute, async (c) => {
    requireOperator(c);
    return c.json(await readHealth(db), 200);
  });

  routes.openapi(definitions.verifyLedgerRoute, async (c) => {
    const { personId } = requireOperator(c);
    return c.json(presentVerification(await requestVerification(deps, personId)), 202);
  });

  function pageOf(
    account: string,
    { from, to, limit, cursor }: { from?: string; to?: string; limit: number; cursor?: string },
  ) {
    const period = periodOf(from, to, clock.now());
    const binding = `${account} ${period.fromMs} ${period.beforeMs}`;
    const after = cursor === undefined ? undefined : (cursors.decode(binding, cursor) as StatementPlace);
    const cursorOf = (next: StatementPlace | undefined) => (next ? cursors.encode(binding, next) : null);
    return { asked: { period, after, limit }, cursorOf };
  }

  return routes;
}

/** @throws 401, 403 */
function requireOperator(c: HttpContext): Person {
  const person = requirePerson(c);
  if (!isOperator(person)) throw forbidden('Only the operator of this installation sees its ledger.');
  return person;
}
