import type { Executor } from '../database/database.ts';
import type { TeamMemberRow } from './table.ts';

export function listMembershipsOf(db: Executor, personId: string): Promise<{ tenantId: string; role: string }[]> {
  return db
    .selectFrom('members')
    .select(['tenantId', 'role'])
    .where('personId', '=', personId)
    .where('disabledAt', 'is', null)
    .execute();
}

export function listTeamRolesOf(
  db: Executor,
  personId: string,
): Promise<Pick<TeamMemberRow, 'tenantId' | 'teamId' | 'role'>[]> {
  return db.selectFrom('teamMembers').select(['tenantId', 'teamId', 'role']).where('personId', '=', personId).execute();
}
