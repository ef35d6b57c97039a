import type { NewId } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { RequestTenant } from '../../platform/http/environment.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { Refusals } from '../../talent/freelancers/refusals.ts';
import { acceptFields } from './accept-fields.ts';
import { fieldsOf } from './copy-post.ts';
import { emptyPost } from './draft-post.ts';
import { readFieldContext } from './field-context.ts';
import { postOfRow } from './post-of-row.ts';
import { getJobPost } from './read-job-posts.ts';
import type { JobPostFields } from './schema.ts';

/** Fields as a draft would keep them, cleaned; only those that were given. @throws 422 as a draft does */
export async function cleanedFields(
  db: Executor,
  deps: { newId: NewId },
  scope: TenantScope,
  tenant: RequestTenant,
  { attachmentIds: _, templateId: __, ...given }: JobPostFields,
): Promise<JobPostFields> {
  const refusals = new Refusals();
  const context = await readFieldContext(db, deps, scope, tenant, [given]);
  const columns = acceptFields(given, { questions: [], customFields: {} }, context, refusals);
  refusals.throwIfAny();
  const blank = emptyPost({ ...deps, clock: { now: () => 0 } }, scope, '');
  const cleaned = fieldsOf(postOfRow({ ...blank, ...columns }));
  return Object.fromEntries(Object.entries(cleaned).filter(([name]) => name in given));
}

/** What a post's writer filled in, to begin others from. @throws 404 */
export async function fieldsOfPost(db: Executor, scope: TenantScope, id: string): Promise<JobPostFields> {
  return fieldsOf(await getJobPost(db, scope, id));
}
