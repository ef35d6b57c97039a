import type { EpochMs, Executor } from '../../platform/database/database.ts';
import { sumByContract } from './contract-sums-store.ts';
import type { AccountKind } from './ledger.ts';

/** What a contract’s posted transfers brought to accounts of a kind, or below zero took from them. */
export type ContractSum = {
  contractId: string;
  kind: AccountKind;
  /** Which fees: of other kinds ''. */
  feeOwner: string;
  currency: string;
  amountMinor: number;
};

/**
 * Of several contracts in one query; whoever asks was let through to them.
 * @param asOfMs without it, as they stand now
 */
export async function readContractSums(
  db: Executor,
  contractIds: readonly string[],
  asOfMs?: EpochMs,
): Promise<ContractSum[]> {
  if (contractIds.length === 0) return [];
  const rows = await sumByContract(db, contractIds, asOfMs);
  return rows.map((row) => ({ ...row, contractId: row.contractId!, amountMinor: Number(row.amountMinor) }));
}
