import { assembleHiring } from '@portico/api/assemble-hiring.ts';
import { assemblePayments } from '@portico/api/assemble-payments.ts';
import type { JobPostFields } from '@portico/api/hiring/job-posts/schema.ts';
import { virtualClock } from '@portico/api/platform/clock/clock.ts';
import { policyRoutes } from '@portico/api/platform/policies/routes.ts';
import { tenantScope } from '@portico/api/platform/tenants/tenant-scope.ts';
import { policies } from '@portico/api/policies.ts';
import { readPools } from '@portico/api/talent/talent-pools/read-for-search.ts';
import type { SeededApp } from '../seed-tenants.ts';
import { seedTenants } from '../tenants.ts';
import type { SeedFreelancer } from '../world.ts';
import { actAs } from './act-as.ts';
import { approve } from './approve.ts';
import { larkmoorPosts } from './larkmoor-posts.ts';
import { larkmoorFields, larkmoorRules, larkmoorTemplates, larkmoorTerms } from './larkmoor-settings.ts';
import { brightwaterPosts, fennecPosts } from './other-posts.ts';
import { seedNamedPeople } from './seed-named.ts';
import type { SeedPost } from './seed-post.ts';
import { seedProposals } from './seed-proposals.ts';
import type { HiringStage, Proposer } from './stage.ts';
import { membersOf, proposersOf } from './who-acts.ts';

const dayMs = 24 * 60 * 60 * 1000;
const postsOf: Readonly<Record<string, readonly SeedPost[]>> = {
  larkmoor: larkmoorPosts,
  fennec: fennecPosts,
  brightwater: brightwaterPosts,
};

/**
 * Posts, invitations, proposals and offers of the demo world, made through the same routes that people use, each on
 * the day it would have happened. A post that is there already is left alone.
 */
export async function seedHiring(
  app: SeededApp,
  people: readonly SeedFreelancer[],
  onProgress?: (what: string, done: number, total: number) => void,
): Promise<void> {
  const nowMs = app.deps.clock.now();
  const clock = virtualClock(nowMs);
  const own = { ...app.deps, ...app.identity, clock };
  const deps = { ...own, jobSearch: app.jobSearch, purposes: assemblePayments(own).purposes };
  const ask = actAs(deps, [...assembleHiring(deps).routes, policyRoutes(deps, policies)]);
  const proposers = await proposersOf(app, people, nowMs);
  const total = Object.values(postsOf).reduce((sum, posts) => sum + posts.length, 0);
  const bought = new Set<string>();
  const stages = new Map<string, HiringStage>();
  let isNew = false;
  let done = 0;
  for (const { slug, members } of seedTenants) {
    const { tenant, members: actors } = await membersOf(app, slug, members, nowMs);
    const stage: HiringStage = { ask, tenant, clock, bought, members: actors };
    stages.set(slug, stage);
    const known = await knownTitles(stage);
    if (slug === 'larkmoor' && known.size === 0) await seedSettings(stage);
    const pools = await readPools(app.deps.database.db, tenantScope(tenant.id), tenant);
    for (const post of postsOf[slug] ?? []) {
      done += 1;
      onProgress?.('Job posts', done, total);
      if (known.has(post.title)) continue;
      clock.advance(nowMs - post.daysAgo * dayMs - clock.now());
      await seedPost(stage, post, pools, proposers);
    }
    if ((postsOf[slug] ?? []).some(({ title }) => !known.has(title))) isNew = true;
    clock.advance(nowMs - clock.now());
  }
  if (isNew) await seedNamedPeople(stages, proposers);
}

async function seedPost(
  stage: HiringStage,
  post: SeedPost,
  pools: readonly { id: string; name: string }[],
  proposers: readonly Proposer[],
): Promise<void> {
  const { ask, tenant, clock, members } = stage;
  const author = members.get(post.by)!;
  const poolIds = pools.filter(({ name }) => name === post.pool).map(({ id }) => id);
  const { id } = await ask<{ id: string }>(author, tenant, 'POST', '/v1/job-posts', fieldsOf(post, poolIds));
  if (post.state === 'draft') return;
  const published = await ask<{ state: string; approvalId: string | null }>(
    author,
    tenant,
    'POST',
    `/v1/job-posts/${id}/publish`,
    {},
  );
  clock.advance(dayMs / 8);
  if (published.approvalId && published.state === 'pendingApproval')
    await approve(stage, [members.get('Samuel')!, members.get('Petra')!], published.approvalId);
  if (post.proposals) await seedProposals(stage, { id, post, author }, proposers);
  if (post.state === 'paused') await ask(author, tenant, 'POST', `/v1/job-posts/${id}/pause`, {});
  if (post.state === 'closed')
    await ask(author, tenant, 'POST', `/v1/job-posts/${id}/close`, { reason: 'noLongerNeeded' });
}

function fieldsOf(post: SeedPost, poolIds: string[]): JobPostFields {
  const usd = (amount: number) => ({ amountMinor: amount * 100, currency: 'USD' });
  return {
    title: post.title,
    description: post.description,
    categoryId: post.category,
    skills: post.skills.map((name) => ({ name })),
    budget:
      'fixed' in post.budget
        ? { kind: 'fixed', amount: usd(post.budget.fixed) }
        : { kind: 'hourly', min: usd(post.budget.hourly[0]), max: usd(post.budget.hourly[1]) },
    duration: post.duration,
    weeklyHours: post.weeklyHours,
    experienceLevel: post.level,
    visibility: post.visibility ?? 'public',
    poolIds,
    questions: (post.questions ?? []).map(({ kind, text, choices = [], isRequired = false }) => ({
      kind,
      text,
      choices: [...choices],
      isRequired,
    })),
    team: post.team ?? null,
    costCenter: post.costCenter ?? null,
    purchaseOrder: post.purchaseOrder ? { kind: 'number', number: post.purchaseOrder } : null,
    customFields: post.customFields ?? {},
    hires: post.hires ?? 1,
  };
}

async function seedSettings({ ask, tenant, members }: HiringStage): Promise<void> {
  const admin = members.get('Mirela')!;
  const fields = '/v1/tenant/job-fields';
  const fieldsEtag = await ask.etag(admin, tenant, fields);
  await ask(admin, tenant, 'PUT', fields, { fields: larkmoorFields }, { 'if-match': fieldsEtag });
  const rules = '/v1/approval-policy';
  await ask(admin, tenant, 'PUT', rules, larkmoorRules, { 'if-match': await ask.etag(admin, tenant, rules) });
  const note = 'First rules: large posts, offers and payments';
  await ask(
    admin,
    tenant,
    'POST',
    `${rules}/publication`,
    { note },
    { 'if-match': await ask.etag(admin, tenant, rules) },
  );
  await ask(admin, tenant, 'POST', '/v1/terms-templates', larkmoorTerms);
  for (const template of larkmoorTemplates)
    await ask(members.get('Hanna')!, tenant, 'POST', '/v1/job-templates', template);
}

async function knownTitles({ ask, tenant, members }: HiringStage): Promise<Set<string>> {
  const [reader] = members.values();
  const { items } = await ask<{ items: { title: string }[] }>(reader!, tenant, 'GET', '/v1/job-posts?limit=100');
  return new Set(items.map(({ title }) => title));
}
