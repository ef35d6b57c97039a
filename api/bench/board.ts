import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../app.ts';
import { insertPosts } from '../hiring/job-posts/store.ts';
import { createPersonWithPassword, passwordHash } from '../platform/auth/create-person.ts';
import { addMember, createTenant } from '../platform/tenants/create-tenant.ts';
import { insertFreelancers } from '../talent/freelancers/insert-freelancers.ts';
import { madeJobPost } from '../testing/made-job-posts.ts';
import { boardSkills, type MadeBoard, madeBoard, madeBoardFreelancer } from './jobs/made-board.ts';
import { measure, openBenchApp, signIn } from './jobs.ts';

const posts = 40;
const proposalsEach = 500;
const freelancers = 5_000;
const rowsAtOnce = 500;
const email = 'owner@bench.example';
const password = 'only for measuring speed';

/**
 * The review board of a post with 500 proposals, with notes, ratings, threads, boosts and screening answers, among 40
 * such posts, with everything a request passes in production, in this process, one by one.
 */
export async function benchBoard(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-bench-'));
  const app = await openBenchApp(folder);
  try {
    const { slug, cookie } = await fillBoards(app);
    // Asked for many times in turn: one board alone would stay in the database's cache.
    const asker = Array.from({ length: 8 }, () => cookie);
    let asked = 0;
    const board = (query: string) => () => `/t/${slug}/v1/job-posts/jp_${asked++ % posts}/proposals${query}`;
    const rows = {
      'whole board, best match': await measure(app, asker, board(''), '≤ 100'),
      'whole board, by bid': await measure(app, asker, board('?sort=bidLow'), '≤ 100'),
      'shortlisted only': await measure(app, asker, board('?shortlisted=true'), '≤ 100'),
      'one whole proposal': await measure(
        app,
        asker,
        () => `/t/${slug}/v1/proposals/pr_0_${asked++ % proposalsEach}`,
        '–',
      ),
    };
    console.log(`\nReview board: ${proposalsEach} proposals on each of ${posts} posts, ${freelancers} freelancers`);
    console.table(rows);
  } finally {
    await app.deps.database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fillBoards(app: App): Promise<{ slug: string; cookie: string }> {
  const { database, clock } = app.deps;
  const slug = 'bench';
  const hash = await passwordHash(password);
  const { tenantId, personId } = await app.identity.authority.change(async (trx) => {
    const id = await createTenant(trx, app.deps, { slug, name: 'Bench', plan: 'enterprise' });
    const owner = await createPersonWithPassword(trx, app.deps, { email, name: 'Owner' }, hash);
    await addMember(trx, app.deps, id, owner, ['hiringManager']);
    return { tenantId: id, personId: owner };
  });
  const people = Array.from({ length: freelancers }, (_, n) => madeBoardFreelancer(n, clock.now()));
  await database.transaction((trx) => insertFreelancers(trx, people));
  for (let n = 0; n < posts; n++) {
    const budget = { budgetKind: 'fixed', budgetMinMinor: 500_000, budgetMaxMinor: 500_000 } as const;
    const post = madeJobPost(clock.now(), {
      id: `jp_${n}`,
      tenantId,
      ownerId: personId,
      skills: boardSkills,
      ...budget,
    });
    const made = madeBoard({ post: n, count: proposalsEach, freelancers, tenantId, personId, nowMs: clock.now() });
    await database.transaction(async (trx) => {
      await insertPosts(trx, [post]);
      for (const table of Object.keys(made) as (keyof MadeBoard)[]) {
        for (let at = 0; at < made[table].length; at += rowsAtOnce)
          await trx
            .insertInto(table)
            .values(made[table].slice(at, at + rowsAtOnce) as never)
            .execute();
      }
    });
  }
  return { slug, cookie: await signIn(app, email, `/t/${slug}`) };
}
