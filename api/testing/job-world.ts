import type { JobFacetValue, JobSearchResult } from '../hiring/job-search/schema.ts';
import { type Actor, anonymous } from '../platform/auth/actor.ts';
import { insertFreelancers } from '../talent/freelancers/insert-freelancers.ts';
import { freelancing, globex, openJobSearchApp } from './job-search-app.ts';
import { madeFreelancer } from './made-freelancers.ts';
import { madeJobPost } from './made-job-posts.ts';
import { acme } from './slice-app.ts';

type Made = Partial<Parameters<typeof madeJobPost>[1]>;

export const hourMs = 3_600_000;
export const ada = freelancing('fr_ada');
const web: Made = { categoryId: 'web-development' };
const fixed = (minor: number): Made => ({ budgetKind: 'fixed', budgetMinMinor: minor, budgetMaxMinor: minor });
const hourly = (min: number, max: number): Made => ({ budgetKind: 'hourly', budgetMinMinor: min, budgetMaxMinor: max });
const titled: readonly [title: string, made: Made, agoMs?: number][] = [
  ['Shop front', { skills: ['react', 'css'], ...fixed(80_000), experienceLevel: 'expert', hired: 3 }],
  ['Shop back', { skills: ['react', 'typescript'], ...hourly(3000, 6000), weeklyHours: 20, ...web }],
  ['Cheap shop', { skills: ['react'], ...hourly(500, 1000), weeklyHours: 40, ...web }],
  ['Euro shop', { skills: ['react'], ...fixed(80_000), budgetCurrency: 'EUR' }],
  ['Logo', { skills: ['figma'], tenantId: globex.id, duration: '1To3Months' }, 40 * hourMs],
  ['Ship it from France', { skills: ['typescript'], countries: ['FR'], tenantId: globex.id }],
  ['Long ago', { skills: ['sql'], description: 'Rows **and** columns.' }, 20 * 24 * hourMs],
];

/** Seven open posts of two clients, Ada who writes web pages by the hour, and somebody whose profile says nothing. */
export async function openJobWorld() {
  const app = await openJobSearchApp();
  const nowMs = app.deps.clock.now();
  const posts = titled.map(([title, made, agoMs = 0]) => {
    const id = `jp_${title.toLowerCase().replaceAll(' ', '')}`;
    return madeJobPost(nowMs, { id, tenantId: acme.id, title, publishedAt: nowMs - agoMs, ...made });
  });
  await app.deps.database.transaction((trx) =>
    insertFreelancers(trx, [
      madeFreelancer(nowMs, {
        id: 'fr_ada',
        personId: 'pe_fr_ada',
        skills: ['react', 'typescript'],
        categoryId: 'web-development',
        rateMinor: 5000,
        engagement: 'hourly',
        hoursPerWeek: 20,
      }),
      madeFreelancer(nowMs, { id: 'fr_blank' }),
    ]),
  );
  await app.db.insertInto('jobPosts').values(posts).execute();
  await app.jobSearch.start();

  async function ask<T>(actor: Actor, path: string, method = 'GET', body?: unknown) {
    const answer = await app.as(actor, null).request(method, `/v1/jobs${path}`, body);
    const text = await answer.text();
    return { status: answer.status, body: (text ? JSON.parse(text) : undefined) as T & { code?: string } };
  }
  const search = async (query: string, actor: Actor = anonymous) =>
    (await ask<JobSearchResult>(actor, `/search?${query}`)).body;
  return {
    app,
    nowMs,
    ids: posts.map(({ id }) => id),
    ask,
    search,
    /** Titles in the order of the alphabet. */
    found: async (query: string, actor: Actor = anonymous) =>
      (await search(query, actor)).items.map(({ title }) => title).sort(),
  };
}
export type JobWorld = Awaited<ReturnType<typeof openJobWorld>>;

/** What a facet counts at least once. */
export const countsOf = (values: readonly JobFacetValue[] | undefined) =>
  Object.fromEntries((values ?? []).filter(({ count }) => count > 0).map(({ value, count }) => [value, count]));
