import type { AuthInstant } from '../auth/auth-instant.ts';
import type { EpochMs, Executor } from '../database/database.ts';
import type { Plan } from './plan.ts';
import type { MemberInvitationRow, MemberRow, TenantRow } from './table.ts';
import type { TenantScope } from './tenant-scope.ts';

export function listMembersAfter(
  db: Executor,
  { tenantId }: TenantScope,
  afterId: string,
  limit: number,
): Promise<MemberRow[]> {
  return db
    .selectFrom('members')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute();
}

export function findMemberRow(
  db: Executor,
  { tenantId }: TenantScope,
  by: { id: string } | { personId: string },
): Promise<MemberRow | undefined> {
  const [column, value] = 'id' in by ? (['id', by.id] as const) : (['personId', by.personId] as const);
  return db
    .selectFrom('members')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where(column, '=', value)
    .executeTakeFirst();
}

export function listActiveRoleLists(db: Executor, { tenantId }: TenantScope): Promise<{ role: string }[]> {
  return db
    .selectFrom('members')
    .select('role')
    .where('tenantId', '=', tenantId)
    .where('disabledAt', 'is', null)
    .execute();
}

/** Not those whom the tenant or the operator has disabled. */
export function listActiveMembers(
  db: Executor,
  { tenantId }: TenantScope,
): Promise<Pick<MemberRow, 'personId' | 'role'>[]> {
  return db
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.personId')
    .select(['members.personId', 'members.role'])
    .where('members.tenantId', '=', tenantId)
    .where('members.disabledAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .orderBy('members.personId')
    .execute();
}

export async function insertMember(
  trx: Executor,
  { tenantId }: TenantScope,
  row: Omit<MemberRow, 'tenantId'>,
): Promise<void> {
  await trx
    .insertInto('members')
    .values({ ...row, tenantId })
    .execute();
}

export async function updateMember(
  trx: Executor,
  { tenantId }: TenantScope,
  id: string,
  change: { role: string; disabledAt: EpochMs | null },
): Promise<void> {
  await trx.updateTable('members').set(change).where('tenantId', '=', tenantId).where('id', '=', id).execute();
}

export async function deleteMember(
  trx: Executor,
  { tenantId }: TenantScope,
  member: { id: string; personId: string },
): Promise<void> {
  await trx
    .deleteFrom('teamMembers')
    .where('tenantId', '=', tenantId)
    .where('personId', '=', member.personId)
    .execute();
  await trx.deleteFrom('members').where('tenantId', '=', tenantId).where('id', '=', member.id).execute();
}

export async function insertInvitation(
  trx: Executor,
  { tenantId }: TenantScope,
  row: Omit<MemberInvitationRow, 'tenantId' | 'status' | 'teamId'>,
): Promise<void> {
  await trx
    .insertInto('memberInvitations')
    .values({ ...row, tenantId, status: 'pending', teamId: null })
    .execute();
}

export function listPendingInvitations(db: Executor, { tenantId }: TenantScope): Promise<MemberInvitationRow[]> {
  return db
    .selectFrom('memberInvitations')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('status', '=', 'pending')
    .orderBy('createdAt', 'desc')
    .limit(500)
    .execute();
}

export function findInvitation(
  db: Executor,
  { tenantId }: TenantScope,
  id: string,
): Promise<MemberInvitationRow | undefined> {
  return db
    .selectFrom('memberInvitations')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Only a pending one moves. @returns false when it was not pending */
export async function moveInvitation(
  trx: Executor,
  { tenantId }: TenantScope,
  id: string,
  to: 'accepted' | 'canceled',
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('memberInvitations')
    .set({ status: to })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function cancelInvitationsTo(trx: Executor, { tenantId }: TenantScope, email: string): Promise<void> {
  await trx
    .updateTable('memberInvitations')
    .set({ status: 'canceled' })
    .where('tenantId', '=', tenantId)
    .where('email', '=', email)
    .where('status', '=', 'pending')
    .execute();
}

export async function insertTenant(trx: Executor, row: TenantRow & { createdAt: AuthInstant }): Promise<void> {
  await trx.insertInto('tenants').values(row).execute();
}

/** Raises the revision from the one that was read. @returns false when somebody else was first */
export async function updateTenant(
  trx: Executor,
  { tenantId }: TenantScope,
  fromRevision: number,
  change: Partial<Pick<TenantRow, 'theme' | 'brandName' | 'logo' | 'brand' | 'locale'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('tenants')
    .set({ ...change, revision: fromRevision + 1 })
    .where('id', '=', tenantId)
    .where('revision', '=', fromRevision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function replaceOrigins(
  trx: Executor,
  { tenantId }: TenantScope,
  origins: readonly string[],
  nowMs: EpochMs,
): Promise<void> {
  await trx.deleteFrom('tenantOrigins').where('tenantId', '=', tenantId).execute();
  if (origins.length > 0)
    await trx
      .insertInto('tenantOrigins')
      .values(origins.map((origin) => ({ tenantId, origin, createdAt: nowMs })))
      .execute();
}

export async function insertDomains(
  trx: Executor,
  { tenantId }: TenantScope,
  hosts: readonly string[],
  nowMs: EpochMs,
): Promise<void> {
  if (hosts.length > 0)
    await trx
      .insertInto('tenantDomains')
      .values(hosts.map((host) => ({ host, tenantId, createdAt: nowMs, isActive: 1, isPrimary: 0 })))
      .execute();
}

export function findTenantRow(db: Executor, { tenantId }: TenantScope): Promise<TenantRow | undefined> {
  return db.selectFrom('tenants').selectAll().where('id', '=', tenantId).executeTakeFirst();
}

export async function findCountry(db: Executor, scope: TenantScope): Promise<string | null> {
  const found = await db.selectFrom('tenants').select('country').where('id', '=', scope.tenantId).executeTakeFirst();
  return found?.country ?? null;
}

export async function findPlan(db: Executor, scope: TenantScope): Promise<Plan | undefined> {
  const found = await db.selectFrom('tenants').select('plan').where('id', '=', scope.tenantId).executeTakeFirst();
  return found?.plan;
}

/** Another revision, so that what pages know of the tenant is read again. */
export async function updatePlan(trx: Executor, scope: TenantScope, plan: Plan): Promise<void> {
  await trx
    .updateTable('tenants')
    .set((eb) => ({ plan, revision: eb('revision', '+', 1) }))
    .where('id', '=', scope.tenantId)
    .execute();
}
