import type { EpochMs, Executor } from '../../platform/database/database.ts';

/** Posted transfers of these contracts, summed by what kind of account they moved. */
export function sumByContract(db: Executor, contractIds: readonly string[], asOfMs?: EpochMs) {
  return db
    .selectFrom('ledgerTransfers as transfer')
    .innerJoin('ledgerSettlements as settlement', 'settlement.transferId', 'transfer.id')
    .innerJoin('ledgerEntries as entry', 'entry.transferId', 'transfer.id')
    .innerJoin('ledgerAccounts as account', 'account.id', 'entry.accountId')
    .where('transfer.contractId', 'in', contractIds)
    .where('settlement.outcome', '=', 'posted')
    .$if(asOfMs !== undefined, (query) => query.where('settlement.settledAt', '<=', asOfMs!))
    .select((eb) => [
      'transfer.contractId as contractId',
      'account.kind as kind',
      'account.currency as currency',
      eb.case().when('account.kind', '=', 'platformFees').then(eb.ref('account.ownerId')).else('').end().as('feeOwner'),
      eb.fn.sum<number>('entry.amountMinor').as('amountMinor'),
    ])
    .groupBy(['transfer.contractId', 'account.kind', 'account.currency', 'feeOwner'])
    .execute();
}
