import { sql } from 'kysely';
import { oneOf } from '../charges.ts';
import type { TenantReading } from '../definition.ts';

export const caseTypes = ['milestoneRefund', 'refund', 'week', 'bank'] as const;
export type CaseType = (typeof caseTypes)[number];

/** The move that opened a case, and where it belongs. */
export type OpenedCase = {
  id: string;
  type: CaseType;
  subjectKind: string;
  subjectId: string;
  sequence: number;
  move: string;
  details: string;
  occurredAt: number;
  contractId: string;
  freelancerId: string;
  /** Of the object's own, where the opening move does not say it. */
  amountMinor: number | null;
  currency: string;
  deadlineAt: number | null;
};

/** Opened within the period and by the instant asked for, the oldest first. */
export async function listCases(reading: TenantReading): Promise<OpenedCase[]> {
  const { db, scope, params, asOfMs, reach } = reading;
  const asked = [
    ['c.team', params.teams],
    ['c.costCenter', params.costCenters],
    ['c.freelancerId', params.freelancerIds],
    ['c.id', params.contractIds],
  ] as const;
  const conditions = [
    sql<boolean>`m."occurredAt" >= ${params.fromMs} and m."occurredAt" < ${Math.min(params.toMs, asOfMs + 1)}`,
    ...asked.filter(([, values]) => values.length > 0).map(([column, values]) => oneOf(column, values)),
    ...(reach === 'all' ? [] : [oneOf('c.team', reach)]),
  ];
  const { rows } = await sql<OpenedCase>`
    select m."id", o."type", m."subjectKind", m."subjectId", m."sequence", m."move", m."details", m."occurredAt",
      c."id" as "contractId", c."freelancerId", o."amountMinor", o."currency", o."deadlineAt"
    from (${opened(scope.tenantId)}) as o
    inner join "moves" as m on m."id" = o."moveId"
    inner join "contracts" as c on c."id" = o."contractId"
    where ${sql.join(conditions, sql` and `)} order by m."occurredAt", m."id"`.execute(db);
  return rows;
}

/** By what can open one: a request or a gift out of escrow, one of what was earned, a disputed week, a bank. */
function opened(tenantId: string) {
  const moved = (kind: string, moves: readonly string[]) =>
    sql`m."tenantId" = ${tenantId} and m."subjectKind" = ${kind} and m."subjectId" = s."id" and m."move" in (${sql.join([...moves])})`;
  return sql`
    select 'milestoneRefund' as "type", m."id" as "moveId", s."contractId", cast(null as bigint) as "amountMinor", s."currency", cast(null as bigint) as "deadlineAt"
      from "milestones" as s inner join "moves" as m on ${moved('milestone', ['requestRefund', 'giveBack'])}
      where s."tenantId" = ${tenantId}
    union all select 'refund', m."id", s."contractId", s."amountMinor", s."currency", cast(null as bigint)
      from "refundRequests" as s inner join "moves" as m on ${moved('refundRequest', ['ask', 'giveUnasked'])}
      where s."tenantId" = ${tenantId}
    union all select 'week', m."id", s."contractId", s."amountMinor", s."currency", cast(null as bigint)
      from (select d."timesheetId" as "id", d."contractId", d."amountMinor", d."currency" from "timesheetDisputes" as d
        where d."tenantId" = ${tenantId}) as s inner join "moves" as m on ${moved('timesheet', ['dispute'])}
    union all select 'bank', m."id", s."contractId", s."amountMinor", s."currency", s."evidenceDueAt"
      from "bankDisputes" as s inner join "moves" as m on ${moved('bankDispute', ['opened'])}
      where s."tenantId" = ${tenantId} and s."contractId" is not null`;
}
