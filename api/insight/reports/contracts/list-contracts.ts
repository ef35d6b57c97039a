import { sql } from 'kysely';
import { oneOf } from '../charges.ts';
import type { TenantReading } from '../definition.ts';

/** What never changes of a contract once it is signed. */
export type SignedContract = {
  id: string;
  freelancerId: string;
  team: string | null;
  costCenter: string | null;
  clientPersonId: string;
  createdAt: number;
  startsAt: number;
};

const contractsAtOnce = 1000;

/**
 * Contracts signed by the instant asked for and before the period ended, by when they were signed, in batches; by the
 * filters that their own columns decide, and by whose figures the reader sees.
 */
export async function* listContracts(reading: TenantReading): AsyncGenerator<SignedContract[]> {
  const { scope, params, asOfMs, reach, db } = reading;
  const { teams, costCenters, freelancerIds, contractIds } = params;
  const asked = [
    ['c.team', teams],
    ['c.costCenter', costCenters],
    ['c.freelancerId', freelancerIds],
    ['c.id', contractIds],
  ] as const;
  const conditions = [
    sql<boolean>`c."tenantId" = ${scope.tenantId} and c."createdAt" <= ${asOfMs} and c."createdAt" < ${params.toMs}`,
    ...asked.filter(([, values]) => values.length > 0).map(([column, values]) => oneOf(column, values)),
    ...(reach === 'all' ? [] : [oneOf('c.team', reach)]),
  ];
  let after = { createdAt: 0, id: '' };
  while (true) {
    const further = sql`(c."createdAt" > ${after.createdAt} or (c."createdAt" = ${after.createdAt} and c."id" > ${after.id}))`;
    const { rows } = await sql<SignedContract>`
      select c."id", c."freelancerId", c."team", c."costCenter", c."clientPersonId", c."createdAt", c."startsAt"
      from "contracts" as c
      where ${sql.join([...conditions, further, sql`c."createdAt" >= ${after.createdAt}`], sql` and `)}
      order by c."createdAt", c."id" limit ${contractsAtOnce}`.execute(db);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < contractsAtOnce) return;
    after = last;
  }
}
