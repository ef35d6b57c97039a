import type { OpenAPIHono } from '@hono/zod-openapi';
import { money } from '../../money/money.ts';
import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Database, Executor } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import type { SpendingDeps } from '../purchase-orders/deps.ts';
import {
  mayKeep,
  requireAsker,
  requireKeeper,
  requireSpendingReader,
  type SpendingMember,
} from '../spending/grants.ts';
import { changeRateCard, createRateCard, getRateCard } from './keep-rate-card.ts';
import { decideException, getException, requestException, withdrawException } from './rate-exceptions.ts';
import type { RateCardWire, RateException } from './schema.ts';
import * as definitions from './schema.ts';
import { listCards, listCardVersions, listExceptions, type RateCard } from './store.ts';
import type { RateCardVersionRow, RateExceptionRow } from './table.ts';

/** Names and countries of freelancers, from the wing that keeps them. */
export type NamedFreelancers = (
  db: Executor,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, { name: string; country: string }>>;

export type RateCardRouteDeps = SpendingDeps & { database: Database; freelancers: NamedFreelancers };

export function rateCardRoutes(deps: RateCardRouteDeps): OpenAPIHono<HttpEnv> {
  const { database } = deps;
  const { db } = database;
  const routes = newRoutes();

  // Before those with a card's id in the same place.
  routes.openapi(definitions.listRateExceptionsRoute, async (c) => {
    const reader = await requireSpendingReader(c, db);
    const rows = await listExceptions(db, reader.scope, c.req.valid('query'));
    return c.json({ items: await presentExceptions(reader, rows) }, 200);
  });

  routes.openapi(definitions.requestRateExceptionRoute, async (c) => {
    const member = requireAsker(c);
    const { freelancerId, ...asked } = c.req.valid('json');
    const found = (await deps.freelancers(db, [freelancerId])).get(freelancerId);
    if (!found) throw notFound();
    const freelancer = { id: freelancerId, ...found };
    const row = await database.transaction((trx) =>
      requestException(trx, deps, member, doerOf(c), { ...asked, freelancer }),
    );
    return c.json((await presentExceptions(member, [row]))[0]!, 201);
  });

  routes.openapi(definitions.decideRateExceptionRoute, async (c) => {
    const member = requireKeeper(c);
    const { id } = c.req.valid('param');
    const { decision, reason } = c.req.valid('json');
    await database.transaction((trx) => decideException(trx, deps, member, doerOf(c), id, decision, reason ?? null));
    return c.json(await exceptionOf(member, id), 200);
  });

  routes.openapi(definitions.withdrawRateExceptionRoute, async (c) => {
    const member = requireAsker(c);
    const { id } = c.req.valid('param');
    await database.transaction((trx) => withdrawException(trx, deps, member, doerOf(c), id));
    return c.json(await exceptionOf(member, id), 200);
  });

  routes.openapi(definitions.listRateCardsRoute, async (c) => {
    const { scope, person } = await requireSpendingReader(c, db);
    const cards = await listCards(db, scope);
    return c.json({ items: cards.map(presentCard), mayChange: mayKeep(person) }, 200);
  });

  routes.openapi(definitions.createRateCardRoute, async (c) => {
    const member = requireKeeper(c);
    const card = await database.transaction((trx) => createRateCard(trx, deps, member, doerOf(c), c.req.valid('json')));
    return c.json(presentCard(card), 201, { etag: etagOf(card) });
  });

  routes.openapi(definitions.changeRateCardRoute, async (c) => {
    const member = requireKeeper(c);
    const card = await database.transaction(async (trx) => {
      const known = await getRateCard(trx, member.scope, c.req.valid('param').id);
      requireIfMatch(c, etagOf(known));
      return changeRateCard(trx, deps, member, doerOf(c), known, c.req.valid('json'));
    });
    return c.json(presentCard(card), 200, { etag: etagOf(card) });
  });

  routes.openapi(definitions.listRateCardVersionsRoute, async (c) => {
    const { scope } = await requireSpendingReader(c, db);
    const { cardId } = await getRateCard(db, scope, c.req.valid('param').id);
    const rows = await listCardVersions(db, scope, cardId);
    const names = await peopleById(
      db,
      rows.map(({ personId }) => personId),
    );
    const items = rows.map((row) => ({
      ...versionFacts(row),
      at: isoInstant(row.at),
      person: names.get(row.personId)?.name ?? '',
    }));
    return c.json({ items }, 200);
  });

  const exceptionOf = async (member: SpendingMember, id: string) =>
    (await presentExceptions(member, [await getException(db, member.scope, id)]))[0]!;

  async function presentExceptions(
    { scope, person }: SpendingMember,
    rows: readonly RateExceptionRow[],
  ): Promise<RateException[]> {
    const cards = new Map((await listCards(db, scope)).map((card) => [card.cardId, card]));
    const freelancers = await deps.freelancers(db, [...new Set(rows.map(({ freelancerId }) => freelancerId))]);
    const people = await peopleById(db, [
      ...new Set(rows.flatMap(({ requestedBy, decidedBy }) => [requestedBy, decidedBy ?? requestedBy])),
    ]);
    return rows.map((row) => {
      const card = cards.get(row.cardId)!;
      const isOpen = row.state === 'requested';
      const isOwn = row.requestedBy === person.personId;
      return {
        id: row.id,
        state: row.state,
        card: { id: row.cardId, title: card.title, max: money(card.maxMinor, card.currency) },
        freelancer: { id: row.freelancerId, name: freelancers.get(row.freelancerId)?.name ?? '' },
        role: row.role,
        rate: money(row.rateMinor, row.currency),
        validThrough: row.validThrough,
        reason: row.reason,
        requestedBy: people.get(row.requestedBy)?.name ?? '',
        requestedAt: isoInstant(row.createdAt),
        approvalId: row.approvalId,
        decidedBy: (row.decidedBy && people.get(row.decidedBy)?.name) || null,
        decisionReason: row.decisionReason,
        mayDecide: isOpen && !isOwn && row.approvalId === null && mayKeep(person),
        mayWithdraw: isOpen && isOwn,
      };
    });
  }

  return routes;
}

function presentCard(card: RateCard): RateCardWire {
  const { cardId: id, title, isActive } = card;
  return { id, title, isActive: isActive === 1, ...versionFacts(card), etag: etagOf(card) };
}

function versionFacts(row: RateCardVersionRow) {
  return {
    version: row.version,
    categoryId: row.categoryId,
    skill: row.skill,
    level: row.level as RateCardWire['level'],
    country: row.country,
    min: money(row.minMinor, row.currency),
    max: money(row.maxMinor, row.currency),
    validFrom: row.validFrom,
    validThrough: row.validThrough,
  };
}

function etagOf({ cardId, version }: RateCard): string {
  return revisionEtag(cardId, version);
}

function doerOf(c: HttpContext) {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}
