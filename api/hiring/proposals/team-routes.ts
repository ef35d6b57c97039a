import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Database } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { onceIfKeyed } from '../../platform/http/idempotency.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { requireNoteTaker, requireReader } from '../grants.ts';
import type { ProposalDeps } from './move-proposal.ts';
import { getProposal } from './read-proposals.ts';
import * as definitions from './route-definitions.ts';
import type { ProposalNote } from './schema.ts';
import { addNote, editNote, presentNotes, removeNote } from './team-notes.ts';
import { rateProposal, readRatings } from './team-ratings.ts';
import { listNotes } from './team-store.ts';

/** Notes and ratings: the team's own, whatever becomes of the proposal. */
export function teamRoutes(deps: ProposalDeps & { database: Database }): OpenAPIHono<HttpEnv> {
  const { database, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listNotesRoute, async (c) => {
    const { scope, person } = requireReader(c, 'proposals.read');
    const { id } = await getProposal(db, scope, c.req.valid('param').id);
    return c.json({ items: await presentNotes(db, await listNotes(db, scope, id), person.personId) }, 200);
  });

  routes.openapi(definitions.addNoteRoute, async (c) => {
    const member = requireNoteTaker(c, 'proposals.note');
    const { personId } = member.person;
    const { body } = await onceIfKeyed(c, database, personId, clock.now(), async (trx) => {
      const row = await addNote(trx, deps, member, doerOf(c), c.req.valid('param').id, c.req.valid('json').text);
      return { status: 201, body: (await presentNotes(trx, [row], personId))[0]! };
    });
    return c.json(body as ProposalNote, 201);
  });

  routes.openapi(definitions.editNoteRoute, async (c) => {
    const member = requireNoteTaker(c, 'proposals.note');
    const { id: proposalId, noteId } = c.req.valid('param');
    const row = await database.transaction((trx) =>
      editNote(trx, deps, member, doerOf(c), { proposalId, noteId }, c.req.valid('json').text),
    );
    return c.json((await presentNotes(db, [row], member.person.personId))[0]!, 200);
  });

  routes.openapi(definitions.deleteNoteRoute, async (c) => {
    const member = requireNoteTaker(c, 'proposals.note');
    const { id: proposalId, noteId } = c.req.valid('param');
    await database.transaction((trx) => removeNote(trx, deps, member, doerOf(c), { proposalId, noteId }));
    return c.body(null, 204);
  });

  routes.openapi(definitions.listRatingsRoute, async (c) => {
    const { scope, person } = requireReader(c, 'proposals.read');
    const { id } = await getProposal(db, scope, c.req.valid('param').id);
    return c.json(await readRatings(db, scope, id, person.personId), 200);
  });

  routes.openapi(definitions.rateProposalRoute, async (c) => {
    const member = requireNoteTaker(c, 'proposals.note');
    const { stars } = c.req.valid('json');
    return c.json(
      await database.transaction((trx) => rateProposal(trx, deps, member, doerOf(c), c.req.valid('param').id, stars)),
      200,
    );
  });

  return routes;
}

function doerOf(c: HttpContext) {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}
