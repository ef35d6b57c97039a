import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import { assignCase } from './assign-case.ts';
import { checkEligibility, inviteToVetting } from './begin-application.ts';
import { closeInterview } from './book-interview.ts';
import { type CaseFacts, getFacts, interviewOf } from './case-facts.ts';
import { decideApplication } from './decide-application.ts';
import { type Desk, type DeskKind, requireDesk, requireReviewer } from './desk.ts';
import type { DeskDefinitions } from './desk-definitions.ts';
import { reinstateMembership, revokeMembership, suspendMembership } from './end-membership.ts';
import { hearAppeal } from './hear-appeal.ts';
import { requireAction } from './hindrances.ts';
import { presentCalendar } from './present-calendar.ts';
import { presentCase } from './present-case.ts';
import { type CasePlace, readQueue, readSummary } from './read-desk.ts';
import { reviewDocument } from './review-documents.ts';
import { calendarHeaders, doerOf, type VettingRouteDeps } from './route-deps.ts';
import { scoreApplication } from './score-application.ts';

type Command = (trx: Executor, desk: Desk, doer: Doer, facts: CaseFacts) => Promise<unknown>;

/** Cases from the queue to the decision and after. */
export function deskRoutes(deps: VettingRouteDeps, kind: DeskKind, definitions: DeskDefinitions): OpenAPIHono<HttpEnv> {
  const { database, cursors, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  /** One command on one case in one transaction, and the case as it is then. */
  const act = async (c: HttpContext, id: string, command: Command) => {
    const desk = requireReviewer(c, kind);
    await database.transaction(async (trx) => command(trx, desk, doerOf(c), await getFacts(trx, desk.scope, id)));
    return presentCase(db, deps, desk, await getFacts(db, desk.scope, id));
  };

  routes.openapi(definitions.summary, async (c) => {
    return c.json(await readSummary(db, requireDesk(c, kind), clock.now()), 200);
  });

  routes.openapi(definitions.listCases, async (c) => {
    const desk = requireDesk(c, kind);
    const { cursor, limit, ...query } = c.req.valid('query');
    const binding = `vetting ${desk.scope.tenantId} ${desk.person.personId} ${JSON.stringify(query)}`;
    const after = cursor === undefined ? undefined : (cursors.decode(binding, cursor) as CasePlace);
    const { items, next } = await readQueue(db, desk, query, after, limit, clock.now());
    return c.json({ items, nextCursor: next ? cursors.encode(binding, next) : null }, 200);
  });

  routes.openapi(definitions.getCase, async (c) => {
    const desk = requireDesk(c, kind);
    return c.json(await presentCase(db, deps, desk, await getFacts(db, desk.scope, c.req.valid('param').id)), 200);
  });

  routes.openapi(definitions.timeline, async (c) => {
    const { scope } = requireDesk(c, kind);
    const { application } = await getFacts(db, scope, c.req.valid('param').id);
    const subject = { kind: 'vettingApplication', id: application.id };
    return c.json({ items: await readTimeline(db, scope, subject, 'team') }, 200);
  });

  routes.openapi(definitions.invite, async (c) => {
    const desk = requireReviewer(c, kind);
    const body = c.req.valid('json');
    const { id } = await database.transaction((trx) => inviteToVetting(trx, deps, desk, doerOf(c), body));
    return c.json(await presentCase(db, deps, desk, await getFacts(db, desk.scope, id)), 201);
  });

  routes.openapi(definitions.assign, async (c) => {
    const { reviewerId } = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, (trx, desk, doer, facts) =>
      assignCase(trx, deps, desk, doer, facts, reviewerId),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.checkEligibility, async (c) => {
    const answer = await act(c, c.req.valid('param').id, (trx, desk, doer, facts) => {
      requireAction('checkEligibility', facts, desk, clock.now());
      return checkEligibility(trx, deps, doer, facts);
    });
    return c.json(answer, 200);
  });

  routes.openapi(definitions.acceptDocument, async (c) => {
    const { id, documentId } = c.req.valid('param');
    const review = { move: 'accept', reason: null } as const;
    const answer = await act(c, id, (trx, desk, doer, facts) =>
      reviewDocument(trx, deps, desk, doer, facts, documentId, review),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.refuseDocument, async (c) => {
    const { id, documentId } = c.req.valid('param');
    const review = { move: 'refuse', reason: c.req.valid('json').reason } as const;
    const answer = await act(c, id, (trx, desk, doer, facts) =>
      reviewDocument(trx, deps, desk, doer, facts, documentId, review),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.holdInterview, async (c) => {
    const answer = await act(c, c.req.valid('param').id, (trx, desk, doer, facts) =>
      closeInterview(trx, deps, desk, doer, facts, 'holdInterview', null),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.markNoShow, async (c) => {
    const { reason } = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, (trx, desk, doer, facts) =>
      closeInterview(trx, deps, desk, doer, facts, 'markNoShow', reason),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.callOffInterview, async (c) => {
    const { reason } = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, (trx, desk, doer, facts) =>
      closeInterview(trx, deps, desk, doer, facts, 'callOffInterview', reason),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.interviewFile, async (c) => {
    const desk = requireDesk(c, kind);
    const facts = await getFacts(db, desk.scope, c.req.valid('param').id);
    const interview = interviewOf(facts);
    if (!interview) throw notFound();
    const file = await presentCalendar(db, deps, facts.application, interview, 'desk');
    return c.body(file, 200, calendarHeaders);
  });

  routes.openapi(definitions.score, async (c) => {
    const body = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, (trx, desk, doer, facts) =>
      scoreApplication(trx, deps, desk, doer, facts, body),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.decide, async (c) => {
    const body = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, (trx, desk, doer, facts) =>
      decideApplication(trx, deps, desk, doer, facts, body),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.suspend, async (c) => {
    const body = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, (trx, desk, doer, facts) =>
      suspendMembership(trx, deps, desk, doer, facts, body),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.reinstate, async (c) => {
    const { reason } = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, (trx, desk, doer, facts) => {
      requireAction('reinstate', facts, desk, clock.now());
      return reinstateMembership(trx, deps, doer, facts, reason);
    });
    return c.json(answer, 200);
  });

  routes.openapi(definitions.revoke, async (c) => {
    const body = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, (trx, desk, doer, facts) =>
      revokeMembership(trx, deps, desk, doer, facts, body),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.hearAppeal, async (c) => {
    const body = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, (trx, desk, doer, facts) =>
      hearAppeal(trx, deps, desk, doer, facts, body),
    );
    return c.json(answer, 200);
  });

  return routes;
}
