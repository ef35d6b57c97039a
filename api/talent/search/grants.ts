import { type Actor, hasRole, isPerson, type MemberRole } from '../../platform/auth/actor.ts';
import { forbidden } from '../../platform/http/problem.ts';

export const talentFeatures = ['save', 'compare', 'invite'] as const;
export type TalentFeature = (typeof talentFeatures)[number];

/** A widget session searches talent only when it was made for it, and uses only the features it was granted. */
export function maySearch(actor: Actor, feature?: TalentFeature): boolean {
  if (!isPerson(actor) || actor.via.kind !== 'embed') return true;
  const granted = actor.via.grants.talentSearch;
  return granted !== undefined && (feature === undefined || granted[feature] === true);
}

/** @throws 403 */
export function requireSearchGrant(actor: Actor, feature?: TalentFeature): void {
  if (!maySearch(actor, feature)) {
    throw forbidden(
      feature
        ? `This widget session was not granted ${feature}. Ask for it when the session is made.`
        : 'This widget session was not made for talent search. Ask for it when the session is made.',
    );
  }
}

const editingRoles: readonly MemberRole[] = [
  'owner',
  'accountAdmin',
  'financeAdmin',
  'approver',
  'hiringManager',
  'recruiter',
];

/** Viewers and auditors read what others keep and keep nothing themselves. */
export function mayKeepTalent(actor: Actor): boolean {
  return hasRole(actor, ...editingRoles);
}
