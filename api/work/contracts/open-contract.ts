import { feePolicy } from '../../money/fees/policy.ts';
import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { planOnboarding } from '../../procurement/onboarding/plan-onboarding.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { planMilestones } from '../milestones/plan-milestones.ts';
import { type ContractFees, startOf } from './contract.ts';
import type { AgreedTerms } from './schema.ts';
import { insertContract, insertTerms } from './store.ts';
import type { ContractRow } from './table.ts';

export type ContractDeps = { clock: Clock; newId: NewId; outbox: Outbox };

/** What was signed, by whom, and where it came from. */
export type SignedOffer = Pick<
  ContractRow,
  | 'freelancerId'
  | 'offerId'
  | 'offerVersion'
  | 'terms'
  | 'termsHash'
  | 'jobPostId'
  | 'proposalId'
  | 'team'
  | 'costCenter'
  | 'clientPersonId'
  | 'freelancerPersonId'
> & {
  /** Of the post that it came from: what is asked before work may depend on it. */
  categoryId?: string | null;
};

/**
 * Makes the contract in the transaction of the signature. A second one for the same offer breaks a unique index and
 * with it the transaction.
 */
export async function openContract(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  { categoryId = null, ...signed }: SignedOffer,
): Promise<{ id: string; state: OpenedState }> {
  const terms: AgreedTerms = JSON.parse(signed.terms);
  const nowMs = deps.clock.now();
  const start = startOf(terms.startsOn, nowMs);
  const { startsAtMs } = start;
  const id = deps.newId('ct');
  const isPending = await isAskedBefore(trx, deps, scope, doer, id, { ...signed, categoryId }, terms, startsAtMs);
  const state = isPending ? 'pendingOnboarding' : start.state;
  const { freelancer, client } = await readPolicy(trx, scope, feePolicy);
  const row: ContractRow = {
    ...signed,
    id,
    tenantId: scope.tenantId,
    state,
    title: terms.title,
    startsAt: startsAtMs,
    startedAt: state === 'active' ? nowMs : null,
    cancelledAt: null,
    cancelReason: null,
    createdAt: nowMs,
    revision: 1,
    fees: JSON.stringify({ freelancer, client } satisfies ContractFees),
    termsVersion: 1,
    endedBy: null,
    endReason: null,
    endNote: null,
    endRequestedAt: null,
    endedAt: null,
    feedbackUntil: null,
    closedAt: null,
    lastActivityAt: nowMs,
    idleToldAt: null,
    changedAt: nowMs,
    clientDueAt: null,
    freelancerDueAt: null,
    nextIsStale: 1,
  };
  await insertContract(trx, row);
  await planMilestones(trx, deps, row, terms.payment);
  await insertTerms(trx, {
    contractId: row.id,
    version: 1,
    tenantId: row.tenantId,
    terms: row.terms,
    termsHash: row.termsHash,
    effectiveFrom: 0,
    amendmentId: null,
  });
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'contract', id: row.id },
    move: 'open',
    to: state,
    details: { offerId: signed.offerId, version: signed.offerVersion, termsHash: signed.termsHash },
  });
  const { tenantId, freelancerId } = row;
  await deps.outbox.record(trx, 'contractOpened', tenantId, { id, tenantId, freelancerId }, nowMs);
  if (state === 'ready') await tellReady(trx, deps, row, terms.startsOn!);
  if (state === 'active') await tellStarted(trx, deps, row);
  return { id: row.id, state };
}

export type OpenedState = 'pendingOnboarding' | 'ready' | 'active';

/** Whether something is to be done before work; it is written down by the slice that keeps it. */
async function isAskedBefore(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contractId: string,
  { freelancerId, team, clientPersonId, freelancerPersonId, categoryId }: SignedOffer & { categoryId: string | null },
  { title, payment, nda }: AgreedTerms,
  startsAtMs: number,
): Promise<boolean> {
  const freelancer = (await readFreelancerRows(trx, [freelancerId])).get(freelancerId);
  const asked = await planOnboarding(trx, deps, scope, doer, {
    ...{ contractId, title, freelancerId, team, categoryId, nda, clientPersonId, freelancerPersonId, startsAtMs },
    freelancerName: freelancer?.name ?? '',
    country: freelancer?.country ?? null,
    contractType: payment.kind,
  });
  return asked === 'pending';
}

async function tellReady(trx: Executor, deps: ContractDeps, row: ContractRow, date: string): Promise<void> {
  const { title } = row;
  for (const side of sidesOf(row)) await notify(trx, deps, { ...side, kind: 'contract.ready', words: { title, date } });
}

export async function tellStarted(trx: Executor, deps: ContractDeps, row: ContractRow): Promise<void> {
  const { id, tenantId, freelancerId, title } = row;
  for (const side of sidesOf(row)) await notify(trx, deps, { ...side, kind: 'contract.started', words: { title } });
  await deps.outbox.record(trx, 'contractStarted', tenantId, { id, tenantId, freelancerId }, deps.clock.now());
}

type Sides = Pick<ContractRow, 'id' | 'tenantId' | 'clientPersonId' | 'freelancerPersonId'>;

/** Both who signed hear of it, each where they read it: the client first. */
export function sidesOf({ id, tenantId, clientPersonId, freelancerPersonId }: Sides) {
  const news = { subject: { kind: 'contract', id }, tenantId };
  return [
    { ...news, personIds: [clientPersonId], path: portalPaths.contract(id) },
    { ...news, personIds: [freelancerPersonId], path: portalPaths.ownContract(id) },
  ];
}

declare module '../../platform/events/events.ts' {
  interface EventPayloads {
    contractOpened: { id: string; tenantId: string; freelancerId: string };
    contractStarted: { id: string; tenantId: string; freelancerId: string };
  }
}
