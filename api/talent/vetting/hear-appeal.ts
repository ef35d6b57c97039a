import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused } from '../../platform/moves/require-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type CaseFacts, standingDecision } from './case-facts.ts';
import type { VettingDeps } from './deps.ts';
import type { Desk } from './desk.ts';
import { restoreMembership } from './end-membership.ts';
import { appealHindrance, requireAction } from './hindrances.ts';
import { moveApplication, noteOnApplication } from './move-application.ts';
import { insertAppeal, updateAppeal } from './review-store.ts';
import type { HearBody } from './schema.ts';
import { tellApplicant, tellDesk } from './tell.ts';
import { appealMoves } from './vetting-appeal.ts';

/** @throws 409 nothing_to_appeal, already_appealed, appeal_period_over */
export async function fileAppeal(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  facts: CaseFacts,
  text: string,
): Promise<void> {
  const refusal = appealHindrance(facts, deps.clock.now());
  if (refusal) throw refusal;
  const { application } = facts;
  const decision = standingDecision(facts)!;
  const id = deps.newId('vp');
  const isNew = await insertAppeal(trx, {
    id,
    tenantId: application.tenantId,
    applicationId: application.id,
    decisionId: decision.id,
    text,
    state: 'filed',
    filedAt: deps.clock.now(),
    heardBy: null,
    reason: null,
    heardAt: null,
  });
  if (!isNew) throw conflict('already_appealed', 'This decision was appealed already; a decision is appealed once.');
  await recordMove(trx, deps, tenantScope(application.tenantId), doer, {
    subject: { kind: 'vettingAppeal', id },
    move: 'file',
    to: 'filed',
    details: { decisionId: decision.id },
  });
  await noteOnApplication(trx, deps, doer, application, 'appealed', { details: { appealId: id } });
  const except = decision.decidedBy === null ? [] : [decision.decidedBy];
  await tellDesk(trx, deps, application, 'vetting.appealed', {}, { everybody: true, except });
}

/**
 * `upheld`: the decision stands. `overturned`: a rejection is decided again by somebody else, a member is back.
 * @throws 403 own_application, own_decision; 409 no_appeal
 */
export async function hearAppeal(
  trx: Executor,
  deps: VettingDeps,
  desk: Desk,
  doer: Doer,
  facts: CaseFacts,
  { outcome, reason }: HearBody,
): Promise<void> {
  requireAction('hearAppeal', facts, desk, deps.clock.now());
  const { application } = facts;
  const appeal = facts.appeals.find(({ state }) => state === 'filed')!;
  const move = outcome === 'upheld' ? 'uphold' : 'overturn';
  const { from, to } = appealMoves[move];
  const change = { state: to, heardBy: desk.person.personId, reason, heardAt: deps.clock.now() };
  if (!(await updateAppeal(trx, desk.scope, appeal.id, from, change)))
    throw moveRefused('vettingAppeal', move, 'heard');
  await recordMove(trx, deps, desk.scope, doer, {
    subject: { kind: 'vettingAppeal', id: appeal.id },
    move,
    from: 'filed',
    to,
    reason,
  });
  await noteOnApplication(trx, deps, doer, application, outcome === 'upheld' ? 'appealUpheld' : 'appealOverturned', {
    reason,
  });
  if (outcome === 'upheld') return tellApplicant(trx, deps, application, 'vetting.appealUpheld', { reason });
  await undo(trx, deps, doer, facts, reason);
  await tellApplicant(trx, deps, application, 'vetting.appealOverturned', { reason });
}

async function undo(trx: Executor, deps: VettingDeps, doer: Doer, facts: CaseFacts, reason: string): Promise<void> {
  const { application } = facts;
  if (application.state !== 'rejected') return restoreMembership(trx, deps, doer, facts, reason);
  const move = application.scoredAt === null ? 'reopenReview' : 'reopenDecision';
  await moveApplication(trx, deps, doer, application, move, { coolDownUntil: null }, { reason });
}
