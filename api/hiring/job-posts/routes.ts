import type { OpenAPIHono } from '@hono/zod-openapi';
import { isOperator } from '../../platform/auth/actor.ts';
import { type Database, type Executor, isUniqueViolation } from '../../platform/database/database.ts';
import { type HttpContext, type HttpEnv, requirePerson } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { onceIfKeyed } from '../../platform/http/idempotency.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { forbidden, notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readFieldSet } from '../custom-fields/read-fields.ts';
import { type Grant, type HiringMember, requireHirer, requireReader } from '../grants.ts';
import { changePost } from './change-post.ts';
import { duplicatePost, repostPost } from './copy-post.ts';
import type { JobPostDeps } from './deps.ts';
import { type Author, createDraft, takeDraftBack, throwDraftAway } from './draft-post.ts';
import { closePost, removePost } from './end-post.ts';
import { readGuidance } from './guidance.ts';
import { readPostPage } from './list-posts.ts';
import { movePost } from './move-post.ts';
import { jobPostsPolicy } from './policy.ts';
import { type JobPostRecord, postOfRow } from './post-of-row.ts';
import { type ProposalCounts, presentJobPost, presentPreview, presentSummaries } from './present-job-posts.ts';
import { identicalOpenPost, outdated, publishPost } from './publish-post.ts';
import { publishProblems } from './publish-problems.ts';
import { getJobPost } from './read-job-posts.ts';
import * as definitions from './route-definitions.ts';
import type { JobPost, JobPostFields } from './schema.ts';
import { findPost, findPostsAnywhere } from './store.ts';

export type JobPostRouteDeps = JobPostDeps & {
  database: Database;
  cursors: Cursors;
  secret: string;
  directory: Pick<TenantDirectory, 'byId'>;
};

/** What slices that stand on job posts answer. */
export type JobPostPorts = {
  proposalCounts?: (db: Executor, scope: TenantScope, jobPostIds: readonly string[]) => Promise<ProposalCounts>;
  /** @throws 404 */
  templateFields?: (db: Executor, scope: TenantScope, templateId: string) => Promise<JobPostFields>;
};

export function jobPostRoutes(deps: JobPostRouteDeps, ports: JobPostPorts = {}): OpenAPIHono<HttpEnv> {
  const { database } = deps;
  const routes = newRoutes();

  routes.openapi(definitions.guidanceRoute, async (c) => {
    const { scope } = requireReader(c, 'jobPost.draft');
    const { guidanceMin } = await readPolicy(database.db, scope, jobPostsPolicy);
    return c.json(await readGuidance(database.db, deps.clock.now(), c.req.valid('query'), guidanceMin), 200);
  });

  routes.openapi(definitions.listJobPostsRoute, async (c) => {
    const { scope, person } = requireReader(c, 'jobPost.read');
    const { state, q, owner, sort, limit, cursor } = c.req.valid('query');
    const { posts, counts, nextCursor } = await readPostPage(database.db, deps.cursors, scope, {
      ...(state && state.length > 0 && { states: state }),
      ...(q && { words: q }),
      ...(owner && { ownerId: owner === 'me' ? person.personId : owner }),
      ...{ sort, limit, cursor },
    });
    const ids = posts.map(({ id }) => id);
    const proposals = (await ports.proposalCounts?.(database.db, scope, ids)) ?? new Map();
    return c.json({ items: await presentSummaries(database.db, posts, proposals), counts, nextCursor }, 200);
  });

  routes.openapi(definitions.createJobPostRoute, async (c) => {
    const author = requireAuthor(c, 'jobPost.draft');
    const given = c.req.valid('json');
    return answerCreated(c, author, async (trx) => {
      const { templateId = null } = given;
      const begun = templateId === null ? {} : await ports.templateFields?.(trx, author.scope, templateId);
      if (begun === undefined) throw notFound();
      return createDraft(trx, deps, author, { ...begun, ...given }, { templateId, repostOf: null });
    });
  });

  routes.openapi(definitions.getJobPostRoute, async (c) => {
    const member = requireReader(c, 'jobPost.read');
    const post = await getJobPost(database.db, member.scope, c.req.valid('param').id);
    return c.json(await present(member, post), 200, { etag: etagOf(post) });
  });

  routes.openapi(definitions.changeJobPostRoute, async (c) => {
    const author = requireAuthor(c, 'jobPost.draft');
    const { id } = c.req.valid('param');
    const post = await alone(async (trx) => {
      const row = await findPost(trx, author.scope, id);
      if (!row) throw notFound();
      requireIfMatch(c, etagOf(row));
      await changePost(trx, deps, author, row, c.req.valid('json'));
      return getJobPost(trx, author.scope, id);
    });
    return c.json(await present(author, post), 200, { etag: etagOf(post) });
  });

  routes.openapi(definitions.deleteJobPostRoute, async (c) => {
    const author = requireAuthor(c, 'jobPost.draft');
    await database.transaction((trx) => throwDraftAway(trx, deps, author, c.req.valid('param').id));
    return c.body(null, 204);
  });

  routes.openapi(definitions.restoreJobPostRoute, async (c) => {
    const author = requireAuthor(c, 'jobPost.draft');
    const { id } = c.req.valid('param');
    const post = await database.transaction(async (trx) => {
      await takeDraftBack(trx, deps, author, id);
      return getJobPost(trx, author.scope, id);
    });
    return c.json(await present(author, post), 200, { etag: etagOf(post) });
  });

  routes.openapi(definitions.previewJobPostRoute, async (c) => {
    const { scope } = requireReader(c, 'jobPost.read');
    const tenant = c.get('tenant')!;
    const post = await getJobPost(database.db, scope, c.req.valid('param').id);
    const { fields } = await readFieldSet(database.db, scope);
    const isDraft = post.state === 'draft';
    const problems = isDraft
      ? [...publishProblems(post, fields), ...(await outdated(database.db, scope, tenant, post))]
      : [];
    const known = await deps.directory.byId(scope.tenantId);
    const client = { name: known?.brandName ?? '', logoUrl: known?.logoUrl ?? null };
    return c.json(await presentPreview(database.db, deps, scope, client, post, problems), 200);
  });

  routes.openapi(definitions.jobPostTimelineRoute, async (c) => {
    const { scope } = requireReader(c, 'jobPost.read');
    const { id } = await getJobPost(database.db, scope, c.req.valid('param').id);
    return c.json({ items: await readTimeline(database.db, scope, { kind: 'jobPost', id }, 'team') }, 200);
  });

  routes.openapi(definitions.publishJobPostRoute, async (c) =>
    c.json(...(await answerMoved(c, (trx, author, post) => publishPost(trx, deps, author, post)))),
  );
  routes.openapi(definitions.pauseJobPostRoute, async (c) =>
    c.json(...(await answerMoved(c, (trx, { scope, doer }, post) => movePost(trx, deps, scope, doer, post, 'pause')))),
  );
  routes.openapi(definitions.resumeJobPostRoute, async (c) =>
    c.json(...(await answerMoved(c, (trx, { scope, doer }, post) => movePost(trx, deps, scope, doer, post, 'resume')))),
  );
  routes.openapi(definitions.closeJobPostRoute, async (c) => {
    const why = c.req.valid('json');
    return c.json(
      ...(await answerMoved(c, (trx, { scope, doer }, post) => closePost(trx, deps, scope, doer, post, why))),
    );
  });

  routes.openapi(definitions.duplicateJobPostRoute, async (c) => {
    const author = requireAuthor(c, 'jobPost.draft');
    return answerCreated(c, author, async (trx) =>
      duplicatePost(trx, deps, author, await getJobPost(trx, author.scope, c.req.valid('param').id)),
    );
  });
  routes.openapi(definitions.repostJobPostRoute, async (c) => {
    const author = requireAuthor(c, 'jobPost.draft');
    return answerCreated(c, author, async (trx) =>
      repostPost(trx, deps, author, await getJobPost(trx, author.scope, c.req.valid('param').id)),
    );
  });

  routes.openapi(definitions.removeJobPostRoute, async (c) => {
    const operator = requirePerson(c);
    if (!isOperator(operator, 'mediator', 'support')) throw forbidden('Only the operator removes posts.');
    const doer = { actor: operator, requestId: c.get('requestId') };
    await database.transaction(async (trx) => {
      const [row] = await findPostsAnywhere(trx, [c.req.valid('param').id]);
      if (!row) throw notFound();
      await removePost(trx, deps, tenantScope(row.tenantId), doer, postOfRow(row), c.req.valid('json').reason);
    });
    return c.body(null, 204);
  });

  const present = ({ scope, person }: HiringMember, post: JobPostRecord): Promise<JobPost> =>
    presentJobPost(database.db, deps, scope, person, post);

  /** Who publishes at the very same moment as somebody else with the same post is told so too. */
  async function alone<T>(work: (trx: Executor) => Promise<T>): Promise<T> {
    try {
      return await database.transaction(work);
    } catch (error) {
      if (isUniqueViolation(error)) throw identicalOpenPost();
      throw error;
    }
  }

  async function answerMoved(
    c: HttpContext,
    move: (trx: Executor, author: Author, post: JobPostRecord) => Promise<void>,
  ): Promise<[JobPost, 200, { etag: string }]> {
    const author = requireAuthor(c, 'jobPost.publish');
    const id = c.req.param('id')!;
    const post = await alone(async (trx) => {
      const before = await getJobPost(trx, author.scope, id);
      if (c.req.header('if-match')) requireIfMatch(c, etagOf(before));
      await move(trx, author, before);
      return getJobPost(trx, author.scope, id);
    });
    return [await present(author, post), 200, { etag: etagOf(post) }];
  }

  async function answerCreated(
    c: HttpContext,
    author: Author & HiringMember,
    create: (trx: Executor) => Promise<string>,
  ) {
    const owner = `${author.scope.tenantId} ${author.personId}`;
    const answer = await onceIfKeyed(c, database, owner, deps.clock.now(), async (trx) => ({
      status: 201,
      body: { id: await create(trx) },
    }));
    const post = await getJobPost(database.db, author.scope, (answer.body as { id: string }).id);
    return c.json(await present(author, post), 201, { etag: etagOf(post) });
  }

  return routes;
}

/** @throws 401, 403, 404 */
function requireAuthor(c: HttpContext, grant: Grant): Author & HiringMember {
  const member = requireHirer(c, grant);
  const tenant = c.get('tenant');
  if (!tenant) throw notFound();
  const { personId } = member.person;
  return { ...member, tenant, personId, doer: { actor: member.person, requestId: c.get('requestId') } };
}

function etagOf({ id, revision }: { id: string; revision: number }): string {
  return revisionEtag(id, revision);
}
