import { sql } from 'kysely';
import { oneOf } from '../charges.ts';
import type { TenantReading } from '../definition.ts';

export type ReportedWeek = {
  id: string;
  contractId: string;
  freelancerId: string;
  weekStartsAt: number;
  currency: string;
  team: string | null;
  purchaseOrder: string | null;
  /** Posted by the instant asked for; null where nothing was charged, or not yet. */
  chargedMinor: number | null;
};

export const weekMs = 7 * 86_400_000;
const weeksAtOnce = 100;

/**
 * Weeks that touch the period and had been closed by the instant asked for, from when on their time never changes; the
 * oldest first, in batches.
 */
export async function* listWeeks(reading: TenantReading): AsyncGenerator<ReportedWeek[]> {
  const { db, scope, params, asOfMs, reach } = reading;
  const asked = [
    ['c.team', params.teams],
    ['c.costCenter', params.costCenters],
    ['t.freelancerId', params.freelancerIds],
    ['t.contractId', params.contractIds],
  ] as const;
  const conditions = [
    sql<boolean>`t."tenantId" = ${scope.tenantId} and t."weekStartsAt" < ${params.toMs}`,
    // Both moves end the review; whatever comes later finds the time as it is.
    sql<boolean>`exists (select 1 from "moves" as m where m."tenantId" = t."tenantId" and m."subjectKind" = 'timesheet'
      and m."subjectId" = t."id" and m."move" in ('submit', 'dismiss') and m."occurredAt" <= ${asOfMs})`,
    ...asked.filter(([, values]) => values.length > 0).map(([column, values]) => oneOf(column, values)),
    ...(reach === 'all' ? [] : [oneOf('c.team', reach)]),
  ];
  let after = { weekStartsAt: params.fromMs - weekMs, id: '' };
  while (true) {
    const further = sql`t."weekStartsAt" >= ${after.weekStartsAt} and (t."weekStartsAt" > ${after.weekStartsAt} or t."id" > ${after.id})`;
    const { rows } = await sql<ReportedWeek>`
      select t."id", t."contractId", t."freelancerId", t."weekStartsAt", t."currency", c."team",
        p."principalMinor" as "chargedMinor", p."purchaseOrder"
      from "timesheets" as t inner join "contracts" as c on c."id" = t."contractId"
      left join "payments" as p on p."subjectKind" = 'timesheet' and p."subjectId" = t."id" and p."purpose" = 'weeklyTime'
        and p."state" = 'posted' and p."settledAt" <= ${asOfMs}
      where ${sql.join([...conditions, further], sql` and `)}
      order by t."weekStartsAt", t."id" limit ${weeksAtOnce}`.execute(db);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < weeksAtOnce) return;
    after = last;
  }
}
