import type { NewId } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { RequestTenant } from '../../platform/http/environment.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readSkillFinder } from '../../talent/skills/known-skills.ts';
import { readPools } from '../../talent/talent-pools/read-for-search.ts';
import { readFieldSet } from '../custom-fields/read-fields.ts';
import type { FieldContext } from './accept-fields.ts';
import { jobPostsPolicy } from './policy.ts';
import type { JobPostFields } from './schema.ts';

/** Reads what accepting these fields needs, once for many posts. */
export async function readFieldContext(
  db: Executor,
  { newId }: { newId: NewId },
  scope: TenantScope,
  tenant: Pick<RequestTenant, 'plan'>,
  wanted: readonly JobPostFields[],
): Promise<FieldContext> {
  const policy = await readPolicy(db, scope, jobPostsPolicy);
  const { fields: customFields } = await readFieldSet(db, scope);
  const usesPools = wanted.some(({ poolIds }) => poolIds && poolIds.length > 0);
  const pools = usesPools ? await readPools(db, scope, tenant) : [];
  const skills = wanted.flatMap((fields) => fields.skills ?? []);
  const findSkill = await readSkillFinder(
    db,
    skills.map(({ id, name }) => (id === undefined ? { name } : { id })),
  );
  return { policy, findSkill, customFields, poolIds: new Set(pools.map(({ id }) => id)), newId };
}
