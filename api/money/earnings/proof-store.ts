import { sql } from 'kysely';
import type { Executor } from '../../platform/database/database.ts';

const wrongMax = 100;

/** Freelancers whose pending earnings, less what went back of them, are not what their pending account has. */
export function listWrongPending(db: Executor) {
  const earned = db
    .selectFrom('earnings')
    .select([
      'freelancerId',
      'currency',
      sql<number>`sum("netMinor" - ("returnedGrossMinor" - "returnedFeeMinor"))`.as('netMinor'),
    ])
    .where('state', '=', 'pending')
    .groupBy(['freelancerId', 'currency']);
  return db
    .selectFrom(
      earned
        .unionAll(
          db
            .selectFrom('ledgerAccounts')
            .select(['ownerId as freelancerId', 'currency', sql<number>`-"postedMinor"`.as('netMinor')])
            .where('kind', '=', 'freelancerPending'),
        )
        .as('both'),
    )
    .select((eb) => ['freelancerId', 'currency', eb.fn.sum<number>('netMinor').as('overMinor')])
    .groupBy(['freelancerId', 'currency'])
    .having((eb) => eb.fn.sum('netMinor'), '<>', 0)
    .orderBy('freelancerId')
    .limit(wrongMax)
    .execute();
}

/** Relationships whose billed sum, which sliding fees stand on, is not what was earned less what went back. */
export function listWrongBilled(db: Executor) {
  const earned = db
    .selectFrom('earnings')
    .select([
      'tenantId',
      'freelancerId',
      'currency',
      sql<number>`sum("grossMinor" - "returnedGrossMinor")`.as('billedMinor'),
    ])
    .groupBy(['tenantId', 'freelancerId', 'currency']);
  return db
    .selectFrom(
      earned
        .unionAll(
          db
            .selectFrom('relationshipBilling')
            .select(['tenantId', 'freelancerId', 'currency', sql<number>`-"billedMinor"`.as('billedMinor')]),
        )
        .as('both'),
    )
    .select((eb) => ['tenantId', 'freelancerId', 'currency', eb.fn.sum<number>('billedMinor').as('overMinor')])
    .groupBy(['tenantId', 'freelancerId', 'currency'])
    .having((eb) => eb.fn.sum('billedMinor'), '<>', 0)
    .orderBy('tenantId')
    .orderBy('freelancerId')
    .limit(wrongMax)
    .execute();
}

/** Earnings that stand on a transfer which is not posted, or did not give this freelancer this much. */
export function listUnfounded(db: Executor) {
  return db
    .selectFrom('earnings')
    .leftJoin('ledgerSettlements', 'ledgerSettlements.transferId', 'earnings.transferId')
    .select(['earnings.id', 'earnings.transferId', 'earnings.earnedAt'])
    .where((eb) =>
      eb.or([
        eb('outcome', 'is', null),
        eb('outcome', '<>', 'posted'),
        eb.and([
          eb('netMinor', '>', 0),
          eb.not(
            eb.exists(
              eb
                .selectFrom('ledgerEntries')
                .innerJoin('ledgerAccounts', 'ledgerAccounts.id', 'ledgerEntries.accountId')
                .select('ledgerEntries.transferId')
                .whereRef('ledgerEntries.transferId', '=', 'earnings.transferId')
                .where('ledgerAccounts.kind', '=', 'freelancerPending')
                .whereRef('ledgerAccounts.ownerId', '=', 'earnings.freelancerId')
                .whereRef('ledgerEntries.amountMinor', '=', 'earnings.netMinor')
                .whereRef('ledgerEntries.currency', '=', 'earnings.currency'),
            ),
          ),
        ]),
      ]),
    )
    .orderBy('earnings.earnedAt')
    .limit(wrongMax)
    .execute();
}
