import type { Executor } from '../database/database.ts';
import type { TeamMemberRow, TeamRow } from './table.ts';
import type { TenantScope } from './tenant-scope.ts';

export function listTeamRows(db: Executor, { tenantId }: TenantScope): Promise<TeamRow[]> {
  return db.selectFrom('teams').selectAll().where('tenantId', '=', tenantId).orderBy('name').execute();
}

export function findTeamRow(db: Executor, { tenantId }: TenantScope, id: string): Promise<TeamRow | undefined> {
  return db.selectFrom('teams').selectAll().where('tenantId', '=', tenantId).where('id', '=', id).executeTakeFirst();
}

export async function insertTeam(trx: Executor, row: TeamRow): Promise<void> {
  await trx.insertInto('teams').values(row).execute();
}

export async function deleteTeamRow(trx: Executor, { tenantId }: TenantScope, id: string): Promise<void> {
  await trx.deleteFrom('teamMembers').where('tenantId', '=', tenantId).where('teamId', '=', id).execute();
  await trx.deleteFrom('teams').where('tenantId', '=', tenantId).where('id', '=', id).execute();
}

/** Of people who are members and can sign in. */
export function listTeamMemberRows(db: Executor, { tenantId }: TenantScope): Promise<TeamMemberRow[]> {
  return db
    .selectFrom('teamMembers')
    .innerJoin('members', (join) =>
      join
        .onRef('members.tenantId', '=', 'teamMembers.tenantId')
        .onRef('members.personId', '=', 'teamMembers.personId'),
    )
    .innerJoin('people', 'people.id', 'members.personId')
    .selectAll('teamMembers')
    .where('teamMembers.tenantId', '=', tenantId)
    .where('members.disabledAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .orderBy('teamMembers.personId')
    .execute();
}

export async function putTeamMember(trx: Executor, row: TeamMemberRow): Promise<void> {
  await trx
    .insertInto('teamMembers')
    .values(row)
    .onConflict((conflict) => conflict.columns(['teamId', 'personId']).doUpdateSet({ role: row.role }))
    .execute();
}

export async function deleteTeamMember(
  trx: Executor,
  { tenantId }: TenantScope,
  teamId: string,
  personId: string,
): Promise<void> {
  await trx
    .deleteFrom('teamMembers')
    .where('tenantId', '=', tenantId)
    .where('teamId', '=', teamId)
    .where('personId', '=', personId)
    .execute();
}
