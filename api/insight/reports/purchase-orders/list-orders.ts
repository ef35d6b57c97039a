import { sql } from 'kysely';
import type { TenantReading } from '../definition.ts';
import { movesOf, stateAt } from '../moved.ts';

/** An order as people had set it by the instant asked for. */
export type ReportedOrder = {
  id: string;
  number: string;
  currency: string;
  amountMinor: number;
  validThrough: string;
  thresholds: readonly number[];
  teams: readonly string[];
  state: string | null;
};

/** By number. Who sees some teams' figures sees the orders that are for those teams alone. */
export async function listOrders(reading: TenantReading): Promise<ReportedOrder[]> {
  const { db, scope, asOfMs, params, reach } = reading;
  const { rows } = await sql<Omit<ReportedOrder, 'thresholds' | 'teams' | 'state'> & { settings: string }>`
    select r."purchaseOrderId" as "id", r."number", r."currency", r."amountMinor", r."validThrough", r."settings"
    from "purchaseOrderRevisions" as r
    where r."tenantId" = ${scope.tenantId} and r."at" <= ${asOfMs} and r."version" = (
      select max(n."version") from "purchaseOrderRevisions" as n
      where n."purchaseOrderId" = r."purchaseOrderId" and n."at" <= ${asOfMs})
    order by r."number"`.execute(db);
  const moves = await movesOf(
    reading,
    'purchaseOrder',
    rows.map(({ id }) => id),
  );
  return rows
    .map(({ settings, ...row }): ReportedOrder => {
      const { thresholds = [], teams = [] } = JSON.parse(settings) as Partial<ReportedOrder>;
      return { ...row, thresholds, teams, state: stateAt(moves.get(row.id)) };
    })
    .filter(
      ({ number, teams, state }) =>
        (params.purchaseOrders.length === 0 || params.purchaseOrders.includes(number)) &&
        (params.statuses.length === 0 || params.statuses.includes(state ?? '')) &&
        (params.teams.length === 0 || teams.some((team) => params.teams.includes(team))) &&
        isWithin(reach, teams),
    );
}

export function isWithin(reach: TenantReading['reach'], teams: readonly string[]): boolean {
  return reach === 'all' || (teams.length > 0 && teams.every((team) => reach.includes(team)));
}
