import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { lockCommitment, type Subject, updateCommitment } from './commitment-store.ts';
import type { SpendingDeps } from './deps.ts';
import type { Exposure } from './exposure.ts';
import type { Guarding } from './keep-sums.ts';
import { type Placing, putCommitment, putOpen } from './put-commitment.ts';
import type { CommitmentRow } from './table.ts';

export type ContractToCommit = Omit<Placing, 'subject'> & { contractId: string };

/** What the offer bound is the contract's from now on: nothing is asked of the purchase order again. */
export async function commitmentOfContract(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  { offerId, contractId, ...placing }: ContractToCommit & { offerId: string },
): Promise<void> {
  const offer = await lockCommitment(trx, scope, { kind: 'offer', id: offerId });
  if (offer)
    await updateCommitment(trx, scope, offer.id, { subjectKind: 'contract', subjectId: contractId, contractId });
  const subject = { kind: 'contract', id: contractId } as const;
  const row = await putCommitment(trx, deps, scope, doer, { ...placing, subject }, { cause: 'contractOpened' }, 'owed');
  if (!offer) await updateCommitment(trx, scope, row.id, { offerId });
}

/** Other terms were agreed on, which the client's side is checked for. @throws as bookDeltas, where `guarding` says so */
export async function recommitContract(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  { contractId, ...placing }: ContractToCommit,
  guarding: Guarding,
): Promise<void> {
  const subject = { kind: 'contract', id: contractId } as const;
  await putCommitment(trx, deps, scope, doer, { ...placing, subject }, { cause: 'termsChanged' }, guarding);
}

/** Gives back what is still bound: exactly what the entries say. Nothing bound is no error. */
export async function releaseCommitment(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  subject: Subject,
): Promise<void> {
  const row = await lockCommitment(trx, scope, subject);
  if (!row || row.isEnded) return;
  const cause = subject.kind === 'contract' ? 'contractEnded' : 'offerEnded';
  await putOpen(trx, deps, scope, doer, row, { isEnded: 1, isWaiting: 0 }, { cause }, 'owed');
}

/**
 * A contract is ending: nothing new is funded. Hours of the week under way, and of the one before until it is charged,
 * stay bound.
 */
export async function shortenCommitment(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  contractId: string,
): Promise<void> {
  const row = await lockCommitment(trx, scope, { kind: 'contract', id: contractId });
  if (!row || row.isEnded) return;
  const exposure: Exposure = JSON.parse(row.exposure);
  const nowMs = deps.clock.now();
  const change: Partial<CommitmentRow> =
    exposure.kind === 'fixed'
      ? { isEnded: 1, isWaiting: 0 }
      : { exposure: JSON.stringify({ ...exposure, endsAtMs: Math.min(exposure.endsAtMs ?? nowMs, nowMs) }) };
  await putOpen(trx, deps, scope, doer, row, change, { cause: 'contractEnded' }, 'owed');
}
