import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ContractState } from './contract.ts';
import type { ContractRow, ContractTermsRow } from './table.ts';

/** The last row of the page before. */
export type ContractPlace = { createdAt: EpochMs; id: string };
export type ContractFilter = { state?: ContractState | undefined; after?: ContractPlace | undefined; limit: number };

export async function insertContract(trx: Executor, row: ContractRow): Promise<void> {
  await trx.insertInto('contracts').values(row).execute();
}

export function findContract(db: Executor, scope: TenantScope, id: string): Promise<ContractRow | undefined> {
  return db
    .selectFrom('contracts')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** @throws 404 */
export async function getContractRow(db: Executor, scope: TenantScope, id: string): Promise<ContractRow> {
  const row = await findContract(db, scope, id);
  if (!row) throw notFound();
  return row;
}

/** @param tenant where the address names one, its contracts only */
export function findContractOf(
  db: Executor,
  freelancer: FreelancerScope,
  tenant: TenantScope | undefined,
  id: string,
): Promise<ContractRow | undefined> {
  return db
    .selectFrom('contracts')
    .selectAll()
    .where('freelancerId', '=', freelancer.freelancerId)
    .where('id', '=', id)
    .$if(tenant !== undefined, (query) => query.where('tenantId', '=', tenant!.tenantId))
    .executeTakeFirst();
}

/** The newest first. */
export function listContracts(db: Executor, scope: TenantScope, filter: ContractFilter): Promise<ContractRow[]> {
  return newestFirst(db, filter).where('tenantId', '=', scope.tenantId).execute();
}

/** The newest first. */
export function listContractsOf(
  db: Executor,
  freelancer: FreelancerScope,
  tenant: TenantScope | undefined,
  filter: ContractFilter,
): Promise<ContractRow[]> {
  return newestFirst(db, filter)
    .where('freelancerId', '=', freelancer.freelancerId)
    .$if(tenant !== undefined, (query) => query.where('tenantId', '=', tenant!.tenantId))
    .execute();
}

function newestFirst(db: Executor, { state, after, limit }: ContractFilter) {
  return db
    .selectFrom('contracts')
    .selectAll()
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('createdAt', '<', after!.createdAt),
          eb.and([eb('createdAt', '=', after!.createdAt), eb('id', '<', after!.id)]),
        ]),
      ),
    )
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
}

export type ContractChange = Partial<Omit<ContractRow, 'id' | 'tenantId' | 'freelancerId' | 'revision' | 'changedAt'>>;

/** @returns false when it has left `from` */
export async function moveContract(
  trx: Executor,
  scope: TenantScope,
  id: string,
  from: readonly ContractState[],
  nowMs: EpochMs,
  change: ContractChange,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('contracts')
    .set((eb) => ({ nextIsStale: 1, ...change, revision: eb('revision', '+', 1), changedAt: nowMs }))
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Of a contract in whatever state. */
export async function touch(
  trx: Executor,
  scope: TenantScope,
  id: string,
  nowMs: EpochMs,
  change: Pick<Partial<ContractRow>, 'lastActivityAt' | 'idleToldAt'>,
): Promise<void> {
  await trx
    .updateTable('contracts')
    .set((eb) => ({ ...change, nextIsStale: 1, revision: eb('revision', '+', 1), changedAt: nowMs }))
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .execute();
}

export async function insertTerms(trx: Executor, row: ContractTermsRow): Promise<void> {
  await trx.insertInto('contractTerms').values(row).execute();
}

export async function updateTerms(
  trx: Executor,
  scope: TenantScope,
  id: string,
  terms: Pick<ContractRow, 'termsVersion' | 'terms' | 'termsHash'>,
): Promise<void> {
  await trx
    .updateTable('contracts')
    .set(terms)
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('termsVersion', '<', terms.termsVersion)
    .execute();
}

/** The newest first; of several contracts. */
export function listTerms(db: Executor, contractIds: readonly string[]): Promise<ContractTermsRow[]> {
  return db
    .selectFrom('contractTerms')
    .selectAll()
    .where('contractId', 'in', contractIds)
    .orderBy('contractId')
    .orderBy('version', 'desc')
    .execute();
}

export function findContracts(db: Executor, ids: readonly string[]): Promise<ContractRow[]> {
  return db.selectFrom('contracts').selectAll().where('id', 'in', ids).execute();
}

/** Of every tenant: the clock has none. Each row is then worked on in its own tenant's scope. */
export function listDueStarts(db: Executor, nowMs: number, limit: number): Promise<ContractRow[]> {
  return db
    .selectFrom('contracts')
    .selectAll()
    .where('state', '=', 'ready')
    .where('startsAt', '<=', nowMs)
    .orderBy('startsAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export function listStartedFreelancers(db: Executor, scope: TenantScope): Promise<{ freelancerId: string }[]> {
  return db
    .selectFrom('contracts')
    .select('freelancerId')
    .distinct()
    .where('tenantId', '=', scope.tenantId)
    .where('startedAt', 'is not', null)
    .execute();
}
