import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type PoolFacts, readPoolsById } from '../talent-pools/read-membership.ts';
import { readRules } from './deps.ts';
import { listInterviewsOf } from './interview-store.ts';
import type { VettingSettings } from './policy.ts';
import { listCurrentRubrics, listProgramsByIds, listRubricsByIds } from './program-store.ts';
import { listAppealsOf, listDecisionsOf, listDocumentsOf, listScoresOf } from './review-store.ts';
import { findApplication } from './store.ts';
import type {
  VettingAppealRow,
  VettingApplicationRow,
  VettingDecisionRow,
  VettingDocumentRow,
  VettingInterviewRow,
  VettingProgramRow,
  VettingRubricRow,
  VettingScoreRow,
} from './table.ts';

/** An application with all that decides what may happen to it. */
export type CaseFacts = {
  application: VettingApplicationRow;
  program: VettingProgramRow;
  pool: PoolFacts | undefined;
  documents: readonly VettingDocumentRow[];
  interviews: readonly VettingInterviewRow[];
  scores: readonly VettingScoreRow[];
  /** What scores are given by: that of the first score, or the one in use. */
  rubric: VettingRubricRow | undefined;
  decisions: readonly VettingDecisionRow[];
  appeals: readonly VettingAppealRow[];
  rules: VettingSettings;
};

/** @throws 404 */
export async function getFacts(db: Executor, scope: TenantScope, id: string): Promise<CaseFacts> {
  const application = await findApplication(db, scope, id);
  if (!application) throw notFound();
  return (await readFacts(db, [application]))[0]!;
}

/** In the order of the applications, which may be of several desks. */
export async function readFacts(db: Executor, applications: readonly VettingApplicationRow[]): Promise<CaseFacts[]> {
  const facts = new Map<string, CaseFacts>();
  for (const [tenantId, own] of Map.groupBy(applications, (application) => application.tenantId))
    for (const one of await factsAt(db, tenantScope(tenantId), own)) facts.set(one.application.id, one);
  return applications.map(({ id }) => facts.get(id)!);
}

async function factsAt(
  db: Executor,
  scope: TenantScope,
  applications: readonly VettingApplicationRow[],
): Promise<CaseFacts[]> {
  const ids = applications.map(({ id }) => id);
  const programIds = [...new Set(applications.map(({ programId }) => programId))];
  const programs = new Map((await listProgramsByIds(db, programIds)).map((row) => [row.id, row]));
  const pools = await readPoolsById(
    db,
    applications.map(({ poolId }) => poolId),
  );
  const documents = groupByApplication(await listDocumentsOf(db, scope, ids));
  const interviews = groupByApplication(await listInterviewsOf(db, scope, ids));
  const scores = groupByApplication(await listScoresOf(db, scope, ids));
  const decisions = groupByApplication(await listDecisionsOf(db, scope, ids));
  const appeals = groupByApplication(await listAppealsOf(db, scope, ids));
  const current = await listCurrentRubrics(db, scope);
  const usedIds = [...new Set(applications.flatMap(({ rubricId }) => rubricId ?? []))];
  const used = new Map((usedIds.length === 0 ? [] : await listRubricsByIds(db, usedIds)).map((row) => [row.id, row]));
  const rules = await readRules(db, scope);
  return applications.map((application) => ({
    application,
    program: programs.get(application.programId)!,
    pool: pools.get(application.poolId),
    documents: documents.get(application.id) ?? [],
    interviews: interviews.get(application.id) ?? [],
    scores: scores.get(application.id) ?? [],
    rubric:
      application.rubricId === null
        ? current.find(({ programId, state }) => programId === application.programId && state === 'published')
        : used.get(application.rubricId),
    decisions: decisions.get(application.id) ?? [],
    appeals: appeals.get(application.id) ?? [],
    rules,
  }));
}

function groupByApplication<Row extends { applicationId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ applicationId }) => applicationId);
}

/** The one that is booked, or the last there was. */
export function interviewOf({ interviews }: Pick<CaseFacts, 'interviews'>): VettingInterviewRow | undefined {
  return interviews.find(({ state }) => state === 'booked') ?? interviews.at(-1);
}

/** The decision that stands. */
export function standingDecision({
  application,
  decisions,
}: Pick<CaseFacts, 'application' | 'decisions'>): VettingDecisionRow | undefined {
  return decisions.find(({ id }) => id === application.decisionId);
}
