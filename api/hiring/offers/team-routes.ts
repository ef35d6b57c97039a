import type { OpenAPIHono } from '@hono/zod-openapi';
import { peopleById, personOf } from '../../platform/auth/people.ts';
import type { Database, Executor } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { onceIfKeyed } from '../../platform/http/idempotency.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { differencesOf } from '../../work/contracts/terms-differences.ts';
import { requireHirer, requireOfferer, requireReader } from '../grants.ts';
import { readJobPosts } from '../job-posts/read-job-posts.ts';
import { readFees } from './amounts.ts';
import { clientOf, type OfferDeps, type SignedAt } from './deps.ts';
import type { OfferDocuments } from './document/offer-documents.ts';
import { changeOffer, draftOffer } from './draft-offer.ts';
import { withdrawOffer } from './end-offer.ts';
import { presentInvitation, presentOffer, presentOfferSummary, presentVersions } from './present-offer.ts';
import { getOffer } from './read-offers.ts';
import type { Offer, OfferVersion } from './schema.ts';
import { sendOffer } from './send-offer.ts';
import { listOffers, listSignatures, listVersions, type OfferPlace } from './store.ts';
import type { OfferRow } from './table.ts';
import * as definitions from './team-definitions.ts';
import { findInvitedOffer } from './waiting-store.ts';

export type OfferRouteDeps = OfferDeps & { database: Database; cursors: Cursors; documents: OfferDocuments };

/** The client's side, at the tenant's address. */
export function teamOfferRoutes(deps: OfferRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, cursors, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listOffersRoute, async (c) => {
    const { scope } = requireReader(c);
    const { cursor, ...filter } = c.req.valid('query');
    const binding = `offers ${scope.tenantId} ${filter.state} ${filter.jobPostId} ${filter.proposalId}`;
    const after = cursor ? (cursors.decode(binding, cursor) as OfferPlace) : undefined;
    const rows = await listOffers(db, scope, { ...filter, after });
    const last = rows.length === filter.limit ? rows.at(-1) : undefined;
    const nextCursor = last ? cursors.encode(binding, { at: last.updatedAt, id: last.id }) : null;
    const around = await surroundingsOf(db, scope, rows);
    return c.json({ items: rows.map((row) => presentOfferSummary(row, around(row))), nextCursor }, 200);
  });

  routes.openapi(definitions.createOfferRoute, async (c) => {
    const member = requireHirer(c);
    const owner = `${member.scope.tenantId} ${member.person.personId}`;
    const answer = await onceIfKeyed(c, database, owner, clock.now(), async (trx) => {
      const row = await draftOffer(trx, deps, member, doerOf(c), c.req.valid('json'));
      return { status: 201, body: { offer: await presentWhole(trx, member.scope, row), etag: etagOf(row) } };
    });
    const { offer, etag } = answer.body as { offer: Offer; etag: string };
    return c.json(offer, 201, { etag });
  });

  routes.openapi(definitions.getOfferRoute, async (c) => {
    const { scope } = requireReader(c);
    const row = await getOffer(db, scope, c.req.valid('param').id);
    return c.json(await presentWhole(db, scope, row), 200, { etag: etagOf(row) });
  });

  routes.openapi(definitions.changeOfferRoute, async (c) => {
    const member = requireHirer(c);
    const row = await database.transaction(async (trx) => {
      const known = await getOffer(trx, member.scope, c.req.valid('param').id);
      requireIfMatch(c, etagOf(known));
      return changeOffer(trx, deps, member, doerOf(c), known, c.req.valid('json'));
    });
    return c.json(await presentWhole(db, member.scope, row), 200, { etag: etagOf(row) });
  });

  routes.openapi(definitions.sendOfferRoute, async (c) => {
    const member = requireOfferer(c);
    const { scope, person } = member;
    const sending = { ...c.req.valid('param'), ...c.req.valid('json'), ...signedAt(c) };
    const client = await clientOf(deps, scope.tenantId);
    await onceIfKeyed(c, database, `${scope.tenantId} ${person.personId}`, clock.now(), async (trx) => {
      await sendOffer(trx, deps, member, doerOf(c), { ...sending, client });
      return { status: 200, body: null };
    });
    const row = await getOffer(db, scope, sending.id);
    return c.json(await presentWhole(db, scope, row), 200, { etag: etagOf(row) });
  });

  routes.openapi(definitions.withdrawOfferRoute, async (c) => {
    const member = requireHirer(c);
    const client = await clientOf(deps, member.scope.tenantId);
    const ending = { ...c.req.valid('param'), ...c.req.valid('json'), client };
    const row = await database.transaction((trx) => withdrawOffer(trx, deps, member, doerOf(c), ending));
    return c.json(await presentWhole(db, member.scope, row), 200, { etag: etagOf(row) });
  });

  routes.openapi(definitions.listOfferVersionsRoute, async (c) => {
    const { scope } = requireReader(c);
    const { id } = await getOffer(db, scope, c.req.valid('param').id);
    return c.json({ items: await readVersions(db, scope, id) }, 200);
  });

  routes.openapi(definitions.offerDifferencesRoute, async (c) => {
    const { scope } = requireReader(c);
    const { id, a, b } = c.req.valid('param');
    await getOffer(db, scope, id);
    return c.json(differencesBetween(await readVersions(db, scope, id), a, b), 200);
  });

  routes.openapi(definitions.offerDocumentRoute, async (c) => {
    const { scope } = requireReader(c);
    const row = await getOffer(db, scope, c.req.valid('param').id);
    return documentAnswer(await deps.documents.read(scope, row));
  });

  routes.openapi(definitions.offerTimelineRoute, async (c) => {
    const { scope } = requireReader(c);
    const { id } = await getOffer(db, scope, c.req.valid('param').id);
    return c.json({ items: await readTimeline(db, scope, { kind: 'offer', id }, 'team') }, 200);
  });

  routes.openapi(definitions.getOfferInvitationRoute, async (c) => {
    const row = await findInvitedOffer(db, c.get('scope'), c.req.valid('param').id);
    if (!row) throw notFound();
    const { name } = await clientOf(deps, row.tenantId);
    const sender = row.sentBy ? await personOf(db, row.sentBy) : undefined;
    return c.json(presentInvitation(row, name, sender?.name ?? name, clock.now()), 200);
  });

  return routes;
}

async function presentWhole(db: Executor, scope: TenantScope, row: OfferRow): Promise<Offer> {
  const around = await surroundingsOf(db, scope, [row]);
  const names = await peopleById(db, [row.createdBy, ...(row.sentBy ? [row.sentBy] : [])]);
  return presentOffer(row, around(row), await readVersions(db, scope, row.id), names, await readFees(db, scope));
}

async function surroundingsOf(db: Executor, scope: TenantScope, rows: readonly OfferRow[]) {
  const freelancers = await readFreelancerRows(db, [
    ...new Set(rows.flatMap(({ freelancerId }) => freelancerId ?? [])),
  ]);
  const posts = await readJobPosts(
    db,
    scope,
    rows.flatMap(({ jobPostId }) => jobPostId ?? []),
  );
  return ({ freelancerId, jobPostId }: OfferRow) => ({
    freelancer: freelancerId ? freelancers.get(freelancerId) : undefined,
    jobPostTitle: jobPostId ? posts.get(jobPostId)?.title : undefined,
  });
}

export async function readVersions(db: Executor, scope: TenantScope, offerId: string): Promise<OfferVersion[]> {
  return presentVersions(await listVersions(db, scope, offerId), await listSignatures(db, scope, offerId));
}

/** @throws 404 */
export function differencesBetween(versions: readonly OfferVersion[], a: string, b: string) {
  const [before, after] = [a, b].map((wanted) => versions.find(({ version }) => String(version) === wanted));
  if (!before || !after) throw notFound();
  return differencesOf(before, after);
}

/** Never shown in the page's own origin: it is saved. */
export function documentAnswer({ bytes, fileName, sha256 }: { bytes: Uint8Array; fileName: string; sha256: string }) {
  return new Response(new Uint8Array(bytes), {
    status: 200,
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      etag: `"${sha256}"`,
    },
  });
}

export function signedAt(c: HttpContext): SignedAt {
  const actor = c.get('actor');
  const sessionId = actor.kind === 'person' ? (actor.via.sessionId ?? null) : null;
  return { address: c.get('clientAddress'), sessionId };
}

export function doerOf(c: HttpContext) {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}

function etagOf({ id, revision }: OfferRow): string {
  return revisionEtag(id, revision);
}
