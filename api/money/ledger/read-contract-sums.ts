import type { Executor } from '../../platform/database/database.ts';
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

/** Of several contracts in one query; whoever asks was let through to them. */
export async function readContractSums(db: Executor, contractIds: readonly string[]): Promise<ContractSum[]> {
  if (contractIds.length === 0) return [];
  const rows = await db
    .selectFrom('ledgerTransfers as transfer')
    .innerJoin('ledgerSettlements as settlement', 'settlement.transferId', 'transfer.id')
    .innerJoin('ledgerEntries as entry', 'entry.transferId', 'transfer.id')
    .innerJoin('ledgerAccounts as account', 'account.id', 'entry.accountId')
    .where('transfer.contractId', 'in', contractIds)
    .where('settlement.outcome', '=', 'posted')
    .select((eb) => [
      'transfer.contractId as contractId',
      'account.kind as kind',
      'account.currency as currency',
      eb.case().when('account.kind', '=', 'platformFees').then(eb.ref('account.ownerId')).else('').end().as('feeOwner'),
      eb.fn.sum<number>('entry.amountMinor').as('amountMinor'),
    ])
    .groupBy(['transfer.contractId', 'account.kind', 'account.currency', 'feeOwner'])
    .execute();
  return rows.map((row) => ({ ...row, contractId: row.contractId!, amountMinor: Number(row.amountMinor) }));
}
