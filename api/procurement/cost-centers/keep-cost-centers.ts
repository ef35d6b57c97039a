import { type Doer, recordAudit } from '../../platform/audit/record-audit.ts';
import { type Executor, isUniqueViolation } from '../../platform/database/database.ts';
import { conflict, notFound, unprocessable } from '../../platform/http/problem.ts';
import { readTeams } from '../../platform/tenants/teams.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { SpendingDeps } from '../purchase-orders/deps.ts';
import { peopleOf } from '../spending/people-of.ts';
import { cycleIn } from './cost-center.ts';
import type { CostCenterChange, NewCostCenter } from './schema.ts';
import { findCostCenter, insertCostCenters, listCostCenters, updateCostCenter } from './store.ts';
import type { CostCenterRow } from './table.ts';

type Deps = Pick<SpendingDeps, 'clock' | 'newId'>;

/** @throws 409 cost_center_code_taken, 422 parent_unknown, parent_cycle, owner_unknown, team_unknown */
export async function createCostCenter(
  trx: Executor,
  deps: Deps,
  scope: TenantScope,
  doer: Doer,
  given: NewCostCenter,
): Promise<CostCenterRow> {
  const nowMs = deps.clock.now();
  const row = newRow(deps, scope, given, nowMs);
  await requireSound(trx, scope, row);
  try {
    await insertCostCenters(trx, [row]);
  } catch (error) {
    throw isUniqueViolation(error) ? codeTaken(row.code) : error;
  }
  await recordAudit(trx, deps, scope, doer, {
    action: 'costCenter.created',
    object: { kind: 'costCenter', id: row.id },
    details: { code: row.code, name: row.name },
  });
  return row;
}

/** @throws 404, 412 changed_meanwhile, 422 as createCostCenter */
export async function changeCostCenter(
  trx: Executor,
  deps: Deps,
  scope: TenantScope,
  doer: Doer,
  before: CostCenterRow,
  { teams, isActive, ...plain }: CostCenterChange,
): Promise<CostCenterRow> {
  const change = {
    ...definedOf(plain),
    ...(teams && { teams: JSON.stringify(teams) }),
    ...(isActive !== undefined && { isActive: isActive ? (1 as const) : (0 as const) }),
    updatedAt: deps.clock.now(),
  };
  const after = { ...before, ...change };
  await requireSound(trx, scope, after);
  if (!(await updateCostCenter(trx, scope, before, change)))
    throw conflict('changed_meanwhile', 'This was changed at the same moment; nothing was done. Look at it again.');
  await recordAudit(trx, deps, scope, doer, {
    action: 'costCenter.changed',
    object: { kind: 'costCenter', id: before.id },
    details: { code: before.code, change: { ...definedOf(plain), teams, isActive } },
  });
  return { ...after, revision: before.revision + 1 };
}

/** @throws 404 */
export async function getCostCenter(db: Executor, scope: TenantScope, id: string): Promise<CostCenterRow> {
  const row = await findCostCenter(db, scope, id);
  if (!row) throw notFound();
  return row;
}

export function newRow(
  deps: Deps,
  { tenantId }: TenantScope,
  { code, name, ownerId, parentCode, teams, isActive }: NewCostCenter,
  nowMs: number,
): CostCenterRow {
  return {
    id: deps.newId('cc'),
    tenantId,
    code,
    name,
    ownerId: ownerId ?? null,
    parentCode: parentCode ?? null,
    teams: JSON.stringify(teams ?? []),
    isActive: isActive === false ? 0 : 1,
    revision: 1,
    createdAt: nowMs,
    updatedAt: nowMs,
  };
}

async function requireSound(db: Executor, scope: TenantScope, row: CostCenterRow): Promise<void> {
  const others = (await listCostCenters(db, scope)).filter(({ id }) => id !== row.id);
  const { parentCode } = row;
  if (parentCode && parentCode !== row.code && !others.some(({ code }) => code === parentCode))
    throw refused('parent_unknown', '/parentCode', `There is no cost center ${parentCode}.`);
  const cycle = cycleIn([...others, row]);
  if (cycle.length > 0) throw refused('parent_cycle', '/parentCode', `${cycle.join(' → ')} would come back to itself.`);
  if (row.ownerId && !(await peopleOf(db, scope)).has(row.ownerId))
    throw refused('owner_unknown', '/ownerId', 'The owner is nobody of this company.');
  const teams = (await readTeams(db, scope)).map(({ name }) => name);
  for (const team of JSON.parse(row.teams) as string[])
    if (!teams.includes(team)) throw refused('team_unknown', '/teams', `There is no team ${team}.`);
}

const codeTaken = (code: string) =>
  conflict('cost_center_code_taken', `There is a cost center ${code} already; nothing was put in.`);

function refused(code: string, pointer: string, message: string) {
  return unprocessable(code, `${message} Nothing was changed.`, [{ pointer, code, message }]);
}

function definedOf<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
