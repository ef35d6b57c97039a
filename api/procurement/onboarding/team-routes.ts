import type { OpenAPIHono } from '@hono/zod-openapi';
import { memberRoles } from '../../platform/auth/actor.ts';
import { requireRole } from '../../platform/auth/require-role.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type HttpContext, type HttpEnv, requireScope } from '../../platform/http/environment.ts';
import { notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import { presentDocuments } from '../compliance-documents/read-documents.ts';
import { doerOf, doerOfTask, type FoundTask, requireOwnedBy, teamTask } from './acting.ts';
import { addDocument } from './add-document.ts';
import { acceptTask, overrideTask, recordCheck, returnTask } from './decide-task.ts';
import { doTask, type TaskDeps } from './do-task.ts';
import { type OnboardingMember, requireDecider, requireOverrider, requireReader } from './grants.ts';
import { taskNoun } from './move-task.ts';
import { presentTasks } from './present-task.ts';
import { type ReadDeps, readContractOnboarding, readTaskPage } from './read-tasks.ts';
import * as definitions from './schema.ts';
import { findOnboarding } from './store.ts';
import type { OnboardingTaskRow } from './table.ts';

export type TeamRouteDeps = TaskDeps & ReadDeps;

/** The client's side: the desk, and what is done and decided there. */
export function onboardingRoutes(deps: TeamRouteDeps): OpenAPIHono<HttpEnv> {
  const { database } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listTasksRoute, async (c) => {
    const { scope, person } = requireReader(c);
    const asker = { side: 'client', person } as const;
    return c.json(await readTaskPage(deps, asker, { tenantId: scope.tenantId }, c.req.valid('query')), 200);
  });

  routes.openapi(definitions.getTaskRoute, async (c) => {
    const member = requireContractReader(c);
    const { task } = await teamTask(db, member.scope, c.req.valid('param').id);
    return c.json(await presented(db, member, task), 200);
  });

  routes.openapi(definitions.taskTimelineRoute, async (c) => {
    const { scope } = requireContractReader(c);
    const { task } = await teamTask(db, scope, c.req.valid('param').id);
    return c.json({ items: await readTimeline(db, scope, { kind: taskNoun, id: task.id }, 'team') }, 200);
  });

  routes.openapi(definitions.submitTaskRoute, async (c) => {
    const member = requireDecider(c);
    const answer = await onTask(c.req.valid('param').id, member, async (trx, { scope, onboarding, task }) => {
      requireOwnedBy(task, 'client');
      const by = await doerOfTask(trx, c, member.person);
      return doTask(trx, deps, scope, doerOf(c), onboarding, task, by, c.req.valid('json'));
    });
    return c.json(answer, 200);
  });

  routes.openapi(definitions.acceptTaskRoute, async (c) => {
    const member = requireDecider(c);
    const answer = await onTask(c.req.valid('param').id, member, (trx, { scope, task }) =>
      acceptTask(trx, deps, scope, doerOf(c), task, member.person, c.req.valid('json')),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.returnTaskRoute, async (c) => {
    const member = requireDecider(c);
    const answer = await onTask(c.req.valid('param').id, member, (trx, { scope, onboarding, task }) =>
      returnTask(trx, deps, scope, doerOf(c), onboarding, task, member.person, c.req.valid('json')),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.overrideTaskRoute, async (c) => {
    const member = requireOverrider(c);
    const { reason } = c.req.valid('json');
    const answer = await onTask(c.req.valid('param').id, member, (trx, { scope, task }) =>
      overrideTask(trx, deps, scope, doerOf(c), task, member.person, reason),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.checkResultRoute, async (c) => {
    const member = requireDecider(c);
    const answer = await onTask(c.req.valid('param').id, member, (trx, { scope, onboarding, task }) =>
      recordCheck(trx, deps, scope, doerOf(c), onboarding, task, member.person, c.req.valid('json')),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.contractOnboardingRoute, async (c) => {
    const { scope, person } = requireContractReader(c);
    const { id } = c.req.valid('param');
    const onboarding = await findOnboarding(db, scope, id);
    if (!onboarding) throw notFound();
    return c.json(await readContractOnboarding(db, deps, { side: 'client', person }, id, onboarding), 200);
  });

  routes.openapi(definitions.addDocumentRoute, async (c) => {
    const { scope, person } = requireDecider(c);
    const row = await database.transaction(async (trx) => {
      const onboarding = await findOnboarding(trx, scope, c.req.valid('param').id);
      if (!onboarding) throw notFound();
      return addDocument(trx, deps, doerOf(c), onboarding, person.personId, c.req.valid('json'));
    });
    return c.json((await presentDocuments(db, deps, scope, [row]))[0]!, 201);
  });

  return routes;

  function onTask(
    id: string,
    member: OnboardingMember,
    command: (trx: Executor, found: FoundTask) => Promise<OnboardingTaskRow>,
  ) {
    return database.transaction(async (trx) => {
      const task = await command(trx, await teamTask(trx, member.scope, id));
      return presented(trx, member, task);
    });
  }

  async function presented(executor: Executor, { person }: OnboardingMember, task: OnboardingTaskRow) {
    return (await presentTasks(executor, deps, { side: 'client', person }, [task]))[0]!;
  }
}

/** What a contract was asked for stays readable with the contract, whatever the plan is now. @throws 401, 403, 404 */
function requireContractReader(c: HttpContext): OnboardingMember {
  const person = requireRole(c, ...memberRoles);
  return { scope: requireScope(c), person };
}
