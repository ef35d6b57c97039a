import { sql } from 'kysely';
import type { ApprovalRow } from '../../../procurement/approvals/table.ts';
import { oneOf } from '../charges.ts';
import type { TenantReading } from '../definition.ts';

const approvalsAtOnce = 500;

/** Asked for within the period and by the instant asked for, the oldest first, in batches. */
export async function* listApprovals(reading: TenantReading): AsyncGenerator<ApprovalRow[]> {
  const { db, scope, params, asOfMs, reach } = reading;
  const asked = [
    ['a.team', params.teams],
    ['a.costCenter', params.costCenters],
    ['a.purchaseOrder', params.purchaseOrders],
    ['a.categoryId', params.categories],
    ['a.country', params.countries],
    ['a.freelancerId', params.freelancerIds],
  ] as const;
  const conditions = [
    sql<boolean>`a."tenantId" = ${scope.tenantId} and a."requestedAt" < ${Math.min(params.toMs, asOfMs + 1)}`,
    ...asked.filter(([, values]) => values.length > 0).map(([column, values]) => oneOf(column, values)),
    ...(reach === 'all' ? [] : [oneOf('a.team', reach)]),
  ];
  let after = { requestedAt: params.fromMs, id: '' };
  while (true) {
    const further = sql`a."requestedAt" >= ${after.requestedAt} and (a."requestedAt" > ${after.requestedAt} or a."id" > ${after.id})`;
    const { rows } = await sql<ApprovalRow>`
      select a.* from "approvals" as a where ${sql.join([...conditions, further], sql` and `)}
      order by a."requestedAt", a."id" limit ${approvalsAtOnce}`.execute(db);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < approvalsAtOnce) return;
    after = last;
  }
}
