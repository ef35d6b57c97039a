import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { setAttachments } from '../../platform/files/attach-uploads.ts';
import { conflict, unprocessable } from '../../platform/http/problem.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { admitMember } from '../talent-pools/admit-member.ts';
import type { CaseFacts } from './case-facts.ts';
import { dayMs, monthsAfter, type VettingDeps } from './deps.ts';
import type { Desk } from './desk.ts';
import { endBookedInterview } from './end-interview.ts';
import { showBadge } from './expert-badge.ts';
import { requireAction } from './hindrances.ts';
import { measure } from './measured-score.ts';
import { moveApplication } from './move-application.ts';
import type { AnswerBody } from './own-schema.ts';
import type { DecideBody } from './schema.ts';
import { findApplication } from './store.ts';
import type { VettingApplicationRow } from './table.ts';
import { keepDecision } from './take-decision.ts';
import { dayText, reasonText, tellApplicant, tellDesk } from './tell.ts';
import { applicationCan } from './vetting-application.ts';

/**
 * @throws 403 own_application, decided_by_reviewer, decided_before; 409 scores_missing, score_below_threshold,
 *   criterion_below_floor, pool_archived, by state; 422 reason_missing
 */
export async function decideApplication(
  trx: Executor,
  deps: VettingDeps,
  desk: Desk,
  doer: Doer,
  facts: CaseFacts,
  body: DecideBody,
): Promise<void> {
  const nowMs = deps.clock.now();
  switch (body.outcome) {
    case 'approved':
      requireAction('approve', facts, desk, nowMs);
      return approve(trx, deps, doer, facts, body);
    case 'rejected':
      requireAction('reject', facts, desk, nowMs);
      requireReason(body);
      return reject(trx, deps, doer, facts, body);
    case 'needsMore':
      requireAction('askForMore', facts, desk, nowMs);
      requireReason(body);
      return askForMore(trx, deps, doer, facts, body);
  }
}

/** Into the pool in the same transaction, with score and end. */
async function approve(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  facts: CaseFacts,
  { reasons, internalNote }: DecideBody,
): Promise<void> {
  const nowMs = deps.clock.now();
  const { application, rules } = facts;
  const { scoreBasisPoints } = measure(facts)!;
  const { id: decisionId } = await keepDecision(trx, deps, doer, facts, { outcome: 'approved', reasons, internalNote });
  const change = { decisionId, scoreBasisPoints, coolDownUntil: null };
  const approved = await moveApplication(trx, deps, doer, application, 'approve', change, {
    details: { scoreBasisPoints },
    audience: 'team',
  });
  const former = await endFormerPlace(trx, deps, doer, application);
  const isStillIn = former !== undefined && former.expiresAt! > nowMs;
  const expiresAt = monthsAfter(isStillIn ? former.expiresAt! : nowMs, rules.memberMonths);
  const memberSince = isStillIn ? former.memberSince! : nowMs;
  const formerBadge = await showBadge(trx, deps, application, memberSince, former);
  await moveApplication(trx, deps, doer, approved, 'admit', { memberSince, expiresAt, formerBadge });
  await admitMember(trx, deps, doer, {
    poolId: application.poolId,
    freelancerId: application.freelancerId,
    by: 'vetting',
    vettingApplicationId: application.id,
    expiresAt,
    // A pool keeps whole percents.
    score: Math.round(scoreBasisPoints / 100),
  });
  await tellApplicant(trx, deps, approved, 'vetting.approved', { date: dayText(expiresAt) });
}

/** What a renewal takes the place of. @throws 409 renewed_place_closed when it was taken away meanwhile */
async function endFormerPlace(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  { renewsId, tenantId }: VettingApplicationRow,
): Promise<VettingApplicationRow | undefined> {
  if (renewsId === null) return undefined;
  const former = await findApplication(trx, tenantScope(tenantId), renewsId);
  if (!former || !applicationCan.renew(former))
    throw conflict(
      'renewed_place_closed',
      'The place that this renews was suspended or revoked meanwhile; nothing was decided. Settle that first.',
    );
  await moveApplication(trx, deps, doer, former, 'renew');
  return former;
}

async function reject(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  facts: CaseFacts,
  { reasons, internalNote }: DecideBody,
): Promise<void> {
  const { application, rules } = facts;
  const until = deps.clock.now() + rules.coolDownDays * dayMs;
  const decided = { outcome: 'rejected', reasons, internalNote, until } as const;
  const { id: decisionId } = await keepDecision(trx, deps, doer, facts, decided);
  const move = applicationCan.turnDown(application) ? 'turnDown' : 'reject';
  const reason = reasonText(reasons);
  const change = { decisionId, coolDownUntil: until };
  const rejected = await moveApplication(trx, deps, doer, application, move, change, { reason });
  await endBookedInterview(trx, deps, doer, facts, 'callOff', reason);
  await tellApplicant(trx, deps, rejected, 'vetting.rejected', { reason, date: dayText(until) });
}

async function askForMore(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  facts: CaseFacts,
  { reasons, internalNote }: DecideBody,
): Promise<void> {
  const answerBy = deps.clock.now() + facts.rules.answerDays * dayMs;
  const decided = { outcome: 'needsMore', reasons, internalNote, until: answerBy } as const;
  const { id: decisionId } = await keepDecision(trx, deps, doer, facts, decided);
  const reason = reasonText(reasons);
  const change = { decisionId, answerBy };
  const asked = await moveApplication(trx, deps, doer, facts.application, 'askForMore', change, { reason });
  await tellApplicant(trx, deps, asked, 'vetting.needsMore', { reason, date: dayText(answerBy) });
}

/** The freelancer’s answer; the scores stay, and the desk decides anew. @throws 409 by state, 422 attachment_unknown */
export async function answerDesk(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  { application }: CaseFacts,
  { text, attachmentIds = [] }: AnswerBody,
): Promise<void> {
  const answered = await moveApplication(trx, deps, doer, application, 'answer', { answer: text, answerBy: null });
  const subject = { kind: 'vettingAnswer', id: application.id };
  await setAttachments(trx, deps, attachmentIds, { personId: application.personId }, subject);
  await tellDesk(trx, deps, answered, 'vetting.answered', {});
}

function requireReason({ reasons }: DecideBody): void {
  if (reasons.length > 0) return;
  throw unprocessable('reason_missing', 'Say at least one reason; the freelancer reads it. Nothing was decided.', [
    { pointer: '/reasons', code: 'reason_missing', message: 'At least one.' },
  ]);
}
