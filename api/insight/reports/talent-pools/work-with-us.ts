import { sql } from 'kysely';
import { chargesIn, oneOf } from '../charges.ts';
import type { TenantReading } from '../definition.ts';

export type WorkWithUs = { contracts: number; lastWorkedAt: number | null };

/** Contracts that began by the instant, and the last closed week with time in it. */
export async function workWithUs(
  { db, scope, asOfMs, reach }: TenantReading,
  freelancerIds: readonly string[],
): Promise<ReadonlyMap<string, WorkWithUs>> {
  if (freelancerIds.length === 0) return new Map();
  const { rows } = await sql<WorkWithUs & { freelancerId: string }>`
    select c."freelancerId", count(*) as "contracts", (
      select max(s."startsAt") from "timeSegments" as s where s."freelancerId" = c."freelancerId"
        and s."tenantId" = ${scope.tenantId} and s."timesheetId" in (
          select m."subjectId" from "moves" as m where m."tenantId" = ${scope.tenantId} and m."subjectKind" = 'timesheet'
            and m."move" in ('submit', 'dismiss') and m."occurredAt" <= ${asOfMs})
        and ${reach === 'all' ? sql`1 = 1` : sql`s."contractId" in (select r."id" from "contracts" as r where ${oneOf('r.team', reach)})`}
    ) as "lastWorkedAt"
    from "contracts" as c where c."tenantId" = ${scope.tenantId} and c."createdAt" <= ${asOfMs}
      and ${oneOf('c.freelancerId', freelancerIds)} and ${reach === 'all' ? sql`1 = 1` : oneOf('c.team', reach)}
    group by c."freelancerId"`.execute(db);
  return new Map(rows.map(({ freelancerId, ...work }) => [freelancerId, work]));
}

/** To date, with fees and tax; in as many currencies as there were. */
export async function spentWith(reading: TenantReading, freelancerIds: readonly string[]) {
  if (freelancerIds.length === 0) return new Map<string, { currency: string; totalMinor: number }[]>();
  const own = { ...reading, params: { ...reading.params, freelancerIds } };
  const { rows } = await sql<{ freelancerId: string; currency: string; totalMinor: number }>`
    select c."freelancerId", c."currency", sum(c."principalMinor" + c."feeMinor" + c."initiationMinor" + c."taxMinor") as "totalMinor"
    from ${chargesIn(own, { fromMs: 0, toMs: reading.asOfMs + 1 })}
    group by c."freelancerId", c."currency" order by c."freelancerId", c."currency"`.execute(reading.db);
  return Map.groupBy(rows, ({ freelancerId }) => freelancerId);
}
