import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { FileLinkDeps } from '../../platform/files/read-attachments.ts';
import { photoPath } from '../freelancers/present-freelancer.ts';
import { readFreelancerRows } from '../freelancers/read-freelancers.ts';
import { type CaseFacts, interviewOf, readFacts } from './case-facts.ts';
import { dayMs } from './deps.ts';
import type { Desk } from './desk.ts';
import { deskHindrance } from './hindrances.ts';
import { measure } from './measured-score.ts';
import {
  instantOrNull,
  type Named,
  peopleIn,
  percentOf,
  presentAnswerFiles,
  presentAppeal,
  presentDecision,
  presentDocuments,
  presentInterview,
  presentScore,
} from './present-parts.ts';
import { type DeskAction, deskActions, type QueuedCase, type VettingCase } from './schema.ts';
import { listApplicationsAt } from './store.ts';
import type { VettingApplicationRow } from './table.ts';
import { wantedDocuments } from './wanted-documents.ts';

type FreelancerRows = Awaited<ReturnType<typeof readFreelancerRows>>;

export async function presentQueue(
  db: Executor,
  rows: readonly VettingApplicationRow[],
  nowMs: number,
): Promise<QueuedCase[]> {
  if (rows.length === 0) return [];
  const facts = await readFacts(db, rows);
  const named = await namesIn(db, facts);
  const freelancers = await readFreelancerRows(db, [...new Set(rows.map(({ freelancerId }) => freelancerId))]);
  return facts.map((one) => head(one, freelancers, named, nowMs));
}

export async function presentCase(
  db: Executor,
  deps: FileLinkDeps,
  desk: Desk,
  facts: CaseFacts,
): Promise<VettingCase> {
  const { application, rubric, scores, rules } = facts;
  const nowMs = deps.clock.now();
  const named = await namesIn(db, [facts]);
  const freelancers = await readFreelancerRows(db, [application.freelancerId]);
  const shown = rubric && { id: rubric.id, version: rubric.version, criteria: JSON.parse(rubric.criteria) };
  const visible = visibleScores(facts, desk);
  const measured = visible.length === scores.length ? measure(facts) : undefined;
  const earlier = await listApplicationsAt(db, desk.scope, application.freelancerId);
  const interview = interviewOf(facts);
  return {
    ...head(facts, freelancers, named, nowMs),
    revision: application.revision,
    message: application.message,
    statement: application.statement,
    invitedBy: application.invitedBy === null ? null : named(application.invitedBy),
    renewsId: application.renewsId,
    eligibility: application.eligibility === null ? [] : JSON.parse(application.eligibility),
    wantedDocuments: wantedDocuments(facts),
    documents: await presentDocuments(db, deps, facts),
    interview: interview ? presentInterview(interview, named) : null,
    rubric: shown && rubric ? { ...shown, passPercent: rubric.passPercent } : null,
    scores: shown ? visible.map((score) => presentScore(score, shown, named)) : [],
    hiddenScores: scores.length - visible.length,
    belowFloor: measured?.belowFloor ?? [],
    isPassing: measured?.isPassing ?? null,
    answer: application.answer,
    answerFiles: await presentAnswerFiles(db, deps, application),
    decisions: facts.decisions.map((row) => presentDecision(row, rubric?.version ?? null, named)),
    appeals: facts.appeals.map((row) => presentAppeal(row, facts.decisions, named)),
    coolDownUntil: instantOrNull(application.coolDownUntil),
    memberSince: instantOrNull(application.memberSince),
    suspendedUntil: instantOrNull(application.suspendedUntil),
    answerBy: instantOrNull(application.answerBy),
    earlier: earlier
      .filter(({ id }) => id !== application.id)
      .map(({ id, state, createdAt }) => ({ id, state, createdAt: isoInstant(createdAt) })),
    rules: {
      coolDownDays: rules.coolDownDays,
      memberMonths: rules.memberMonths,
      interviewNoticeHours: rules.interviewNoticeHours,
      reviewersRequired: rules.reviewersRequired,
      scoreGapMax: rules.scoreGapMax,
      appealDays: rules.appealDays,
      decidedByAnother: rules.decidedByAnother,
    },
    actions: Object.fromEntries(
      deskActions.map((action) => {
        const hindrance = deskHindrance(action, facts, desk, nowMs);
        return [action, { may: hindrance === undefined, whyNot: hindrance?.code ?? null }];
      }),
    ) as Record<DeskAction, { may: boolean; whyNot: string | null }>,
  };
}

/** Nobody is led by another's score: until one's own is given, or all are in, only that there are some is told. */
function visibleScores({ application, scores }: CaseFacts, { person }: Desk) {
  const isOpen = application.scoredAt === null;
  const hasScored = scores.some(({ reviewerId }) => reviewerId === person.personId);
  return isOpen && !hasScored ? [] : scores;
}

function head(facts: CaseFacts, freelancers: FreelancerRows, named: Named, nowMs: number): QueuedCase {
  const { application, program, pool, scores } = facts;
  const freelancer = freelancers.get(application.freelancerId)!;
  const booked = facts.interviews.find(({ state }) => state === 'booked');
  return {
    id: application.id,
    state: application.state,
    kind: application.kind,
    program: { id: program.id, name: program.name },
    pool: { id: application.poolId, name: pool?.name ?? '' },
    freelancer: {
      id: freelancer.id,
      name: freelancer.name,
      headline: freelancer.headline,
      photoUrl: photoPath(freelancer),
      country: freelancer.country,
      timezone: freelancer.timezone,
    },
    assignee: application.assigneeId === null ? null : named(application.assigneeId),
    interviewAt: instantOrNull(booked?.startsAt ?? null),
    scoresGiven: scores.length,
    scoresNeeded: application.scoresNeeded || facts.rules.reviewersRequired,
    percent: percentOf(application.scoreBasisPoints),
    hasAppeal: facts.appeals.some(({ state }) => state === 'filed'),
    stateSince: isoInstant(application.stateSince),
    ageDays: Math.floor((nowMs - application.stateSince) / dayMs),
    expiresAt: instantOrNull(application.expiresAt),
    createdAt: isoInstant(application.createdAt),
  };
}

export async function namesIn(db: Executor, facts: readonly CaseFacts[]): Promise<Named> {
  return namesOf(db, peopleIn(facts));
}

export async function namesOf(db: Executor, ids: readonly string[]): Promise<Named> {
  const people = await peopleById(db, [...new Set(ids)]);
  return (id) => ({ id, name: people.get(id)?.name ?? '' });
}
