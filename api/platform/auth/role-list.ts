import { type MemberRole, memberRoles } from './actor.ts';

/** `hiringManager,approver` to roles; a word that is no role gives no right. */
export function rolesOf(list: string): MemberRole[] {
  const words = new Set(list.split(',').map((word) => word.trim()));
  return memberRoles.filter((role) => words.has(role));
}
