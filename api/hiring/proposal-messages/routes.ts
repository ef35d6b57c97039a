import type { OpenAPIHono } from '@hono/zod-openapi';
import { hasRole, isGranted } from '../../platform/auth/actor.ts';
import { requireFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { onceIfKeyed } from '../../platform/http/idempotency.ts';
import { unprocessable } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import { hirers, requireHirer, requireReader } from '../grants.ts';
import type { ProposalDeps } from '../proposals/move-proposal.ts';
import { getProposal, getProposalOf } from '../proposals/read-proposals.ts';
import { presentWritten, readThread } from './present-thread.ts';
import * as definitions from './schema.ts';
import { markRead, writeAsClient, writeAsFreelancer } from './write-message.ts';

export type ProposalMessageDeps = ProposalDeps & { database: Database; directory: Pick<TenantDirectory, 'byId'> };

export function proposalMessageRoutes(deps: ProposalMessageDeps): OpenAPIHono<HttpEnv> {
  const { database, clock, directory } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listMessagesRoute, async (c) => {
    const { scope, person } = requireReader(c, 'proposals.read');
    const proposal = await getProposal(db, scope, c.req.valid('param').id);
    const mayWrite = hasRole(person, ...hirers) && isGranted(person, 'proposals', 'message');
    return c.json(await readThread(db, scope, proposal, { personId: person.personId, side: 'client', mayWrite }), 200);
  });

  routes.openapi(definitions.writeMessageRoute, async (c) =>
    c.json(await writtenByClient(c, c.req.valid('param').id, c.req.valid('json').text, []), 201),
  );

  routes.openapi(definitions.requestInterviewRoute, async (c) => {
    const { message, times } = c.req.valid('json');
    return c.json(await writtenByClient(c, c.req.valid('param').id, message, futureTimes(times, clock.now())), 201);
  });

  routes.openapi(definitions.readMessagesRoute, async (c) => {
    const { scope, person } = requireHirer(c, 'proposals.message');
    const proposal = await getProposal(db, scope, c.req.valid('param').id);
    await database.transaction((trx) =>
      markRead(trx, deps, scope, proposal, person, 'client', c.req.valid('json').upTo),
    );
    return c.body(null, 204);
  });

  routes.openapi(definitions.listOwnMessagesRoute, async (c) => {
    const { freelancer, tenant, person } = requireFreelancer(c);
    const proposal = await getProposalOf(db, freelancer, tenant, c.req.valid('param').id);
    const reader = { personId: person.personId, side: 'freelancer', mayWrite: true } as const;
    return c.json(await readThread(db, tenantOfFound(freelancer, proposal), proposal, reader), 200);
  });

  routes.openapi(definitions.writeOwnMessageRoute, async (c) => {
    const { freelancer, tenant, person } = requireFreelancer(c);
    const proposal = await getProposalOf(db, freelancer, tenant, c.req.valid('param').id);
    const scope = tenantOfFound(freelancer, proposal);
    const { text } = c.req.valid('json');
    const reader = { personId: person.personId, side: 'freelancer', mayWrite: true } as const;
    const { body } = await onceIfKeyed(c, database, person.personId, clock.now(), async (trx) => {
      const writing = { person, doer: doerOf(c), text, clientName: '' };
      const row = await writeAsFreelancer(trx, deps, scope, proposal, writing);
      return { status: 201, body: await presentWritten(trx, proposal, row, reader) };
    });
    return c.json(body as definitions.ProposalMessage, 201);
  });

  routes.openapi(definitions.readOwnMessagesRoute, async (c) => {
    const { freelancer, tenant, person } = requireFreelancer(c);
    const proposal = await getProposalOf(db, freelancer, tenant, c.req.valid('param').id);
    const scope = tenantOfFound(freelancer, proposal);
    await database.transaction((trx) =>
      markRead(trx, deps, scope, proposal, person, 'freelancer', c.req.valid('json').upTo),
    );
    return c.body(null, 204);
  });

  async function writtenByClient(c: HttpContext, id: string, text: string, times: readonly string[]) {
    const { scope, person } = requireHirer(c, 'proposals.message');
    const proposal = await getProposal(db, scope, id);
    const clientName = (await directory.byId(scope.tenantId))?.brandName ?? '';
    const reader = { personId: person.personId, side: 'client', mayWrite: true } as const;
    const { body } = await onceIfKeyed(c, database, person.personId, clock.now(), async (trx) => {
      const writing = { person, doer: doerOf(c), text, clientName };
      const row = await writeAsClient(trx, deps, scope, proposal, writing, times);
      return { status: 201, body: await presentWritten(trx, proposal, row, reader) };
    });
    return body as definitions.ProposalMessage;
  }

  return routes;
}

function doerOf(c: HttpContext) {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}

/** @throws 422 interview_time_past */
function futureTimes(times: readonly string[], nowMs: number): string[] {
  const past = times.flatMap((time, at) => (Date.parse(time) <= nowMs ? [`/times/${at}`] : []));
  if (past.length > 0)
    throw unprocessable(
      'interview_time_past',
      'A proposed time has passed already; nothing was sent. Choose times that are still to come.',
      past.map((pointer) => ({ pointer, code: 'interview_time_past', message: 'This time has passed.' })),
    );
  const instants = times.map((time) => isoInstant(Date.parse(time)));
  return [...new Set(instants)].sort();
}
