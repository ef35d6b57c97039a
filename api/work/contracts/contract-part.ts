import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ContractSide } from './contract.ts';
import type { AgreedContract } from './read-contracts.ts';

/** Where money of a contract lies that no one has decided about: milestones, weeks, retainers. Handed in at assembly. */
export type ContractPart = {
  /** Closed codes of what is still open (`milestone_funded`, `week_in_review`); a contract ends when no part names one. */
  openMoney(db: Executor, scope: TenantScope, contractId: string): Promise<string[]>;
  /**
   * Somebody ends the contract: gives back what nobody earned, closes weeks, stops what recurs. What needs an answer
   * first (a submission, a refund that a freelancer may refuse) stays open, and `openMoney` names it.
   */
  ending(trx: Executor, scope: TenantScope, doer: Doer, contract: AgreedContract, by: ContractSide): Promise<void>;
};

export async function openMoneyOf(
  db: Executor,
  scope: TenantScope,
  parts: readonly ContractPart[],
  contractId: string,
): Promise<string[]> {
  const open: string[] = [];
  for (const part of parts) open.push(...(await part.openMoney(db, scope, contractId)));
  return open;
}
