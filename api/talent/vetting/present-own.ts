import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { FileLinkDeps } from '../../platform/files/read-attachments.ts';
import type { Refusal } from '../../platform/http/problem.ts';
import { type CaseFacts, interviewOf, standingDecision } from './case-facts.ts';
import {
  appealHindrance,
  moveHindrance,
  renewalHindrance,
  reviewerNoShowHindrance,
  withdrawHindrance,
} from './hindrances.ts';
import { nextStepOf } from './next-step.ts';
import type { OwnVetting } from './own-schema.ts';
import { namesIn } from './present-case.ts';
import { instantOrNull, presentAnswerFiles, presentDocuments, presentInterview } from './present-parts.ts';
import { wantedDocuments } from './wanted-documents.ts';

/** For the freelancer: no score, no internal note, no name of who decided. */
export async function presentOwn(
  db: Executor,
  deps: FileLinkDeps,
  deskNames: ReadonlyMap<string, string>,
  facts: CaseFacts,
  openSlots: number,
): Promise<OwnVetting> {
  const { application, program, pool, appeals } = facts;
  const nowMs = deps.clock.now();
  const named = await namesIn(db, [facts]);
  const interview = interviewOf(facts);
  const decision = standingDecision(facts);
  const appeal = appeals.find(({ decisionId }) => decisionId === application.decisionId) ?? appeals.at(-1);
  return {
    id: application.id,
    state: application.state,
    kind: application.kind,
    program: { id: program.id, name: program.name, description: program.description },
    pool: { id: application.poolId, name: pool?.name ?? '' },
    desk: deskNames.get(application.tenantId) ?? null,
    next: nextStepOf(facts, openSlots),
    message: application.message,
    statement: application.statement,
    eligibility: application.eligibility === null ? [] : JSON.parse(application.eligibility),
    wantedDocuments: wantedDocuments(facts),
    documents: await presentDocuments(db, deps, facts),
    interview: interview ? presentInterview(interview, named) : null,
    decision: decision
      ? {
          outcome: decision.outcome,
          reasons: JSON.parse(decision.reasons),
          until: instantOrNull(decision.until),
          decidedAt: isoInstant(decision.decidedAt),
        }
      : null,
    answer: application.answer,
    answerFiles: await presentAnswerFiles(db, deps, application),
    appeal: appeal
      ? {
          text: appeal.text,
          state: appeal.state,
          filedAt: isoInstant(appeal.filedAt),
          reason: appeal.reason,
          heardAt: instantOrNull(appeal.heardAt),
        }
      : null,
    coolDownUntil: instantOrNull(application.coolDownUntil),
    memberSince: instantOrNull(application.memberSince),
    expiresAt: instantOrNull(application.expiresAt),
    suspendedUntil: instantOrNull(application.suspendedUntil),
    interviewNoticeHours: facts.rules.interviewNoticeHours,
    mayMove: mayOrNot(moveHindrance(facts, nowMs)),
    mayReportNoShow: mayOrNot(reviewerNoShowHindrance(facts, nowMs)),
    mayAppeal: mayOrNot(appealHindrance(facts, nowMs)),
    mayRenew: mayOrNot(renewalHindrance(facts, nowMs)),
    mayWithdraw: mayOrNot(withdrawHindrance(facts)),
    stateSince: isoInstant(application.stateSince),
    createdAt: isoInstant(application.createdAt),
  };
}

export function mayOrNot(hindrance: Refusal | undefined) {
  return { may: hindrance === undefined, whyNot: hindrance?.code ?? null };
}
