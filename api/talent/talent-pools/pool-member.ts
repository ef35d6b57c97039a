import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** Somebody's place in a talent pool. Pure; pages import it too. */

export const poolMemberStates = ['invited', 'active', 'suspended', 'declined', 'left', 'removed', 'expired'] as const;
export type PoolMemberState = (typeof poolMemberStates)[number];

export const poolMemberMoves = {
  /** Again, after a place that ended otherwise than by their own no. */
  invite: { by: ['member', 'operator'], from: ['left', 'removed', 'expired'], to: 'invited' },
  accept: { by: ['freelancer'], from: ['invited'], to: 'active' },
  decline: { by: ['freelancer'], from: ['invited'], to: 'declined' },
  lapse: { by: ['clock'], from: ['invited'], to: 'expired', after: '14 days without an answer' },
  /** By a decision of the vetting desk, by a first contract, or by hand for somebody the tenant has worked with. */
  admit: {
    by: ['member', 'operator', 'clock'],
    from: ['invited', 'declined', 'left', 'removed', 'expired'],
    to: 'active',
    after: 'a first contract started',
  },
  suspend: { by: ['member', 'operator'], from: ['active'], to: 'suspended' },
  resume: { by: ['member', 'operator'], from: ['suspended'], to: 'active' },
  leave: { by: ['freelancer'], from: ['active', 'suspended'], to: 'left' },
  remove: { by: ['member', 'operator'], from: ['invited', 'active', 'suspended'], to: 'removed' },
  expire: { by: ['clock'], from: ['active', 'suspended'], to: 'expired', after: 'the end of their place' },
} as const satisfies MoveTable<PoolMemberState, string>;
export type PoolMemberMove = keyof typeof poolMemberMoves;

export const poolMemberCan = predicates<PoolMemberState, PoolMemberMove>(poolMemberMoves);

/** They ended it, or never began: nobody puts them back without asking. */
export const endedByThem = ['declined', 'left'] as const satisfies PoolMemberState[];

/** How somebody came in: none of these without their own consent or their own contract. */
export const admissions = ['vetting', 'invitation', 'firstContract', 'hand'] as const;
export type Admission = (typeof admissions)[number];

/** What became of each who was to be invited. */
export const poolInviteOutcomes = [
  'invited',
  'alreadyMember',
  'alreadyInvited',
  /** They said no to this pool; asking again would not be an answer taken. */
  'declinedBefore',
  /** No such profile, or a private one. */
  'notAvailable',
  /** Nobody has claimed this profile, so that nobody could answer. */
  'notClaimed',
  /** They work in this company. */
  'ownMember',
] as const;
export type PoolInviteOutcome = (typeof poolInviteOutcomes)[number];

export const bulkActions = ['addTag', 'removeTag', 'suspend', 'resume', 'remove'] as const;
export type BulkAction = (typeof bulkActions)[number];

/** `refused`: the member's state does not allow it. */
export const bulkOutcomes = ['done', 'refused', 'notMember'] as const;
export type BulkOutcome = (typeof bulkOutcomes)[number];

export const memberSorts = ['name', 'free', 'rate', 'rating', 'score', 'newest'] as const;
export type MemberSort = (typeof memberSorts)[number];

/** Of a vetting score, as far as the policy shows it to clients. */
export const scoreBands = ['outstanding', 'strong', 'solid'] as const;
export type ScoreBand = (typeof scoreBands)[number];
