import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Doer } from '../../platform/audit/record-audit.ts';
import { type ActingFreelancer, requireFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { acceptInvitation, applyToProgram, checkEligibility, renewPlace } from './begin-application.ts';
import { chooseSlot, moveInterview, reportReviewerNoShow, soonestMs } from './book-interview.ts';
import { type CaseFacts, interviewOf, readFacts } from './case-facts.ts';
import { answerDesk } from './decide-application.ts';
import * as definitions from './freelancer-definitions.ts';
import { fileAppeal } from './hear-appeal.ts';
import { listSlots } from './interview-store.ts';
import { declineInvitation, withdrawApplication } from './leave-application.ts';
import { getOwnProgram, readOpenPrograms } from './open-programs.ts';
import type { OwnVetting } from './own-schema.ts';
import { presentCalendar } from './present-calendar.ts';
import { namesOf } from './present-case.ts';
import { presentOwn } from './present-own.ts';
import { presentSlot } from './present-parts.ts';
import { handInDocument, takeBackDocument } from './review-documents.ts';
import { calendarHeaders, doerOf, type VettingRouteDeps } from './route-deps.ts';
import { findApplicationOf, listApplicationsOf } from './store.ts';
import type { VettingApplicationRow } from './table.ts';

const applicationsShownMax = 100;
const slotsShownMax = 200;

type Command = (trx: Executor, doer: Doer, facts: CaseFacts) => Promise<unknown>;

/** A freelancer’s own way through vetting, at the installation’s address and every tenant’s. */
export function freelancerVettingRoutes(deps: VettingRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, directory, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  const find = async (trx: Executor, { freelancer, tenant }: ActingFreelancer, id: string) => {
    const row = await findApplicationOf(trx, freelancer, tenant, id);
    if (!row) throw notFound();
    return (await readFacts(trx, [row]))[0]!;
  };

  const present = async (rows: readonly VettingApplicationRow[]): Promise<OwnVetting[]> => {
    const names = await namesOfDesks(rows.map(({ tenantId }) => tenantId));
    const shown: OwnVetting[] = [];
    for (const facts of rows.length === 0 ? [] : await readFacts(db, rows)) {
      const open = await openSlots(facts.application, 1);
      shown.push(await presentOwn(db, deps, names, facts, open.length));
    }
    return shown;
  };

  const namesOfDesks = async (tenantIds: readonly string[]): Promise<Map<string, string>> => {
    const names = new Map<string, string>();
    for (const id of new Set(tenantIds)) {
      const tenant = id === '' ? undefined : await directory.byId(id);
      if (tenant) names.set(id, tenant.brandName);
    }
    return names;
  };

  const openSlots = ({ tenantId, personId }: VettingApplicationRow, limit: number) => {
    const filter = { states: ['open'], fromMs: clock.now() + soonestMs, notReviewerId: personId } as const;
    return listSlots(db, tenantScope(tenantId), filter, limit);
  };

  /** One command on an own application in one transaction, and the application as it is then. */
  const act = async (c: HttpContext, id: string, command: Command): Promise<OwnVetting> => {
    const acting = requireFreelancer(c);
    await database.transaction(async (trx) => command(trx, doerOf(c), await find(trx, acting, id)));
    const { application } = await find(db, acting, id);
    return (await present([application]))[0]!;
  };

  routes.openapi(definitions.listOpenPrograms, async (c) => {
    return c.json({ items: await readOpenPrograms(db, deps, requireFreelancer(c), namesOfDesks) }, 200);
  });

  routes.openapi(definitions.listOwn, async (c) => {
    const { freelancer, tenant } = requireFreelancer(c);
    return c.json(
      { items: await present(await listApplicationsOf(db, freelancer, tenant, applicationsShownMax)) },
      200,
    );
  });

  routes.openapi(definitions.applyRoute, async (c) => {
    const acting = requireFreelancer(c);
    const { programId, statement } = c.req.valid('json');
    const applicant = { freelancerId: acting.freelancer.freelancerId, personId: acting.person.personId };
    const row = await database.transaction(async (trx) => {
      const program = await getOwnProgram(trx, acting.tenant, programId);
      return applyToProgram(trx, deps, doerOf(c), program, applicant, statement);
    });
    return c.json((await present([row]))[0]!, 201);
  });

  routes.openapi(definitions.getOwn, async (c) => {
    const { application } = await find(db, requireFreelancer(c), c.req.valid('param').id);
    return c.json((await present([application]))[0]!, 200);
  });

  routes.openapi(definitions.ownTimeline, async (c) => {
    const { application } = await find(db, requireFreelancer(c), c.req.valid('param').id);
    const subject = { kind: 'vettingApplication', id: application.id };
    return c.json({ items: await readTimeline(db, tenantScope(application.tenantId), subject, 'freelancer') }, 200);
  });

  routes.openapi(definitions.acceptInvitation, async (c) => {
    const { statement } = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, (trx, doer, facts) =>
      acceptInvitation(trx, deps, doer, facts, statement),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.declineInvitation, async (c) => {
    const { reason } = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, (trx, doer, facts) =>
      declineInvitation(trx, deps, doer, facts, reason),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.withdrawOwn, async (c) => {
    const { reason } = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, (trx, doer, facts) =>
      withdrawApplication(trx, deps, doer, facts, reason || null),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.recheckOwn, async (c) => {
    const answer = await act(c, c.req.valid('param').id, (trx, doer, facts) =>
      checkEligibility(trx, deps, doer, facts),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.postDocument, async (c) => {
    const body = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, (trx, doer, facts) =>
      handInDocument(trx, deps, doer, facts, body),
    );
    return c.json(answer, 201);
  });

  routes.openapi(definitions.deleteDocument, async (c) => {
    const { id, documentId } = c.req.valid('param');
    const answer = await act(c, id, (trx, doer, facts) => takeBackDocument(trx, deps, doer, facts, documentId));
    return c.json(answer, 200);
  });

  routes.openapi(definitions.listOpenSlots, async (c) => {
    const { application } = await find(db, requireFreelancer(c), c.req.valid('param').id);
    const slots = await openSlots(application, slotsShownMax);
    const named = await namesOf(
      db,
      slots.map(({ reviewerId }) => reviewerId),
    );
    return c.json({ items: slots.map((slot) => presentSlot(slot, named)) }, 200);
  });

  routes.openapi(definitions.chooseSlot, async (c) => {
    const { slotId } = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, (trx, doer, facts) =>
      chooseSlot(trx, deps, doer, facts, slotId),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.moveOwnInterview, async (c) => {
    const { slotId } = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, (trx, doer, facts) =>
      moveInterview(trx, deps, doer, facts, slotId),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.reportNoShow, async (c) => {
    const { reason } = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, (trx, doer, facts) =>
      reportReviewerNoShow(trx, deps, doer, facts, reason),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.ownInterviewFile, async (c) => {
    const facts = await find(db, requireFreelancer(c), c.req.valid('param').id);
    const interview = interviewOf(facts);
    if (!interview) throw notFound();
    const file = await presentCalendar(db, deps, facts.application, interview, 'applicant');
    return c.body(file, 200, calendarHeaders);
  });

  routes.openapi(definitions.answerOwn, async (c) => {
    const body = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, (trx, doer, facts) =>
      answerDesk(trx, deps, doer, facts, body),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.appealOwn, async (c) => {
    const { text } = c.req.valid('json');
    const answer = await act(c, c.req.valid('param').id, (trx, doer, facts) =>
      fileAppeal(trx, deps, doer, facts, text),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.renewOwn, async (c) => {
    const acting = requireFreelancer(c);
    const { statement } = c.req.valid('json');
    const row = await database.transaction(async (trx) =>
      renewPlace(trx, deps, doerOf(c), await find(trx, acting, c.req.valid('param').id), statement),
    );
    return c.json((await present([row]))[0]!, 201);
  });

  return routes;
}
