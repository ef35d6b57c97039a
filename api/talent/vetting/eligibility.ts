import { findPlacedHold } from '../../money/holds/read-holds.ts';
import type { Executor } from '../../platform/database/database.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { completenessOf } from '../freelancers/completeness.ts';
import { countsOf } from '../freelancers/count-profile.ts';
import { getRecord } from '../freelancers/read-freelancers.ts';
import { findSkillCategory } from '../skills/taxonomy.ts';
import { isInstallations } from './deps.ts';
import type { EligibilityFact } from './schema.ts';
import { listApplicationsAt } from './store.ts';
import type { VettingProgramRow } from './table.ts';

/** What a program asks for, what the profile has, and whether that is enough; what is not asked for is left out. */
export async function checkFacts(
  db: Executor,
  program: VettingProgramRow,
  freelancerId: string,
): Promise<EligibilityFact[]> {
  const record = await getRecord(db, freelancerId);
  const { row } = record;
  const { percent } = completenessOf(countsOf(record));
  const wantedSkills: { id: string; name: string }[] = JSON.parse(program.requiredSkills);
  const skills = new Set(record.freelancerSkills.map(({ skillId }) => skillId));
  const has = wantedSkills.filter(({ id }) => skills.has(id));
  const blocked = await isBlocked(db, program, freelancerId);
  const facts: EligibilityFact[] = [
    {
      fact: 'completeness',
      isMet: percent >= program.minCompleteness,
      wanted: String(program.minCompleteness),
      found: String(percent),
    },
    {
      fact: 'email',
      isMet: row.emailVerified === 1,
      wanted: 'verified',
      found: row.emailVerified ? 'verified' : 'none',
    },
    { fact: 'visibility', isMet: row.visibility !== 'private', wanted: 'visible', found: row.visibility },
    { fact: 'noBlock', isMet: !blocked, wanted: 'none', found: blocked ? 'blocked' : 'none' },
  ];
  if (program.categoryId !== null)
    facts.push({
      fact: 'category',
      isMet: row.categoryId === program.categoryId,
      wanted: categoryName(program.categoryId),
      found: row.categoryId === null ? '' : categoryName(row.categoryId),
    });
  if (wantedSkills.length > 0)
    facts.push({
      fact: 'skills',
      isMet: has.length === wantedSkills.length,
      wanted: wantedSkills.map(({ name }) => name).join(', '),
      found: has.map(({ name }) => name).join(', '),
    });
  return facts;
}

export function areAllMet(facts: readonly EligibilityFact[]): boolean {
  return facts.every(({ isMet }) => isMet);
}

/** Suspended at this desk; for the installation's own pools, also a stop on the freelancer's money. */
async function isBlocked(db: Executor, { tenantId }: VettingProgramRow, freelancerId: string): Promise<boolean> {
  const here = await listApplicationsAt(db, tenantScope(tenantId), freelancerId);
  if (here.some(({ state }) => state === 'suspended')) return true;
  if (!isInstallations({ tenantId })) return false;
  return (await findPlacedHold(db, { kind: 'freelancer', id: freelancerId })) !== undefined;
}

function categoryName(id: string): string {
  return findSkillCategory(id)?.name ?? id;
}
