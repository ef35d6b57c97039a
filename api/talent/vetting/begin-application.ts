import type { Doer } from '../../platform/audit/record-audit.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound, Refusal, unprocessable } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { requireMove } from '../../platform/moves/require-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readFreelancerRows } from '../freelancers/read-freelancers.ts';
import type { CaseFacts } from './case-facts.ts';
import { dayMs, readRules, type VettingDeps } from './deps.ts';
import type { Desk } from './desk.ts';
import { areAllMet, checkFacts } from './eligibility.ts';
import { renewalHindrance } from './hindrances.ts';
import { moveApplication } from './move-application.ts';
import { findProgram, findPublishedRubric } from './program-store.ts';
import { insertApplication, listApplicationsAt, updateApplication } from './store.ts';
import type { VettingApplicationRow, VettingProgramRow } from './table.ts';
import { tellApplicant, tellDesk } from './tell.ts';
import {
  type ApplicationKind,
  type ApplicationMove,
  type ApplicationState,
  applicationMoves,
  isStanding,
  isUnderWay,
} from './vetting-application.ts';

export type Applicant = { freelancerId: string; personId: string };

/** @throws 409 program_closed, invitation_only, program_not_ready, already_applied, already_member, cool_down */
export async function applyToProgram(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  program: VettingProgramRow,
  applicant: Applicant,
  statement: string,
): Promise<VettingApplicationRow> {
  const refusal = await applyHindrance(trx, program, applicant, deps.clock.now());
  if (refusal) throw refusal;
  const made = await begin(trx, deps, doer, newApplication(deps, program, applicant, 'application', { statement }));
  return check(trx, deps, doer, program, made);
}

/** Why somebody cannot apply to a program now. */
export async function applyHindrance(
  db: Executor,
  program: VettingProgramRow,
  { freelancerId }: Pick<Applicant, 'freelancerId'>,
  nowMs: number,
): Promise<Refusal | undefined> {
  if (program.state !== 'open')
    return conflict('program_closed', 'This program takes no applications now. Look again later.');
  if (program.entry !== 'open')
    return conflict('invitation_only', 'This program takes only people whom its desk has invited.');
  return beginHindrance(db, program, freelancerId, nowMs);
}

async function beginHindrance(
  db: Executor,
  program: VettingProgramRow,
  freelancerId: string,
  nowMs: number,
): Promise<Refusal | undefined> {
  const scope = tenantScope(program.tenantId);
  if (!(await findPublishedRubric(db, scope, program.id)))
    return conflict('program_not_ready', 'No rubric of this program is published yet, so nobody could be scored.');
  const earlier = (await listApplicationsAt(db, scope, freelancerId)).filter((row) => row.programId === program.id);
  if (earlier.some(isUnderWay)) return alreadyApplied();
  if (earlier.some(isStanding))
    return conflict('already_member', 'They are in this pool already; a place is renewed shortly before its end.');
  const until = coolDownOf(earlier, nowMs);
  return until === null
    ? undefined
    : conflict('cool_down', `After a rejection one can apply again from ${isoInstant(until)}. Nothing was begun.`);
}

/** Until when nobody of these applications may apply again; null when they may. */
export function coolDownOf(earlier: readonly VettingApplicationRow[], nowMs: number): number | null {
  const until = Math.max(0, ...earlier.map(({ coolDownUntil }) => coolDownUntil ?? 0));
  return until > nowMs ? until : null;
}

/** @throws 404, 409 as for applying, 422 freelancer_unknown */
export async function inviteToVetting(
  trx: Executor,
  deps: VettingDeps,
  desk: Desk,
  doer: Doer,
  { programId, freelancerId, message }: { programId: string; freelancerId: string; message: string },
): Promise<VettingApplicationRow> {
  const program = await findProgram(trx, desk.scope, programId);
  if (!program) throw notFound();
  const freelancer = (await readFreelancerRows(trx, [freelancerId])).get(freelancerId);
  if (!freelancer?.personId || freelancer.visibility === 'private')
    throw unprocessable(
      'freelancer_unknown',
      'There is no freelancer of this id who could answer. Nobody was invited.',
      [{ pointer: '/freelancerId', code: 'freelancer_unknown', message: 'Nobody who can be invited.' }],
    );
  if (freelancer.personId === desk.person.personId)
    throw new Refusal(403, 'own_application', 'This is you; somebody else of the desk invites. Nobody was invited.');
  if (program.state !== 'open') throw conflict('program_closed', 'Open the program first; nobody was invited.');
  const refusal = await beginHindrance(trx, program, freelancerId, deps.clock.now());
  if (refusal) throw refusal;
  const { invitationDays } = await readRules(trx, desk.scope);
  const applicant = { freelancerId, personId: freelancer.personId };
  const invited = newApplication(deps, program, applicant, 'invitation', {
    message,
    invitedBy: desk.person.personId,
    answerBy: deps.clock.now() + invitationDays * dayMs,
  });
  const made = await begin(trx, deps, doer, invited);
  await tellApplicant(trx, deps, made, 'vetting.invited', {});
  return made;
}

/** @throws 409 by state */
export async function acceptInvitation(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  { application, program }: CaseFacts,
  statement: string,
): Promise<VettingApplicationRow> {
  const applied = await moveApplication(trx, deps, doer, application, 'accept', { statement, answerBy: null });
  await tellDesk(trx, deps, applied, 'vetting.applied', {});
  return check(trx, deps, doer, program, applied);
}

/** A time in the pool that nears its end, or ended shortly: documents and scores again, no interview. @throws 409 */
export async function renewPlace(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  facts: CaseFacts,
  statement: string,
): Promise<VettingApplicationRow> {
  const refusal = renewalHindrance(facts, deps.clock.now());
  if (refusal) throw refusal;
  const { application, program } = facts;
  const renewal = newApplication(deps, program, application, 'renewal', {
    statement,
    renewsId: application.id,
    assigneeId: application.assigneeId,
  });
  const made = await begin(trx, deps, doer, renewal);
  return check(trx, deps, doer, program, made);
}

/** Looks at the facts, and goes on when all are met. @throws 409 by state */
export async function checkEligibility(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  { program, application }: Pick<CaseFacts, 'program' | 'application'>,
): Promise<VettingApplicationRow> {
  const facts = await checkFacts(trx, program, application.freelancerId);
  const eligibility = JSON.stringify(facts);
  if (areAllMet(facts)) {
    const passed = await moveApplication(trx, deps, doer, application, 'passEligibility', { eligibility });
    await tellApplicant(trx, deps, passed, 'vetting.documentsWanted', {});
    return passed;
  }
  const { from } = requireMove<ApplicationState, ApplicationMove>(
    applicationMoves,
    'vettingApplication',
    'passEligibility',
    application.state,
  );
  await updateApplication(trx, tenantScope(application.tenantId), application.id, from, { eligibility });
  return { ...application, eligibility };
}

async function check(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  program: VettingProgramRow,
  applied: VettingApplicationRow,
): Promise<VettingApplicationRow> {
  const eligibility = JSON.stringify(await checkFacts(trx, program, applied.freelancerId));
  const checked = await moveApplication(trx, deps, doer, applied, 'check', { eligibility });
  const after = await checkEligibility(trx, deps, doer, { program, application: checked });
  if (after.state === 'eligibilityCheck') await tellApplicant(trx, deps, after, 'vetting.notEligible', {});
  return after;
}

async function begin(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  row: VettingApplicationRow,
): Promise<VettingApplicationRow> {
  if (!(await insertApplication(trx, row))) throw alreadyApplied();
  await recordMove(trx, deps, tenantScope(row.tenantId), doer, {
    subject: { kind: 'vettingApplication', id: row.id },
    move: row.kind === 'invitation' ? 'invite' : row.kind === 'renewal' ? 'askForRenewal' : 'apply',
    to: row.state,
    details: { programId: row.programId, freelancerId: row.freelancerId },
  });
  if (row.kind !== 'invitation') await tellDesk(trx, deps, row, 'vetting.applied', {});
  return row;
}

function newApplication(
  { newId, clock }: VettingDeps,
  { id: programId, tenantId, poolId }: VettingProgramRow,
  { freelancerId, personId }: Applicant,
  kind: ApplicationKind,
  more: Partial<VettingApplicationRow>,
): VettingApplicationRow {
  const nowMs = clock.now();
  return {
    id: newId('va'),
    tenantId,
    programId,
    poolId,
    freelancerId,
    personId,
    kind,
    state: kind === 'invitation' ? 'invited' : 'applied',
    renewsId: null,
    assigneeId: null,
    invitedBy: null,
    message: '',
    statement: '',
    eligibility: null,
    rubricId: null,
    scoresNeeded: 0,
    scoreBasisPoints: null,
    scoredAt: null,
    decisionId: null,
    coolDownUntil: null,
    answer: null,
    memberSince: null,
    expiresAt: null,
    suspendedUntil: null,
    answerBy: null,
    formerBadge: null,
    revision: 1,
    stateSince: nowMs,
    createdAt: nowMs,
    updatedAt: nowMs,
    ...more,
  };
}

function alreadyApplied(): Refusal {
  return conflict('already_applied', 'An application or invitation of this program is under way already. It goes on.');
}
