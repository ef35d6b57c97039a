import type { OpenAPIHono } from '@hono/zod-openapi';
import { type ActingFreelancer, requireFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import type { Database } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { onceIfKeyed } from '../../platform/http/idempotency.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import { readWallet } from '../connects/read-connects.ts';
import { boostProposal } from './boost-proposal.ts';
import { earningsOf, readFeeSchedule } from './earnings.ts';
import { editTerms, type TermsChange } from './edit-terms.ts';
import { withdrawProposal } from './end-proposal.ts';
import * as definitions from './own-definitions.ts';
import { countOwnProposals, findOwnProposal, listOwnProposals } from './own-store.ts';
import { type OwnReadDeps, presentOwn, presentOwnSummaries } from './present-own.ts';
import { proposalStates } from './proposal.ts';
import { readProposeContext } from './propose-context.ts';
import { readProposalTerms } from './read-terms.ts';
import { acceptProposal, type SubmitDeps, submitProposal } from './submit-proposal.ts';
import type { ProposalRow } from './table.ts';

export type OwnProposalDeps = SubmitDeps & OwnReadDeps & { database: Database; cursors: Cursors };

/** The freelancer's side; this file reads nothing of what the team keeps. */
export function ownProposalRoutes(deps: OwnProposalDeps): OpenAPIHono<HttpEnv> {
  const { database, cursors, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.proposalTermsRoute, async (c) =>
    c.json(await readProposalTerms(deps, requireFreelancer(c), c.req.valid('param').jobId), 200),
  );

  routes.openapi(definitions.previewProposalRoute, async (c) => {
    const acting = requireFreelancer(c);
    const given = c.req.valid('json');
    const context = await readProposeContext(db, acting, given.jobId);
    if (context.refusal) throw context.refusal;
    const { bid, problems } = await acceptProposal(db, deps, context, given);
    const { balance } = await readWallet(deps, acting.freelancer.freelancerId);
    const { price } = context;
    return c.json(
      {
        earnings: earningsOf(bid, await readFeeSchedule(db, context.scope)),
        connects: { spent: price, boostBid: given.boostBid, balanceAfter: balance - price - given.boostBid },
        errors: [...problems],
      },
      200,
    );
  });

  routes.openapi(definitions.submitProposalRoute, async (c) => {
    const acting = requireFreelancer(c);
    const { body } = await onceIfKeyed(c, database, acting.person.personId, clock.now(), async (trx) => {
      const row = await submitProposal(trx, deps, acting, doerOf(c), c.req.valid('json'));
      return { status: 201, body: { id: row.id } };
    });
    const row = await getOwn(acting, (body as { id: string }).id);
    return c.json(await whole(acting, row), 201, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.listOwnProposalsRoute, async (c) => {
    const { freelancer, tenant, person } = requireFreelancer(c);
    const { state: states, limit, cursor } = c.req.valid('query');
    const binding = `proposals ${freelancer.freelancerId} ${tenant?.tenantId ?? ''} ${states?.join(' ') ?? ''}`;
    const after = cursor ? (cursors.decode(binding, cursor) as { createdAt: number; id: string }) : undefined;
    const rows = await listOwnProposals(db, freelancer, tenant, { states, after, limit: limit + 1 });
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    const items = await presentOwnSummaries(db, deps, freelancer, person.personId, rows.slice(0, limit));
    const counts = Object.fromEntries(proposalStates.map((state) => [state, 0])) as Record<
      ProposalRow['state'],
      number
    >;
    for (const { state, count } of await countOwnProposals(db, freelancer, tenant)) counts[state] = count;
    const nextCursor = last ? cursors.encode(binding, { createdAt: last.createdAt, id: last.id }) : null;
    return c.json({ items, counts, nextCursor }, 200);
  });

  routes.openapi(definitions.getOwnProposalRoute, async (c) => {
    const acting = requireFreelancer(c);
    const row = await getOwn(acting, c.req.valid('param').id);
    return c.json(await whole(acting, row), 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.editTermsRoute, async (c) => {
    const acting = requireFreelancer(c);
    const check = ({ id, revision }: ProposalRow) => requireIfMatch(c, revisionEtag(id, revision));
    const change = c.req.valid('json') as TermsChange;
    const row = await database.transaction((trx) =>
      editTerms(trx, deps, acting, doerOf(c), c.req.valid('param').id, change, check),
    );
    return c.json(await whole(acting, row), 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.boostProposalRoute, async (c) => {
    const acting = requireFreelancer(c);
    const { id } = c.req.valid('param');
    await onceIfKeyed(c, database, acting.person.personId, clock.now(), async (trx) => {
      await boostProposal(trx, deps, acting, id, c.req.valid('json').boostBid);
      return { status: 200, body: { id } };
    });
    return c.json(await whole(acting, await getOwn(acting, id)), 200);
  });

  routes.openapi(definitions.withdrawProposalRoute, async (c) => {
    const acting = requireFreelancer(c);
    const row = await database.transaction((trx) =>
      withdrawProposal(trx, deps, acting, doerOf(c), c.req.valid('param').id, c.req.valid('json')),
    );
    return c.json(await whole(acting, row), 200);
  });

  routes.openapi(definitions.ownProposalTimelineRoute, async (c) => {
    const acting = requireFreelancer(c);
    const row = await getOwn(acting, c.req.valid('param').id);
    const subject = { kind: 'proposal', id: row.id };
    return c.json({ items: await readTimeline(db, tenantOfFound(acting.freelancer, row), subject, 'freelancer') }, 200);
  });

  async function getOwn({ freelancer, tenant }: ActingFreelancer, id: string): Promise<ProposalRow> {
    const row = await findOwnProposal(db, freelancer, tenant, id);
    if (!row) throw notFound();
    return row;
  }

  const whole = ({ freelancer, person }: ActingFreelancer, row: ProposalRow) =>
    presentOwn(db, deps, freelancer, person.personId, row);

  return routes;
}

function doerOf(c: HttpContext) {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}
