import type { TalentPoolMemberRow } from './table.ts';

/** A place with everything not named at its plainest. */
export function newMember(
  named: Pick<TalentPoolMemberRow, 'poolId' | 'freelancerId' | 'state' | 'admittedBy' | 'addedBy'>,
  nowMs: number,
): TalentPoolMemberRow {
  return {
    addedAt: nowMs,
    memberSince: named.state === 'active' ? nowMs : null,
    message: '',
    invitationExpiresAt: null,
    answeredAt: null,
    expiresAt: null,
    endReason: null,
    vettingApplicationId: null,
    vettedAt: null,
    score: null,
    tags: '[]',
    noteCount: 0,
    rating: null,
    ratingReason: null,
    ratedBy: null,
    ratedAt: null,
    rateMinor: null,
    rateCurrency: null,
    rateRole: null,
    rateFrom: null,
    rateTo: null,
    revision: 1,
    updatedAt: nowMs,
    ...named,
  };
}
