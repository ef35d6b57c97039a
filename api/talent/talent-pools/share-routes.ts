import type { OpenAPIHono } from '@hono/zod-openapi';
import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { onceIfKeyed } from '../../platform/http/idempotency.ts';
import { notFound, unprocessable } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { requireFeature } from '../../platform/tenants/require-feature.ts';
import { readFreelancerRows } from '../freelancers/read-freelancers.ts';
import { getEditablePool } from './change-pools.ts';
import { requirePoolEditor, requirePoolNoteTaker, requirePoolReader } from './grants.ts';
import { dropNote, writeNote } from './keep-about.ts';
import { changeOf } from './member-routes.ts';
import { instantOf } from './present-members.ts';
import { readSharedMember, readSharedMembers } from './read-shared.ts';
import { requireEditableMember } from './require-editable.ts';
import { doerOf, type PoolRouteDeps } from './routes.ts';
import type { PoolNote, PoolShare } from './schema.ts';
import { requestShare, stopSharing } from './share-member.ts';
import { findShare } from './share-store.ts';
import type { TalentPoolShareRow } from './table.ts';
import * as definitions from './team-definitions.ts';

/** Notes about a member, and whether other companies may see them. */
export function poolShareRoutes(deps: PoolRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, directory, clock } = deps;
  const { db } = database;
  const reading = { ...deps, db };
  const routes = newRoutes();

  routes.openapi(definitions.addPoolNoteRoute, async (c) => {
    const change = changeOf(c, requirePoolNoteTaker(c), c.req.valid('param'));
    const { personId } = change.reader.person;
    const { body } = await onceIfKeyed(c, database, change.reader.scope.tenantId, clock.now(), async (trx) => {
      const { id, text, createdAt } = await writeNote(trx, deps, change, c.req.valid('json').text);
      const name = (await peopleById(trx, [personId])).get(personId)?.name ?? '';
      const author = { id: personId, name };
      const note: PoolNote = { id, text, author, createdAt: isoInstant(createdAt), mayDelete: true };
      return { status: 201, body: note };
    });
    return c.json(body as PoolNote, 201);
  });

  routes.openapi(definitions.deletePoolNoteRoute, async (c) => {
    const change = changeOf(c, requirePoolNoteTaker(c), c.req.valid('param'));
    await database.transaction((trx) => dropNote(trx, deps, change, c.req.valid('param').noteId));
    return c.body(null, 204);
  });

  routes.openapi(definitions.requestPoolShareRoute, async (c) => {
    requireFeature(c, 'talentPools');
    const change = changeOf(c, requirePoolEditor(c), c.req.valid('param'));
    const { company, message } = c.req.valid('json');
    const to = await directory.bySlug(company.toLowerCase());
    const { scope, person } = change.reader;
    const { body } = await onceIfKeyed(c, database, scope.tenantId, clock.now(), async (trx) => {
      const { pool } = await requireEditableMember(trx, change);
      // Who is in the installation's pools is the operator's to show, not a company's.
      if (pool.tenantId === null) throw notFound();
      if (!to) throw unknownCompany();
      const asked = { pool, freelancerId: change.freelancerId, to, personId: person.personId, message };
      const row = await requestShare(trx, deps, change.doer, asked);
      const name = (await readFreelancerRows(trx, [row.freelancerId])).get(row.freelancerId)?.name ?? '';
      return { status: 201, body: presentShare(row, to.brandName, name) };
    });
    return c.json(body as PoolShare, 201);
  });

  routes.openapi(definitions.endPoolShareRoute, async (c) => {
    requireFeature(c, 'talentPools');
    const reader = requirePoolEditor(c);
    const row = await database.transaction(async (trx) => {
      const known = await findShare(trx, reader.scope, c.req.valid('param').id);
      if (!known) throw notFound();
      await getEditablePool(trx, reader, known.poolId);
      return stopSharing(trx, deps, doerOf(c), known);
    });
    return c.json(await presented(row), 200);
  });

  routes.openapi(definitions.listSharedMembersRoute, async (c) => {
    const reader = requireTenantReader(c);
    return c.json({ items: await readSharedMembers(reading, reader, clock.now()) }, 200);
  });

  routes.openapi(definitions.getSharedMemberRoute, async (c) => {
    const reader = requireTenantReader(c);
    return c.json(await readSharedMember(reading, reader, c.req.valid('param').id, clock.now()), 200);
  });

  async function presented(row: TalentPoolShareRow): Promise<PoolShare> {
    const company = (await directory.byId(row.toTenantId))?.brandName ?? '';
    const name = (await readFreelancerRows(db, [row.freelancerId])).get(row.freelancerId)?.name ?? '';
    return presentShare(row, company, name);
  }

  return routes;
}

/** What others shared is shown to people of the company it was shared with, not to the vetting desk. */
function requireTenantReader(c: HttpContext) {
  const reader = requirePoolReader(c);
  if (reader.person.roles.length === 0) throw notFound();
  return reader;
}

function presentShare(row: TalentPoolShareRow, company: string, name: string): PoolShare {
  return {
    id: row.id,
    company,
    freelancer: { id: row.freelancerId, name },
    state: row.state,
    message: row.message,
    requestedAt: isoInstant(row.createdAt),
    expiresAt: isoInstant(row.expiresAt),
    answeredAt: instantOf(row.answeredAt),
  };
}

function unknownCompany() {
  return unprocessable(
    'unknown_company',
    'No company here has this address; nobody was asked. Use the word that its own address begins with.',
    [{ pointer: '/company', code: 'unknown_company', message: 'There is no company of this address.' }],
  );
}
