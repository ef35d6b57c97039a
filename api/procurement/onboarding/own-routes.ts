import type { OpenAPIHono } from '@hono/zod-openapi';
import { isOperator, type Person } from '../../platform/auth/actor.ts';
import { requireFreelancer } from '../../platform/auth/freelancer-scope.ts';
import { type HttpContext, type HttpEnv, requirePerson } from '../../platform/http/environment.ts';
import { forbidden } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { presentDocuments } from '../compliance-documents/read-documents.ts';
import { doerOf, doerOfTask, operatorTask, ownOnboarding, ownTask, requireOwnedBy } from './acting.ts';
import { addDocument } from './add-document.ts';
import { doTask } from './do-task.ts';
import { presentTasks } from './present-task.ts';
import { readContractOnboarding, readTaskPage } from './read-tasks.ts';
import * as definitions from './schema.ts';
import type { TeamRouteDeps } from './team-routes.ts';

/** The freelancer's side, over all their contracts. */
export function ownOnboardingRoutes(deps: TeamRouteDeps): OpenAPIHono<HttpEnv> {
  const { database } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listOwnTasksRoute, async (c) => {
    const { person, freelancer, tenant } = requireFreelancer(c);
    const reach = { freelancerId: freelancer.freelancerId, tenantId: tenant?.tenantId };
    return c.json(await readTaskPage(deps, { side: 'freelancer', person }, reach, c.req.valid('query')), 200);
  });

  routes.openapi(definitions.getOwnTaskRoute, async (c) => {
    const acting = requireFreelancer(c);
    const { task } = await ownTask(db, acting, c.req.valid('param').id);
    const [shown] = await presentTasks(db, deps, { side: 'freelancer', person: acting.person }, [task]);
    return c.json(shown!, 200);
  });

  routes.openapi(definitions.submitOwnTaskRoute, async (c) => {
    const acting = requireFreelancer(c);
    const answer = await database.transaction(async (trx) => {
      const { scope, onboarding, task } = await ownTask(trx, acting, c.req.valid('param').id);
      requireOwnedBy(task, 'freelancer');
      const by = await doerOfTask(trx, c, acting.person, onboarding.freelancerName);
      const done = await doTask(trx, deps, scope, doerOf(c), onboarding, task, by, c.req.valid('json'));
      return (await presentTasks(trx, deps, { side: 'freelancer', person: acting.person }, [done]))[0]!;
    });
    return c.json(answer, 200);
  });

  routes.openapi(definitions.ownContractOnboardingRoute, async (c) => {
    const acting = requireFreelancer(c);
    const { id } = c.req.valid('param');
    const onboarding = await ownOnboarding(db, acting, id);
    const asker = { side: 'freelancer', person: acting.person } as const;
    return c.json(await readContractOnboarding(db, deps, asker, id, onboarding), 200);
  });

  routes.openapi(definitions.addOwnDocumentRoute, async (c) => {
    const acting = requireFreelancer(c);
    const row = await database.transaction(async (trx) => {
      const onboarding = await ownOnboarding(trx, acting, c.req.valid('param').id);
      return addDocument(trx, deps, doerOf(c), onboarding, acting.person.personId, c.req.valid('json'));
    });
    return c.json((await presentDocuments(db, deps, acting.tenant, [row]))[0]!, 201);
  });

  return routes;
}

/** What the marketplace itself was asked for. */
export function operatorOnboardingRoutes(deps: TeamRouteDeps): OpenAPIHono<HttpEnv> {
  const { database } = deps;
  const routes = newRoutes();

  routes.openapi(definitions.listOperatorTasksRoute, async (c) => {
    const person = requireDesk(c);
    const reach = { owner: 'operator' } as const;
    return c.json(await readTaskPage(deps, { side: 'operator', person }, reach, c.req.valid('query')), 200);
  });

  routes.openapi(definitions.submitOperatorTaskRoute, async (c) => {
    const person = requireDesk(c);
    const answer = await database.transaction(async (trx) => {
      const { scope, onboarding, task } = await operatorTask(trx, c.req.valid('param').id);
      const by = await doerOfTask(trx, c, person);
      const done = await doTask(trx, deps, scope, doerOf(c), onboarding, task, by, c.req.valid('json'));
      return (await presentTasks(trx, deps, { side: 'operator', person }, [done]))[0]!;
    });
    return c.json(answer, 200);
  });

  return routes;
}

/** @throws 401, 403 */
function requireDesk(c: HttpContext): Person {
  const person = requirePerson(c);
  if (!isOperator(person, 'vetter', 'support')) throw forbidden('This is for people of the marketplace.');
  return person;
}
