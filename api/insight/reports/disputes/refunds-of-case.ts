import type { TenantReading } from '../definition.ts';
import type { OpenedCase } from './list-cases.ts';

export type CaseRefund = { id: string; totalMinor: number };

/** What came back to the client for each case with fee and tax, by the name that its refund was begun under. */
export async function refundsOfCase(
  { db, scope, asOfMs }: TenantReading,
  cases: readonly OpenedCase[],
): Promise<ReadonlyMap<string, readonly CaseRefund[]>> {
  if (cases.length === 0) return new Map();
  const rows = await db
    .selectFrom('refunds')
    .select(['id', 'key', 'amountMinor', 'feeMinor', 'taxMinor', 'createdAt'])
    .where('tenantId', '=', scope.tenantId)
    .where('contractId', 'in', [...new Set(cases.map(({ contractId }) => contractId))])
    .where('state', '=', 'posted')
    .where('settledAt', '<=', asOfMs)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  const parts = await listParts({ db, scope }, cases);
  const found = new Map<string, CaseRefund[]>();
  for (const { id, key, amountMinor, feeMinor, taxMinor, createdAt } of rows) {
    // A milestone can be given back in several goes: the last that was opened before is the one.
    const own = cases.findLast(
      (opened) => opened.occurredAt <= createdAt && namesOf(opened, parts).some((name) => `${key} `.startsWith(name)),
    );
    if (own) found.set(own.id, [...(found.get(own.id) ?? []), { id, totalMinor: amountMinor + feeMinor + taxMinor }]);
  }
  return found;
}

function namesOf({ type, subjectId }: OpenedCase, parts: ReadonlyMap<string, readonly string[]>): string[] {
  switch (type) {
    case 'milestoneRefund':
      return [subjectId, ...(parts.get(subjectId) ?? [])].map((id) => `milestone.refund ${id} `);
    case 'refund':
      return [`earning.refund ${subjectId} `];
    case 'week':
      return [`timesheet ${subjectId} dispute `];
    case 'bank':
      return [];
  }
}

/** What was split off a disputed milestone for the client has a name of its own. */
async function listParts({ db, scope }: Pick<TenantReading, 'db' | 'scope'>, cases: readonly OpenedCase[]) {
  const ids = cases.filter(({ type }) => type === 'milestoneRefund').map(({ subjectId }) => subjectId);
  if (ids.length === 0) return new Map<string, string[]>();
  const rows = await db
    .selectFrom('milestones')
    .select(['id', 'remainderOf'])
    .where('tenantId', '=', scope.tenantId)
    .where('remainderOf', 'in', ids)
    .execute();
  const parts = Map.groupBy(rows, ({ remainderOf }) => remainderOf!);
  return new Map([...parts].map(([of, some]) => [of, some.map(({ id }) => id)]));
}
