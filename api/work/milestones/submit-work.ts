import type { Doer } from '../../platform/audit/record-audit.ts';
import { type ActingFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { getContract } from '../contracts/read-contracts.ts';
import { answerDeliverable, type HandedIn, keepDeliverable } from '../deliverables/keep-deliverables.ts';
import type { WorkMoneyDeps } from './deps.ts';
import { moveMilestone, requireNoRelease } from './move-milestone.ts';
import { milestonesPolicy } from './policy.ts';
import { getMilestone, getOwnMilestone } from './read-milestones.ts';
import type { MilestoneRow } from './table.ts';
import { tellSide } from './tell-sides.ts';

const dayMs = 86_400_000;

/**
 * Hands in one version; from here the client has its days to answer.
 * @throws 404, 409 milestone_not_funded, by state, contract_paused …, 422 submission_empty
 */
export async function submitWork(
  trx: Executor,
  deps: WorkMoneyDeps,
  acting: ActingFreelancer,
  doer: Doer,
  id: string,
  handedIn: HandedIn,
): Promise<MilestoneRow> {
  const row = await getOwnMilestone(trx, acting, id);
  const scope = tenantOfFound(acting.freelancer, row);
  if (row.state === 'planned' || row.state === 'funding') throw notFunded();
  const contract = await getContract(trx, scope, row.contractId);
  if (contract.state === 'paused') throw paused();
  const version = row.submissions + 1;
  const waiting = await reviewTime(trx, deps, scope);
  const change = { ...waiting, submissions: version, submittedAt: deps.clock.now(), changeReason: null };
  const moved = await moveMilestone(trx, deps, scope, doer, row, 'submit', change, { details: { version } });
  await keepDeliverable(trx, deps, row, version, acting.person.personId, handedIn);
  const freelancer = (await readFreelancerRows(trx, [row.freelancerId])).get(row.freelancerId);
  await tellSide(trx, deps, contract, 'client', 'milestone.submitted', {
    freelancer: freelancer?.name ?? '',
    milestone: row.description,
    title: contract.title,
    date: isoInstant(waiting.autoReleaseAt).slice(0, 10),
  });
  return moved;
}

/** ⏱ When it is released by itself, and when the client is warned of it. */
export async function reviewTime(trx: Executor, { clock }: Pick<WorkMoneyDeps, 'clock'>, scope: TenantScope) {
  const { autoReleaseDays, warningDays } = await readPolicy(trx, scope, milestonesPolicy);
  const autoReleaseAt = clock.now() + autoReleaseDays * dayMs;
  return { autoReleaseAt, warnAt: warningDays < autoReleaseDays ? autoReleaseAt - warningDays * dayMs : null };
}

/**
 * The client sends the work back: the clock of the automatic release stops.
 * @throws 404, 409 by state, release_under_way, release_due
 */
export async function requestChanges(
  trx: Executor,
  deps: WorkMoneyDeps,
  scope: TenantScope,
  doer: Doer,
  { id, reason }: { id: string; reason: string },
): Promise<MilestoneRow> {
  const row = await getMilestone(trx, scope, id);
  requireNoRelease(row);
  requireInTime(row, deps.clock.now());
  const change = { autoReleaseAt: null, warnAt: null, changeReason: reason };
  const moved = await moveMilestone(trx, deps, scope, doer, row, 'requestChanges', change, { reason });
  await answerDeliverable(trx, deps, scope, id, 'changesRequested', reason);
  const contract = await getContract(trx, scope, row.contractId);
  const words = { milestone: row.description, title: contract.title, reason };
  await tellSide(trx, deps, contract, 'freelancer', 'milestone.changesRequested', words);
  return moved;
}

/** After the last instant to answer only the clock goes on, however long it takes to come by. @throws 409 release_due */
export function requireInTime({ state, autoReleaseAt }: MilestoneRow, nowMs: number): void {
  if (state !== 'submitted' || autoReleaseAt === null || nowMs < autoReleaseAt) return;
  throw conflict('release_due', 'The time to answer is over and the milestone is released now; nothing was changed.');
}

const notFunded = () =>
  conflict(
    'milestone_not_funded',
    'Nobody has paid for this milestone yet, so nothing can be handed in for it. Ask the client to fund it first.',
  );
const paused = () =>
  conflict('contract_paused', 'This contract is paused, so nothing can be handed in. Nothing was changed.');
