import { peopleById } from '../../platform/auth/people.ts';
import type { Executor } from '../../platform/database/database.ts';
import { revisionEtag } from '../../platform/http/etag.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { concerns, type SpendingReader } from '../spending/grants.ts';
import type { CostCenter } from './schema.ts';
import { listCostCenters } from './store.ts';
import type { CostCenterRow } from './table.ts';

/** All of the company's, by code; for slices that count by them. */
export function readCostCenters(db: Executor, scope: TenantScope): Promise<CostCenterRow[]> {
  return listCostCenters(db, scope);
}

export async function presentVisible(db: Executor, { scope, reach }: SpendingReader): Promise<CostCenter[]> {
  const rows = await listCostCenters(db, scope);
  return presentCostCenters(
    db,
    rows.filter(({ teams }) => concerns(reach, JSON.parse(teams))),
  );
}

export async function presentCostCenters(db: Executor, rows: readonly CostCenterRow[]): Promise<CostCenter[]> {
  const names = await peopleById(db, [...new Set(rows.flatMap(({ ownerId }) => ownerId ?? []))]);
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    owner: row.ownerId ? { id: row.ownerId, name: names.get(row.ownerId)?.name ?? '' } : null,
    parentCode: row.parentCode,
    teams: JSON.parse(row.teams),
    isActive: row.isActive === 1,
    etag: etagOf(row),
  }));
}

export function etagOf({ id, revision }: CostCenterRow): string {
  return revisionEtag(id, revision);
}
