import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readPoolsById } from '../talent-pools/read-membership.ts';
import { listCurrentRubrics, listProgramsByIds } from './program-store.ts';
import { countScoresByRubric } from './review-store.ts';
import type { VettingProgram, VettingRubric } from './schema.ts';
import { countByProgram } from './store.ts';
import type { VettingProgramRow, VettingRubricRow } from './table.ts';
import { standingStates, underWayStates } from './vetting-application.ts';

export async function presentPrograms(
  db: Executor,
  scope: TenantScope,
  rows: readonly VettingProgramRow[],
): Promise<VettingProgram[]> {
  const pools = await readPoolsById(
    db,
    rows.map(({ poolId }) => poolId),
  );
  const rubrics = await listCurrentRubrics(db, scope);
  const underWay = await countByProgram(db, scope, underWayStates);
  const members = await countByProgram(db, scope, standingStates);
  const countIn = (counts: typeof underWay, id: string) => counts.find(({ programId }) => programId === id)?.count ?? 0;
  return rows.map((row) => {
    const own = rubrics.filter(({ programId }) => programId === row.id);
    const published = own.find(({ state }) => state === 'published');
    return {
      id: row.id,
      pool: { id: row.poolId, name: pools.get(row.poolId)?.name ?? '' },
      name: row.name,
      description: row.description,
      state: row.state,
      entry: row.entry,
      minCompleteness: row.minCompleteness,
      categoryId: row.categoryId,
      requiredSkills: JSON.parse(row.requiredSkills),
      documents: JSON.parse(row.documents),
      rubric: published
        ? { id: published.id, version: published.version, publishedAt: isoInstant(published.publishedAt!) }
        : null,
      draftId: own.find(({ state }) => state === 'draft')?.id ?? null,
      underWay: Number(countIn(underWay, row.id)),
      members: Number(countIn(members, row.id)),
      revision: row.revision,
      createdAt: isoInstant(row.createdAt),
      updatedAt: isoInstant(row.updatedAt),
    };
  });
}

export async function presentRubrics(
  db: Executor,
  scope: TenantScope,
  rows: readonly VettingRubricRow[],
): Promise<VettingRubric[]> {
  if (rows.length === 0) return [];
  const people = await peopleById(db, [
    ...new Set(rows.flatMap(({ createdBy, publishedBy }) => (publishedBy ? [createdBy, publishedBy] : [createdBy]))),
  ]);
  const named = (id: string) => ({ id, name: people.get(id)?.name ?? '' });
  const counts = await countScoresByRubric(
    db,
    scope,
    rows.map(({ id }) => id),
  );
  const programs = await listProgramsByIds(db, [...new Set(rows.map(({ programId }) => programId))]);
  return rows.map((row) => ({
    id: row.id,
    programId: row.programId,
    programName: programs.find(({ id }) => id === row.programId)?.name ?? '',
    version: row.version,
    state: row.state,
    criteria: JSON.parse(row.criteria),
    passPercent: row.passPercent,
    scores: Number(counts.find(({ rubricId }) => rubricId === row.id)?.count ?? 0),
    revision: row.revision,
    createdBy: named(row.createdBy),
    createdAt: isoInstant(row.createdAt),
    publishedBy: row.publishedBy === null ? null : named(row.publishedBy),
    publishedAt: row.publishedAt === null ? null : isoInstant(row.publishedAt),
  }));
}
