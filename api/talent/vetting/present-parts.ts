import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type FileLinkDeps, readAttachments } from '../../platform/files/read-attachments.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { CaseFacts } from './case-facts.ts';
import { isInstallations } from './deps.ts';
import type {
  InterviewSlot,
  VettingAppeal,
  VettingDecision,
  VettingDocument,
  VettingInterview,
  VettingScore,
} from './schema.ts';
import type {
  VettingAppealRow,
  VettingApplicationRow,
  VettingDecisionRow,
  VettingInterviewRow,
  VettingScoreRow,
  VettingSlotRow,
} from './table.ts';
import { belowFloor, type Criterion } from './vetting-rubric.ts';

/* What both sides are shown in the same way. */

export type Named = (id: string) => { id: string; name: string };

export const instantOrNull = (instantMs: number | null) => (instantMs === null ? null : isoInstant(instantMs));
export const percentOf = (basisPoints: number | null) => (basisPoints === null ? null : basisPoints / 100);

export async function presentDocuments(
  db: Executor,
  deps: FileLinkDeps,
  { application, documents }: Pick<CaseFacts, 'application' | 'documents'>,
): Promise<VettingDocument[]> {
  const ids = documents.map(({ id }) => id);
  const files = await readAttachments(db, deps, policyScope(application), 'vettingDocument', ids);
  return documents.map(({ id, key, label, state, reason, reviewedAt, createdAt }) => ({
    id,
    key,
    label,
    state,
    file: files.get(id)?.[0] ?? null,
    reason,
    reviewedAt: instantOrNull(reviewedAt),
    submittedAt: isoInstant(createdAt),
  }));
}

export async function presentAnswerFiles(db: Executor, deps: FileLinkDeps, application: VettingApplicationRow) {
  const files = await readAttachments(db, deps, policyScope(application), 'vettingAnswer', [application.id]);
  return files.get(application.id) ?? [];
}

export function presentInterview(row: VettingInterviewRow, named: Named): VettingInterview {
  return {
    id: row.id,
    reviewer: named(row.reviewerId),
    startsAt: isoInstant(row.startsAt),
    endsAt: isoInstant(row.endsAt),
    timeZone: row.timeZone,
    place: row.place,
    state: row.state,
    wasMoved: row.wasMoved === 1,
    reason: row.reason,
  };
}

export function presentSlot(row: VettingSlotRow, named: Named): InterviewSlot {
  return {
    id: row.id,
    reviewer: named(row.reviewerId),
    startsAt: isoInstant(row.startsAt),
    endsAt: isoInstant(row.endsAt),
    timeZone: row.timeZone,
    place: row.place,
    state: row.state,
  };
}

export function presentScore(
  row: VettingScoreRow,
  rubric: { id: string; version: number; criteria: readonly Criterion[] },
  named: Named,
): VettingScore {
  const levels = JSON.parse(row.levels);
  return {
    id: row.id,
    reviewer: named(row.reviewerId),
    rubric: { id: rubric.id, version: rubric.version },
    levels,
    comment: row.comment,
    percent: row.scoreBasisPoints / 100,
    belowFloor: belowFloor(rubric.criteria, levels),
    givenAt: isoInstant(row.givenAt),
  };
}

export function presentDecision(row: VettingDecisionRow, rubricVersion: number | null, named: Named): VettingDecision {
  return {
    id: row.id,
    outcome: row.outcome,
    decidedBy: row.decidedBy === null ? null : named(row.decidedBy),
    reasons: JSON.parse(row.reasons),
    internalNote: row.internalNote,
    until: instantOrNull(row.until),
    percent: percentOf(row.scoreBasisPoints),
    rubricVersion: row.rubricId === null ? null : rubricVersion,
    decidedAt: isoInstant(row.decidedAt),
  };
}

export function presentAppeal(
  row: VettingAppealRow,
  decisions: readonly VettingDecisionRow[],
  named: Named,
): VettingAppeal {
  return {
    id: row.id,
    against: decisions.find(({ id }) => id === row.decisionId)!.outcome,
    text: row.text,
    state: row.state,
    filedAt: isoInstant(row.filedAt),
    heardBy: row.heardBy === null ? null : named(row.heardBy),
    reason: row.reason,
    heardAt: instantOrNull(row.heardAt),
  };
}

/** Everybody whom these rows name. */
export function peopleIn(facts: readonly CaseFacts[]): string[] {
  const ids = facts.flatMap(({ application, interviews, scores, decisions, appeals }) => [
    application.assigneeId,
    application.invitedBy,
    ...interviews.map(({ reviewerId }) => reviewerId),
    ...scores.map(({ reviewerId }) => reviewerId),
    ...decisions.map(({ decidedBy }) => decidedBy),
    ...appeals.map(({ heardBy }) => heardBy),
  ]);
  return [...new Set(ids.filter((id) => id !== null))];
}

function policyScope({ tenantId }: VettingApplicationRow): TenantScope | undefined {
  return isInstallations({ tenantId }) ? undefined : tenantScope(tenantId);
}
