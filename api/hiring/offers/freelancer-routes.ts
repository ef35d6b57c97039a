import type { OpenAPIHono } from '@hono/zod-openapi';
import { type ActingFreelancer, requireFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import { personOf } from '../../platform/auth/people.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { onceByKey } from '../../platform/http/idempotency.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { findJobPost } from '../job-posts/read-job-posts.ts';
import { type Accepted, acceptOffer } from './accept-offer.ts';
import { readFees } from './amounts.ts';
import { claimOwnOffers } from './claim-offers.ts';
import { counterOffer } from './counter-offer.ts';
import { declineOffer } from './end-offer.ts';
import * as definitions from './freelancer-definitions.ts';
import { endedOfferStates, offerStates } from './offer.ts';
import { presentOwnOffer, presentOwnSummary } from './present-offer.ts';
import { getOfferTo } from './read-offers.ts';
import type { FreelancerOffer } from './schema.ts';
import { findVersion, listOffersTo, type OfferPlace } from './store.ts';
import type { OfferRow } from './table.ts';
import {
  differencesBetween,
  documentAnswer,
  doerOf,
  type OfferRouteDeps,
  readVersions,
  signedAt,
} from './team-routes.ts';

const openStates = offerStates.filter((state) => !endedOfferStates.some((ended) => ended === state));

/** The freelancer's side: what was put to them, and their answer. */
export function freelancerOfferRoutes(deps: OfferRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, cursors, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listMyOffersRoute, async (c) => {
    const acting = await actingOn(c);
    const { freelancer, tenant } = acting;
    const { open, limit, cursor } = c.req.valid('query');
    const binding = `own offers ${freelancer.freelancerId} ${tenant?.tenantId} ${open}`;
    const after = cursor ? (cursors.decode(binding, cursor) as OfferPlace) : undefined;
    const states = open === 'true' ? openStates : open === 'false' ? endedOfferStates : offerStates;
    const rows = await listOffersTo(db, freelancer, tenant, { states, after, limit });
    const last = rows.length === limit ? rows.at(-1) : undefined;
    const items = await Promise.all(rows.map((row) => presentSummary(acting, row)));
    const nextCursor = last ? cursors.encode(binding, { at: last.createdAt, id: last.id }) : null;
    return c.json({ items, nextCursor }, 200);
  });

  routes.openapi(definitions.getMyOfferRoute, async (c) => {
    const acting = await actingOn(c);
    const row = await getOfferTo(db, acting, c.req.valid('param').id);
    return c.json(await presentWhole(acting, row), 200);
  });

  routes.openapi(definitions.acceptOfferRoute, async (c) => {
    const acting = await actingOn(c);
    const { agrees: _agrees, ...signed } = c.req.valid('json');
    const acceptance = { ...c.req.valid('param'), ...signed, ...signedAt(c) };
    const answer = await onceByKey(c, database, acting.person.personId, clock.now(), async (trx) => ({
      status: 200,
      body: await acceptOffer(trx, deps, acting, doerOf(c), acceptance),
    }));
    return c.json(answer.body as Accepted, 200);
  });

  routes.openapi(definitions.counterOfferRoute, async (c) => {
    const acting = await actingOn(c);
    const counter = { ...c.req.valid('param'), ...c.req.valid('json') };
    const row = await database.transaction((trx) => counterOffer(trx, deps, acting, doerOf(c), counter));
    return c.json(await presentWhole(acting, row), 200);
  });

  routes.openapi(definitions.declineOfferRoute, async (c) => {
    const acting = await actingOn(c);
    const decline = { ...c.req.valid('param'), ...c.req.valid('json') };
    const row = await database.transaction((trx) => declineOffer(trx, deps, acting, doerOf(c), decline));
    return c.json(await presentWhole(acting, row), 200);
  });

  routes.openapi(definitions.myOfferVersionsRoute, async (c) => {
    const { row, scope } = await found(c, c.req.valid('param').id);
    return c.json({ items: await readVersions(db, scope, row.id) }, 200);
  });

  routes.openapi(definitions.myOfferDifferencesRoute, async (c) => {
    const { id, a, b } = c.req.valid('param');
    const { scope } = await found(c, id);
    return c.json(differencesBetween(await readVersions(db, scope, id), a, b), 200);
  });

  routes.openapi(definitions.myOfferDocumentRoute, async (c) => {
    const { row, scope } = await found(c, c.req.valid('param').id);
    return documentAnswer(await deps.documents.read(scope, row));
  });

  routes.openapi(definitions.myOfferTimelineRoute, async (c) => {
    const { row, scope } = await found(c, c.req.valid('param').id);
    return c.json({ items: await readTimeline(db, scope, { kind: 'offer', id: row.id }, 'freelancer') }, 200);
  });

  /** What was sent to their address before they had a profile becomes theirs first. */
  async function actingOn(c: HttpContext): Promise<ActingFreelancer> {
    const acting = requireFreelancer(c);
    await claimOwnOffers(deps, acting, doerOf(c));
    return acting;
  }

  async function found(c: HttpContext, id: string) {
    const acting = await actingOn(c);
    const row = await getOfferTo(db, acting, id);
    return { row, scope: tenantOfFound(acting.freelancer, row) };
  }

  async function presentSummary(acting: ActingFreelancer, row: OfferRow) {
    const scope = tenantOfFound(acting.freelancer, row);
    const current = (await findVersion(db, scope, row.id, row.version))!;
    return presentOwnSummary(row, current, await brandOf(row), await postTitle(db, acting, row));
  }

  async function presentWhole(acting: ActingFreelancer, row: OfferRow): Promise<FreelancerOffer> {
    const scope = tenantOfFound(acting.freelancer, row);
    const { freelancerId } = acting.freelancer;
    const own = (await readFreelancerRows(db, [freelancerId])).get(freelancerId);
    const sender = row.sentBy ? await personOf(db, row.sentBy) : undefined;
    const versions = await readVersions(db, scope, row.id);
    return presentOwnOffer(row, versions, await brandOf(row), await postTitle(db, acting, row), {
      signerName: own?.name ?? '',
      sentBy: sender?.name ?? '',
      fees: await readFees(db, scope),
    });
  }

  async function brandOf({ tenantId }: OfferRow) {
    const tenant = await deps.directory.byId(tenantId);
    return { name: tenant?.brandName ?? '', logoUrl: tenant?.logoUrl ?? null };
  }

  return routes;
}

/** Who was offered work on a post may know its title, whoever else may see it. */
async function postTitle(db: Executor, { freelancer }: ActingFreelancer, row: OfferRow): Promise<string | undefined> {
  return row.jobPostId ? (await findJobPost(db, tenantOfFound(freelancer, row), row.jobPostId))?.title : undefined;
}
