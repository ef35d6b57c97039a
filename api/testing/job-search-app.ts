import { OpenAPIHono } from '@hono/zod-openapi';
import { jobMarkRoutes } from '../hiring/job-marks/routes.ts';
import { createJobSearch } from '../hiring/job-search/keep-index.ts';
import { jobSearchRoutes } from '../hiring/job-search/routes.ts';
import { jobSearchDeps } from '../hiring/job-search/search-jobs.ts';
import type { Person } from '../platform/auth/actor.ts';
import { authInstant } from '../platform/auth/auth-instant.ts';
import type { HttpEnv, RequestTenant } from '../platform/http/environment.ts';
import { signedIn } from './actors.ts';
import { acme, sliceApp, testDeps } from './slice-app.ts';

export const globex: RequestTenant = { id: 'tn_globex', slug: 'globex', plan: 'enterprise' };
export const clientCountries = { [acme.id]: 'DE', [globex.id]: 'US' } as Record<string, string>;

/** What freelancers ask about jobs, over a fresh database with two clients. Stop it when done. */
export async function openJobSearchApp() {
  const deps = await testDeps();
  const { db } = deps.database;
  const createdAt = authInstant(deps.clock.now());
  await db
    .insertInto('tenants')
    .values(
      [acme, globex].map(({ id, slug, plan }) => {
        const country = clientCountries[id]!;
        const plain = { brandName: null, logo: null, locale: 'en', theme: '{}', brand: null, revision: 1 };
        return { id, slug, name: slug, plan, country, createdAt, ...plain };
      }),
    )
    .execute();
  const jobSearch = createJobSearch(deps);
  const jobs = jobSearchDeps({ ...deps, jobSearch });
  const routes = new OpenAPIHono<HttpEnv>();
  routes.route('/', jobMarkRoutes(jobs));
  routes.route('/', jobSearchRoutes(jobs));
  return {
    deps,
    db,
    jobSearch,
    jobs,
    ...sliceApp(routes),
    stop: async () => {
      await jobSearch.stop();
      await deps.database.close();
    },
  };
}
export type JobSearchApp = Awaited<ReturnType<typeof openJobSearchApp>>;

export function freelancing(freelancerId: string): Person {
  return { ...signedIn(`pe_${freelancerId}`), freelancerId };
}
