import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Database } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { conflict, Refusal } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import type { ApprovalDeps } from './approval-deps.ts';
import { stateOfLink } from './approval-link.ts';
import type { ApprovalSubjects } from './approval-subjects.ts';
import { type Decision, decideApproval, takeBackApproval } from './decide-approval.ts';
import { subjectOf } from './end-approval.ts';
import { requireApprover, requireReader } from './grants.ts';
import { simulateRoute } from './policy-schema.ts';
import { countWaiting, getApproval, type Place, type Reader, readApprovals } from './read-approvals.ts';
import * as definitions from './schema.ts';
import { simulateApproval } from './simulate.ts';

export type ApprovalRouteDeps = ApprovalDeps & { database: Database; cursors: Cursors; secret: string };

/** @param subjects by kind, handed in by the wings above */
export function approvalRoutes(deps: ApprovalRouteDeps, subjects: ApprovalSubjects): OpenAPIHono<HttpEnv> {
  const { database, cursors, clock, secret } = deps;
  const { db } = database;
  const routes = newRoutes();
  const nowMs = () => clock.now();

  const decide = async (c: HttpContext, id: string, asked: Omit<Decision, 'linkId'> & { link: string | undefined }) => {
    const decider = requireApprover(c, nowMs());
    const { link, ...decision } = asked;
    const linkId = link === undefined ? null : await checkLink(decider, id, link);
    const doer = { actor: c.get('actor'), requestId: c.get('requestId') };
    await database.transaction((trx) =>
      decideApproval(trx, deps, subjects, decider, doer, id, { ...decision, linkId }),
    );
    const approval = await getApproval(db, subjects, decider, id);
    if (approval.state !== 'approved') return approval;
    await carryOut(c, decider, approval);
    return getApproval(db, subjects, decider, id);
  };

  /** What was approved happens at once where it can; where that fails, the subject's own job does it later. */
  const carryOut = async (c: HttpContext, { scope }: Reader, { subject }: definitions.Approval) => {
    try {
      await subjectOf(subjects, { subjectKind: subject.kind }).carryOut?.(scope, subject.id);
    } catch (error) {
      c.get('log').warn({ err: error, subject }, 'what was approved is tried again by its job');
    }
  };

  /** @throws 409 link_used …, 403 link_of_another_person */
  const checkLink = async ({ scope, person }: Reader, id: string, link: string): Promise<string> => {
    const { state, linkId } = await stateOfLink(db, { secret, nowMs: nowMs() }, scope, person.personId, id, link);
    if (linkId !== null) return linkId;
    throw linkRefusals[state as Exclude<typeof state, 'valid'>]();
  };

  routes.openapi(definitions.listApprovalsRoute, async (c) => {
    const reader = requireReader(c, nowMs());
    const { view, state, cursor, limit } = c.req.valid('query');
    const binding = `approvals ${reader.scope.tenantId} ${reader.person.personId} ${view} ${state ?? ''}`;
    const after = cursor === undefined ? undefined : (cursors.decode(binding, cursor) as Place);
    const { items, next } = await readApprovals(db, subjects, reader, { view, state }, after, limit);
    const waitingForMe = await countWaiting(db, reader);
    return c.json({ items, nextCursor: next ? cursors.encode(binding, next) : null, waitingForMe }, 200);
  });

  routes.openapi(definitions.getApprovalRoute, async (c) => {
    const reader = requireReader(c, nowMs());
    return c.json(await getApproval(db, subjects, reader, c.req.valid('param').id), 200);
  });

  routes.openapi(definitions.approvalTimelineRoute, async (c) => {
    const reader = requireReader(c, nowMs());
    const { id } = await getApproval(db, subjects, reader, c.req.valid('param').id);
    return c.json({ items: await readTimeline(db, reader.scope, { kind: 'approval', id }, 'team') }, 200);
  });

  routes.openapi(definitions.readLinkRoute, async (c) => {
    const reader = requireReader(c, nowMs());
    const { id } = await getApproval(db, subjects, reader, c.req.valid('param').id);
    const { scope, person } = reader;
    const link = await stateOfLink(
      db,
      { secret, nowMs: nowMs() },
      scope,
      person.personId,
      id,
      c.req.valid('query').link,
    );
    return c.json({ state: link.state }, 200);
  });

  routes.openapi(definitions.approveRoute, async (c) => {
    const { hash, reason, link } = c.req.valid('json');
    const { id } = c.req.valid('param');
    return c.json(await decide(c, id, { move: 'approve', hash, reason: reason || null, link }), 200);
  });

  routes.openapi(definitions.rejectRoute, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await decide(c, id, { move: 'reject', link: undefined, ...c.req.valid('json') }), 200);
  });

  routes.openapi(definitions.requestChangesRoute, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await decide(c, id, { move: 'requestChanges', link: undefined, ...c.req.valid('json') }), 200);
  });

  routes.openapi(definitions.cancelApprovalRoute, async (c) => {
    const reader = requireReader(c, nowMs(), 'approvals.decide');
    const { id } = c.req.valid('param');
    const reason = c.req.valid('json').reason || null;
    const doer = { actor: c.get('actor'), requestId: c.get('requestId') };
    await database.transaction((trx) => takeBackApproval(trx, deps, subjects, reader, doer, id, reason));
    return c.json(await getApproval(db, subjects, reader, id), 200);
  });

  routes.openapi(simulateRoute, async (c) => {
    const { scope, person } = requireReader(c, nowMs());
    return c.json(await simulateApproval(db, deps, scope, person.personId, c.req.valid('json')), 200);
  });

  return routes;
}

const linkRefusals = {
  invalid: () =>
    conflict('link_invalid', 'This link was not given out for this approval; nothing was decided. Decide on its page.'),
  expired: () => conflict('link_expired', 'This link has ended; nothing was decided. Decide on the approval’s page.'),
  outdated: () =>
    conflict('link_outdated', 'This link is of terms that have changed; nothing was decided. Read what they are now.'),
  used: () => conflict('link_used', 'Somebody decided by this link already; nothing was changed.'),
  over: () => conflict('link_over', 'The step that this link is of was decided; nothing was changed.'),
  otherPerson: () =>
    new Refusal(
      403,
      'link_of_another_person',
      'This link was sent to somebody else; nothing was decided. Decide on the approval’s page if you are asked too.',
    ),
};
