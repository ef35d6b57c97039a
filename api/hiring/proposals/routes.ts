import type { OpenAPIHono } from '@hono/zod-openapi';
import { hasRole, isGranted, type Person } from '../../platform/auth/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import type { FileLinkDeps } from '../../platform/files/read-attachments.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { onceIfKeyed } from '../../platform/http/idempotency.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type HiringMember, hirers, requireHirer, requireReader } from '../grants.ts';
import { archiveMany, declineMany } from './change-many.ts';
import { declineProposal } from './end-proposal.ts';
import { flagProposal, type ProposalFlag } from './flag-proposal.ts';
import type { ProposalDeps } from './move-proposal.ts';
import { openProposal } from './open-proposal.ts';
import type { CardViewer } from './present-cards.ts';
import { readBoard } from './read-board.ts';
import { getProposal } from './read-proposals.ts';
import { readWholeProposals } from './read-whole-proposals.ts';
import * as definitions from './route-definitions.ts';
import type { BulkAnswer, Proposal } from './schema.ts';
import { teamRoutes } from './team-routes.ts';

export type ProposalRouteDeps = ProposalDeps &
  FileLinkDeps & { database: Database; directory: Pick<TenantDirectory, 'byId'> };

/** The client's side: the board, one proposal, and what is decided about it. */
export function proposalRoutes(deps: ProposalRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, clock, directory } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.boardRoute, async (c) => {
    const { scope, person } = requireReader(c, 'proposals.read');
    return c.json(
      await readBoard(db, scope, c.req.valid('param').id, viewerOf(person), c.req.valid('query')),
      200,
      uncached,
    );
  });

  // Before the route of one proposal, whose path would take `compare` for an id.
  routes.openapi(definitions.compareProposalsRoute, async (c) => {
    const { scope, person } = requireReader(c, 'proposals.read');
    const ids = [...new Set(c.req.valid('query').id)];
    return c.json({ items: await readWholeProposals(db, deps, scope, ids, viewerOf(person)) }, 200);
  });

  routes.openapi(definitions.getProposalRoute, async (c) => {
    const { scope, person } = requireReader(c, 'proposals.read');
    const { id } = c.req.valid('param');
    const { viewedAt } = await getProposal(db, scope, id);
    // Who only looks on is not the client looking.
    if (viewedAt === null && hasRole(person, ...hirers))
      await database.transaction((trx) => openProposal(trx, deps, scope, doerOf(c), id));
    return c.json(await one(scope, person, id), 200, uncached);
  });

  routes.openapi(definitions.shortlistRoute, async (c) => {
    const member = requireHirer(c, 'proposals.decide');
    return c.json(
      await flagged(c, member, c.req.valid('param').id, 'shortlisted', c.req.valid('json').shortlisted),
      200,
    );
  });

  routes.openapi(definitions.archiveRoute, async (c) => {
    const member = requireHirer(c, 'proposals.decide');
    return c.json(await flagged(c, member, c.req.valid('param').id, 'archived', c.req.valid('json').archived), 200);
  });

  routes.openapi(definitions.declineProposalRoute, async (c) => {
    const { scope, person } = requireHirer(c, 'proposals.decide');
    const { id } = c.req.valid('param');
    const given = { ...c.req.valid('json'), clientName: await clientNameOf(scope) };
    await onceIfKeyed(c, database, person.personId, clock.now(), async (trx) => {
      await declineProposal(trx, deps, scope, doerOf(c), id, given);
      return { status: 200, body: { id } };
    });
    return c.json(await one(scope, person, id), 200);
  });

  routes.openapi(definitions.declineManyRoute, async (c) => {
    const member = requireHirer(c, 'proposals.decide');
    const { ids, ...given } = c.req.valid('json');
    const clientName = await clientNameOf(member.scope);
    const { body } = await onceIfKeyed(c, database, member.person.personId, clock.now(), async (trx) => ({
      status: 200,
      body: await declineMany(trx, deps, member, doerOf(c), c.req.valid('param').id, ids, { ...given, clientName }),
    }));
    return c.json(body as BulkAnswer, 200);
  });

  routes.openapi(definitions.archiveManyRoute, async (c) => {
    const member = requireHirer(c, 'proposals.decide');
    const { ids, archived } = c.req.valid('json');
    return c.json(
      await database.transaction((trx) =>
        archiveMany(trx, deps, member, doerOf(c), c.req.valid('param').id, ids, archived),
      ),
      200,
    );
  });

  routes.openapi(definitions.proposalTimelineRoute, async (c) => {
    const { scope } = requireReader(c, 'proposals.read');
    const { id } = await getProposal(db, scope, c.req.valid('param').id);
    return c.json({ items: await readTimeline(db, scope, { kind: 'proposal', id }, 'team') }, 200);
  });

  routes.route('/', teamRoutes(deps));

  async function flagged(c: HttpContext, member: HiringMember, id: string, flag: ProposalFlag, isSet: boolean) {
    await database.transaction((trx) => flagProposal(trx, deps, member, doerOf(c), id, flag, isSet));
    return one(member.scope, member.person, id);
  }

  async function one(scope: TenantScope, person: Person, id: string): Promise<Proposal> {
    return (await readWholeProposals(db, deps, scope, [id], viewerOf(person)))[0]!;
  }

  async function clientNameOf({ tenantId }: TenantScope): Promise<string> {
    return (await directory.byId(tenantId))?.brandName ?? '';
  }

  return routes;
}

const uncached = { 'cache-control': 'private, no-store' };

function viewerOf(person: Person): CardViewer {
  const mayAnswer = hasRole(person, ...hirers) && isGranted(person, 'proposals', 'message');
  return { personId: person.personId, mayAnswer };
}

function doerOf(c: HttpContext) {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}
