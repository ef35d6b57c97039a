import { sql } from 'kysely';
import { chargesIn, oneOf, segmentMinutes } from '../charges.ts';
import type { TenantReading } from '../definition.ts';

/** From when to when somebody worked here, over all contracts that ever began. */
export type Tenure = { freelancerId: string; firstAt: number; lastAt: number };

/** By their first day. A contract that has not ended runs to the instant asked for. */
export async function listTenures(reading: TenantReading): Promise<Tenure[]> {
  const { db, scope, asOfMs, params, reach } = reading;
  const conditions = [
    sql<boolean>`c."tenantId" = ${scope.tenantId} and c."createdAt" <= ${asOfMs}`,
    ...(params.teams.length > 0 ? [oneOf('c.team', params.teams)] : []),
    ...(params.freelancerIds.length > 0 ? [oneOf('c.freelancerId', params.freelancerIds)] : []),
    ...(reach === 'all' ? [] : [oneOf('c.team', reach)]),
  ];
  const moved = (way: 'min' | 'max', states: readonly string[]) => sql`(
    select ${sql.raw(way)}(m."occurredAt") from "moves" as m where m."tenantId" = c."tenantId" and m."subjectKind" = 'contract'
      and m."subjectId" = c."id" and m."toState" in (${sql.join([...states])}) and m."occurredAt" <= ${asOfMs})`;
  const { rows } = await sql<Tenure>`
    select t."freelancerId", min(t."beganAt") as "firstAt", max(coalesce(t."endedAt", ${asOfMs})) as "lastAt"
    from (select c."freelancerId", ${moved('min', ['active'])} as "beganAt", ${moved('max', ['ended', 'cancelled'])} as "endedAt"
      from "contracts" as c where ${sql.join(conditions, sql` and `)}) as t
    where t."beganAt" is not null
    group by t."freelancerId" order by min(t."beganAt"), t."freelancerId"`.execute(db);
  return rows;
}

/** Worked time of weeks that were closed by the instant, in minutes. */
export async function minutesBy(reading: TenantReading): Promise<ReadonlyMap<string, number>> {
  const { db, scope, asOfMs, params, reach } = reading;
  const { rows } = await sql<{ freelancerId: string; segments: number }>`
    select t."freelancerId", sum(coalesce(t."billedSegments", 0) + coalesce(t."overLimitSegments", 0)) as "segments"
    from "timesheets" as t inner join "contracts" as c on c."id" = t."contractId"
    where t."tenantId" = ${scope.tenantId} and ${params.teams.length > 0 ? oneOf('c.team', params.teams) : sql`1 = 1`}
      and ${reach === 'all' ? sql`1 = 1` : oneOf('c.team', reach)} and exists (
      select 1 from "moves" as m where m."tenantId" = t."tenantId" and m."subjectKind" = 'timesheet' and m."subjectId" = t."id"
        and m."move" = 'submit' and m."occurredAt" <= ${asOfMs})
    group by t."freelancerId"`.execute(db);
  return new Map(rows.map(({ freelancerId, segments }) => [freelancerId, segments * segmentMinutes]));
}

export type Spent = { currency: string; totalMinor: number };

/** What each was charged for in the period, and what all were. */
export async function spentBy(reading: TenantReading) {
  // Shares are of what everybody in view took, so who is asked for does not make the whole smaller.
  const whole = { ...reading, params: { ...reading.params, freelancerIds: [] } };
  const { rows } = await sql<Spent & { freelancerId: string }>`
    select c."freelancerId", c."currency", sum(c."principalMinor" + c."feeMinor" + c."initiationMinor" + c."taxMinor") as "totalMinor"
    from ${chargesIn(whole, reading.params)} where c."freelancerId" is not null
    group by c."freelancerId", c."currency" order by c."freelancerId", c."currency"`.execute(reading.db);
  const wholes = new Map<string, number>();
  for (const { currency, totalMinor } of rows) wholes.set(currency, (wholes.get(currency) ?? 0) + totalMinor);
  return { of: Map.groupBy(rows, ({ freelancerId }) => freelancerId), wholes };
}
