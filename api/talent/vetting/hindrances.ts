import { isoInstant } from '../../platform/clock/clock.ts';
import { conflict, forbidden, Refusal } from '../../platform/http/problem.ts';
import { moveRefused } from '../../platform/moves/require-move.ts';
import { type CaseFacts, interviewOf, standingDecision } from './case-facts.ts';
import { hourMs } from './deps.ts';
import type { Desk } from './desk.ts';
import { measure } from './measured-score.ts';
import type { DeskAction } from './schema.ts';
import { type ApplicationMove, applicationCan, isUnderWay } from './vetting-application.ts';
import { missingDocuments } from './wanted-documents.ts';

/* Why a step is closed: a command throws it, and a page shows it beside the button. */

type Hindrance = Refusal | undefined;
type Looking = Pick<Desk, 'person' | 'mayReview'>;

/** @returns undefined when the desk may */
export function deskHindrance(action: DeskAction, facts: CaseFacts, desk: Looking, nowMs: number): Hindrance {
  if (!desk.mayReview) return forbidden('Your role reads this but does not change it.');
  const { application } = facts;
  if (application.personId === desk.person.personId)
    return new Refusal(403, 'own_application', 'This is your own application, so somebody else does this.');
  switch (action) {
    case 'assign':
      return isUnderWay(application) ? undefined : refusedBy(application, 'changeHands');
    case 'checkEligibility':
      return stateOf(application, 'passEligibility');
    case 'reviewDocuments':
      if (application.state !== 'documentReview') return refusedBy(application, 'reviewDocuments');
      return facts.documents.some(({ state }) => state === 'submitted')
        ? undefined
        : conflict('no_document_waiting', 'No document waits to be reviewed; nothing was changed.');
    case 'holdInterview':
      return stateOf(application, 'holdInterview') ?? notStarted(facts, nowMs);
    case 'markNoShow':
      return stateOf(application, 'markNoShow') ?? notStarted(facts, nowMs);
    case 'callOffInterview':
      return stateOf(application, 'callOffInterview');
    case 'score':
      return scoreHindrance(facts, desk);
    case 'approve':
      return decisionHindrance(facts, desk, 'approve') ?? approvalHindrance(facts);
    case 'reject':
      return applicationCan.turnDown(application) ? undefined : decisionHindrance(facts, desk, 'reject');
    case 'askForMore':
      return decisionHindrance(facts, desk, 'askForMore');
    case 'suspend':
    case 'reinstate':
    case 'revoke':
      return stateOf(application, action);
    case 'hearAppeal':
      return hearingHindrance(facts, desk);
  }
}

/** @throws whatever keeps the desk from it */
export function requireAction(action: DeskAction, facts: CaseFacts, desk: Looking, nowMs: number): void {
  const hindrance = deskHindrance(action, facts, desk, nowMs);
  if (hindrance) throw hindrance;
}

function scoreHindrance(facts: CaseFacts, { person }: Looking): Hindrance {
  const { application, rubric, scores } = facts;
  const isRenewal = application.kind === 'renewal' && application.state === 'documentReview';
  if (scores.some(({ reviewerId }) => reviewerId === person.personId) && isScoring(facts))
    return conflict(
      'reviewer_already_scored',
      'You have scored this application; scores come from different people. Yours was kept as it is.',
    );
  if (!isRenewal) {
    const closed = stateOf(application, 'score');
    if (closed) return closed;
  } else if (missingDocuments(facts).length > 0) return documentsOpen();
  return rubric
    ? undefined
    : conflict('rubric_missing', 'No version of the rubric is published, so nothing can be scored. Publish one first.');
}

function isScoring({ application: { state, kind } }: CaseFacts): boolean {
  return state === 'interviewed' || (kind === 'renewal' && state === 'documentReview');
}

function decisionHindrance(
  facts: CaseFacts,
  { person }: Looking,
  move: 'approve' | 'reject' | 'askForMore',
): Hindrance {
  const { application, scores, decisions, appeals, rules } = facts;
  if (isScoring(facts) && scores.length < application.scoresNeeded)
    return conflict(
      'scores_missing',
      `${application.scoresNeeded} different reviewers are asked for and ${scores.length} scored. Nothing was decided.`,
    );
  const closed = stateOf(application, move);
  if (closed) return closed;
  if (rules.decidedByAnother && scores.some(({ reviewerId }) => reviewerId === person.personId))
    return new Refusal(
      403,
      'decided_by_reviewer',
      'You have scored this application, so another person decides. It still waits; nothing was changed.',
    );
  const overturned = appeals.filter(({ state }) => state === 'overturned').map(({ decisionId }) => decisionId);
  if (decisions.some(({ id, decidedBy }) => decidedBy === person.personId && overturned.includes(id)))
    return new Refusal(
      403,
      'decided_before',
      'Your decision was overturned on appeal, so another person decides now. Nothing was changed.',
    );
  return undefined;
}

function approvalHindrance(facts: CaseFacts): Hindrance {
  const measured = measure(facts);
  if (!measured || !facts.rubric)
    return conflict('scores_missing', 'There is no score to approve on. Nothing was decided.');
  if (measured.belowFloor.length > 0)
    return conflict(
      'criterion_below_floor',
      `A criterion that must reach its floor does not: ${measured.belowFloor.join(', ')}. Nothing was decided.`,
    );
  if (!measured.isPassing)
    return conflict(
      'score_below_threshold',
      `The score is ${measured.scoreBasisPoints / 100} % and ${facts.rubric.passPercent} % are asked for. Nothing was decided.`,
    );
  if (facts.pool?.state !== 'active')
    return conflict(
      'pool_archived',
      'The pool is archived, so nobody comes in. Restore it first; nothing was decided.',
    );
  return undefined;
}

function hearingHindrance(facts: CaseFacts, { person }: Looking): Hindrance {
  const appeal = facts.appeals.find(({ state }) => state === 'filed');
  if (!appeal) return conflict('no_appeal', 'No appeal waits to be heard; nothing was changed.');
  const decision = facts.decisions.find(({ id }) => id === appeal.decisionId);
  return decision?.decidedBy === person.personId
    ? new Refusal(403, 'own_decision', 'You took this decision, so somebody else hears the appeal. It still waits.')
    : undefined;
}

/* The freelancer’s side. */

export function moveHindrance(facts: CaseFacts, nowMs: number): Hindrance {
  const interview = interviewOf(facts);
  const closed = stateOf(facts.application, 'moveInterview');
  if (closed || !interview) return closed;
  if (interview.wasMoved === 1)
    return conflict(
      'interview_moved_already',
      'An interview can be moved once, and this one was. It stays as it is; withdraw if you cannot come.',
    );
  const lastMs = interview.startsAt - facts.rules.interviewNoticeHours * hourMs;
  return nowMs > lastMs
    ? conflict(
        'interview_too_soon',
        `An interview is moved ${facts.rules.interviewNoticeHours} hours before at the latest; this was until ${isoInstant(lastMs)}. It stays as it is.`,
      )
    : undefined;
}

export function reviewerNoShowHindrance(facts: CaseFacts, nowMs: number): Hindrance {
  return stateOf(facts.application, 'reportReviewerNoShow') ?? notStarted(facts, nowMs);
}

export function slotHindrance(facts: CaseFacts): Hindrance {
  const closed = stateOf(facts.application, 'scheduleInterview');
  if (closed) return closed;
  if (facts.application.kind === 'renewal')
    return conflict('renewal_without_interview', 'A renewal needs no interview; your documents and work are scored.');
  return missingDocuments(facts).length > 0 ? documentsOpen() : undefined;
}

export function appealHindrance(facts: CaseFacts, nowMs: number): Hindrance {
  const { application, appeals, rules } = facts;
  const decision = standingDecision(facts);
  const isAppealable = ['rejected', 'suspended', 'revoked'].includes(application.state);
  if (!isAppealable || !decision)
    return conflict('nothing_to_appeal', 'No decision stands that could be appealed; nothing was changed.');
  if (appeals.some(({ decisionId }) => decisionId === decision.id))
    return conflict('already_appealed', 'This decision was appealed already; a decision is appealed once.');
  const lastMs = decision.decidedAt + rules.appealDays * 24 * hourMs;
  return nowMs > lastMs
    ? conflict(
        'appeal_period_over',
        `A decision is appealed within ${rules.appealDays} days; this was until ${isoInstant(lastMs)}.`,
      )
    : undefined;
}

export function renewalHindrance(facts: CaseFacts, nowMs: number): Hindrance {
  const { application, rules } = facts;
  if (!['member', 'expiring', 'expired'].includes(application.state)) return refusedBy(application, 'renew');
  const noticeMs = rules.expiringNoticeDays * 24 * hourMs;
  if (application.expiresAt! - nowMs > noticeMs)
    return conflict(
      'renewal_too_early',
      `A place is renewed from ${rules.expiringNoticeDays} days before its end: from ${isoInstant(application.expiresAt! - noticeMs)}.`,
    );
  return nowMs - application.expiresAt! > noticeMs
    ? conflict('renewal_too_late', 'This place ended too long ago to be renewed; apply anew. Nothing was changed.')
    : undefined;
}

export function withdrawHindrance({ application }: CaseFacts): Hindrance {
  return stateOf(application, 'withdraw');
}

function notStarted(facts: CaseFacts, nowMs: number): Hindrance {
  const startsAt = interviewOf(facts)?.startsAt ?? 0;
  return nowMs < startsAt
    ? conflict('interview_not_started', `The interview begins at ${isoInstant(startsAt)}; say afterwards how it went.`)
    : undefined;
}

function stateOf(application: CaseFacts['application'], move: ApplicationMove): Hindrance {
  return applicationCan[move](application) ? undefined : refusedBy(application, move);
}

function refusedBy({ state }: CaseFacts['application'], move: string): Refusal {
  return moveRefused('vettingApplication', move, state);
}

function documentsOpen(): Refusal {
  return conflict(
    'documents_open',
    'Not every document that is asked for is accepted yet. Hand in what is missing, or wait for the review.',
  );
}
