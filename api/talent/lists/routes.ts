import type { OpenAPIHono } from '@hono/zod-openapi';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { HttpEnv } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { onceIfKeyed } from '../../platform/http/idempotency.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { type FoundFreelancer, readFound } from '../freelancers/read-for-search.ts';
import { mayKeepTalent, requireTalentKeeper, requireTalentMember, type TalentMember } from '../search/grants.ts';
import * as change from './change-lists.ts';
import * as definitions from './schema.ts';
import { type CountedList, listItems, listLists } from './store.ts';
import type { TalentListItemRow } from './table.ts';

export function talentListRoutes(deps: change.ListDeps & { database: Database }): OpenAPIHono<HttpEnv> {
  const { database } = deps;
  const routes = newRoutes();

  routes.openapi(definitions.listTalentListsRoute, async (c) => {
    const member = requireTalentMember(c);
    const lists = await listLists(database.db, member.scope, change.readerOf(member));
    return c.json({ items: lists.map((list) => presentList(list, member)) }, 200);
  });

  routes.openapi(definitions.createTalentListRoute, async (c) => {
    const member = requireTalentKeeper(c);
    const owner = `${member.scope.tenantId} ${member.person.personId}`;
    const answer = await onceIfKeyed(c, database, owner, deps.clock.now(), async (trx) => {
      const list = await change.createList(trx, deps, member, c.req.valid('json'));
      return { status: 201, body: { list: presentList(list, member), etag: revisionEtag(list.id, list.revision) } };
    });
    const { list, etag } = answer.body as { list: definitions.TalentList; etag: string };
    return c.json(list, 201, { etag });
  });

  routes.openapi(definitions.getTalentListRoute, async (c) => {
    const member = requireTalentMember(c);
    const list = await change.getList(database.db, member, c.req.valid('param').id);
    const rows = await listItems(database.db, member.scope, list.id);
    const people = await readFound(
      database.db,
      rows.map(({ freelancerId }) => freelancerId),
      false,
    );
    const items = rows.map((row) => presentItem(row, people.get(row.freelancerId)));
    return c.json({ ...presentList(list, member), items }, 200, { etag: revisionEtag(list.id, list.revision) });
  });

  routes.openapi(definitions.renameTalentListRoute, async (c) => {
    const member = requireTalentKeeper(c);
    const list = await database.transaction(async (trx) => {
      const known = await change.getList(trx, member, c.req.valid('param').id);
      requireIfMatch(c, revisionEtag(known.id, known.revision));
      return change.changeList(trx, deps, member, known, c.req.valid('json'));
    });
    return c.json(presentList(list, member), 200, { etag: revisionEtag(list.id, list.revision) });
  });

  routes.openapi(definitions.deleteTalentListRoute, async (c) => {
    const member = requireTalentKeeper(c);
    await database.transaction((trx) => change.removeList(trx, deps, member, c.req.valid('param').id));
    return c.body(null, 204);
  });

  routes.openapi(definitions.restoreTalentListRoute, async (c) => {
    const member = requireTalentKeeper(c);
    const list = await database.transaction((trx) => change.restoreList(trx, member, c.req.valid('param').id));
    return c.json(presentList(list, member), 200, { etag: revisionEtag(list.id, list.revision) });
  });

  routes.openapi(definitions.putListItemRoute, async (c) => {
    const member = requireTalentKeeper(c);
    const { id, freelancerId } = c.req.valid('param');
    // Without a body nothing was validated: Hono then gives an empty object.
    const { note } = c.req.valid('json') ?? {};
    const row = await database.transaction((trx) => change.putOnList(trx, deps, member, id, freelancerId, note));
    const people = await readFound(database.db, [freelancerId], false);
    return c.json(presentItem(row, people.get(freelancerId)), 200);
  });

  routes.openapi(definitions.deleteListItemRoute, async (c) => {
    const member = requireTalentKeeper(c);
    const { id, freelancerId } = c.req.valid('param');
    await database.transaction((trx) => change.takeOffList(trx, member, id, freelancerId));
    return c.body(null, 204);
  });

  routes.openapi(definitions.saveFreelancerRoute, async (c) => {
    const member = requireTalentKeeper(c);
    await database.transaction((trx) => change.saveFreelancer(trx, deps, member, c.req.valid('param').freelancerId));
    return c.body(null, 204);
  });

  routes.openapi(definitions.unsaveFreelancerRoute, async (c) => {
    const member = requireTalentKeeper(c);
    await database.transaction((trx) => change.unsaveFreelancer(trx, member, c.req.valid('param').freelancerId));
    return c.body(null, 204);
  });

  return routes;
}

function presentList(list: CountedList, { person }: TalentMember): definitions.TalentList {
  return {
    id: list.id,
    name: list.name,
    shared: list.isShared === 1,
    isDefault: list.isDefault === 1,
    itemCount: list.itemCount,
    mayEdit: mayKeepTalent(person) && (list.isShared === 1 || list.ownerId === person.personId),
    createdAt: isoInstant(list.createdAt),
    updatedAt: isoInstant(list.updatedAt),
  };
}

function presentItem(row: TalentListItemRow, person: FoundFreelancer | undefined): definitions.TalentListItem {
  return {
    freelancerId: row.freelancerId,
    note: row.note,
    addedAt: isoInstant(row.addedAt),
    freelancer:
      person && person.visibility !== 'private'
        ? { name: person.name, headline: person.headline, photoUrl: person.photoUrl }
        : null,
  };
}
