import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { requireMove } from '../../platform/moves/require-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { applyMove } from './apply-move.ts';
import { type ContractState, contractCan, contractMoves, type PauseKind } from './contract.ts';
import { type ContractDeps, sidesOf } from './open-contract.ts';
import { deletePauses, insertPause, listPauses } from './pause-store.ts';
import { findContract, moveContract } from './store.ts';
import type { ContractRow } from './table.ts';

/** The client’s. @throws 409 by state */
export async function pauseContract(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contract: ContractRow,
  reason: string,
): Promise<ContractRow> {
  const paused = await applyMove(trx, deps, scope, doer, contract, 'pause', {}, { reason });
  await insertPause(trx, pauseRow(deps, contract, 'client', reason));
  const words = { title: contract.title, reason };
  for (const side of sidesOf(contract)) await notify(trx, deps, { ...side, kind: 'contract.paused', words });
  return paused;
}

/**
 * The client lets work go on after its own pause, or after an idle one.
 * @throws 409 by state, contract_on_hold, contract_in_dispute, contract_unpaid, onboarding_lapsed
 */
export async function resumeContract(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contract: ContractRow,
): Promise<ContractRow> {
  const resumed = await applyMove(trx, deps, scope, doer, contract, 'resume', {
    lastActivityAt: deps.clock.now(),
    idleToldAt: null,
  });
  // After the update: in this transaction the row is ours, so no hold comes in between.
  await requireNotFrozen(trx, contract);
  const kinds = (await listPauses(trx, [contract.id])).map(({ kind }) => kind);
  if (kinds.includes('payment')) throw unpaid();
  if (kinds.includes('onboarding')) throw lapsed();
  await deletePauses(trx, scope, contract.id, ['client', 'idle']);
  await tellResumed(trx, deps, contract);
  return resumed;
}

/** @throws 409 contract_on_hold, contract_in_dispute */
export async function requireNotFrozen(db: Executor, { id }: Pick<ContractRow, 'id'>): Promise<void> {
  const kinds = (await listPauses(db, [id])).map(({ kind }) => kind);
  if (kinds.includes('dispute'))
    throw conflict(
      'contract_in_dispute',
      'A payment of this contract is disputed by the bank, so it waits for the bank. Nothing was changed.',
    );
  if (kinds.includes('hold'))
    throw conflict(
      'contract_on_hold',
      'This contract is on hold by the marketplace; support can say why. Nothing was changed.',
    );
}

/** The operator’s. @throws 409 by state, contract_on_hold */
export async function holdContract(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contract: ContractRow,
  reason: string,
): Promise<ContractRow> {
  const held = await applyMove(trx, deps, scope, doer, contract, 'hold', {}, { reason });
  if (!(await insertPause(trx, pauseRow(deps, contract, 'hold', reason))))
    throw conflict('contract_on_hold', 'This contract is on hold already; nothing was changed.');
  const words = { title: contract.title, reason };
  for (const side of sidesOf(contract)) await notify(trx, deps, { ...side, kind: 'contract.held', words });
  return held;
}

/** @throws 409 by state, contract_not_on_hold */
export async function liftHold(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contract: ContractRow,
  reason: string,
): Promise<ContractRow> {
  const lifted = await liftPause(trx, deps, scope, doer, contract, 'hold', 'liftHold', reason);
  if (!lifted) throw conflict('contract_not_on_hold', 'This contract is not on hold; nothing was changed.');
  return lifted;
}

/**
 * A bank questions a payment of this contract: work rests until it has decided. What is over or not begun only notes it.
 * The same dispute may be told twice.
 */
export async function pauseForDispute(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contractId: string,
  reason: string,
): Promise<void> {
  const contract = await findContract(trx, scope, contractId);
  if (!contract) return;
  if (!contractCan.pauseForDispute(contract))
    return noteDispute(trx, deps, scope, doer, contract, 'disputeOpened', reason);
  await applyMove(trx, deps, scope, doer, contract, 'pauseForDispute', {}, { reason });
  if (!(await insertPause(trx, pauseRow(deps, contract, 'dispute', reason)))) return;
  const words = { title: contract.title, reason };
  for (const side of sidesOf(contract)) await notify(trx, deps, { ...side, kind: 'contract.disputed', words });
}

/** The bank has decided, whatever it decided; nothing happens where the contract did not wait for it. */
export async function resumeAfterDispute(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contractId: string,
  reason: string,
): Promise<void> {
  const contract = await findContract(trx, scope, contractId);
  if (!contract) return;
  if (contract.state !== 'paused') return noteDispute(trx, deps, scope, doer, contract, 'disputeEnded', reason);
  await liftPause(trx, deps, scope, doer, contract, 'dispute', 'resumeAfterDispute', reason);
}

/** Work goes on when nothing else pauses it. */
async function liftPause(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contract: ContractRow,
  kind: PauseKind,
  name: 'liftHold' | 'resumeAfterDispute',
  reason: string,
): Promise<ContractRow | undefined> {
  requireMove(contractMoves, 'contract', name, contract.state);
  // Takes the row before its pauses are read: two that are lifted at once must not both see the other.
  await moveContract(trx, scope, contract.id, ['paused'], deps.clock.now(), { nextIsStale: 1 });
  if (!(await deletePauses(trx, scope, contract.id, [kind]))) return undefined;
  const isLeft = (await listPauses(trx, [contract.id])).length > 0;
  if (!isLeft) {
    const active = await applyMove(
      trx,
      deps,
      scope,
      doer,
      contract,
      name,
      { lastActivityAt: deps.clock.now() },
      { reason },
    );
    await tellResumed(trx, deps, contract);
    return active;
  }
  const subject = { kind: 'contract', id: contract.id };
  const stays: ContractState = 'paused';
  await recordMove(trx, deps, scope, doer, { subject, move: name, from: stays, to: stays, reason });
  return { ...contract, revision: contract.revision + 1 };
}

async function noteDispute(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contract: ContractRow,
  move: 'disputeOpened' | 'disputeEnded',
  reason: string,
): Promise<void> {
  await moveContract(trx, scope, contract.id, [contract.state], deps.clock.now(), { nextIsStale: 1 });
  await recordMove(trx, deps, scope, doer, { subject: { kind: 'contract', id: contract.id }, move, reason });
}

async function tellResumed(trx: Executor, deps: ContractDeps, contract: ContractRow): Promise<void> {
  const words = { title: contract.title };
  for (const side of sidesOf(contract)) await notify(trx, deps, { ...side, kind: 'contract.resumed', words });
}

export function pauseRow(
  { clock }: ContractDeps,
  { id, tenantId }: ContractRow,
  kind: PauseKind,
  reason: string | null,
) {
  return { contractId: id, tenantId, kind, reason, pausedAt: clock.now() };
}

const lapsed = () =>
  conflict(
    'onboarding_lapsed',
    'Something that was needed before work is no longer valid; work goes on by itself when it is done again. Nothing was changed.',
  );

const unpaid = () =>
  conflict(
    'contract_unpaid',
    'A week of this contract could not be charged, and is tried again each day; work goes on when it is paid. Nothing was changed.',
  );
