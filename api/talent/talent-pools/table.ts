import type { EpochMs, Flag } from '../../platform/database/database.ts';
import type { PoolEditing, PoolState, RateLevel } from './pool.ts';
import type { Admission, PoolMemberState } from './pool-member.ts';
import type { PoolShareState } from './pool-share.ts';

export type TalentPoolRow = {
  id: string;
  /** null: the installation's Pro pool. */
  tenantId: string | null;
  name: string;
  description: string;
  /** What somebody must bring to be in it; members read it too. */
  criteria: string;
  state: PoolState;
  editing: PoolEditing;
  /** JSON array of person ids. */
  ownerIds: string;
  /** Whoever's first contract with the tenant starts becomes a member. */
  admitsFirstContract: Flag;
  revision: number;
  createdBy: string;
  createdAt: EpochMs;
  updatedAt: EpochMs;
};

export type TalentPoolMemberRow = {
  poolId: string;
  freelancerId: string;
  state: PoolMemberState;
  admittedBy: Admission;
  /** Who invited or admitted; '' for the clock. */
  addedBy: string;
  /** When invited or, without an invitation, admitted. */
  addedAt: EpochMs;
  /** Since when a member, this time. */
  memberSince: EpochMs | null;
  /** Read with the invitation. */
  message: string;
  invitationExpiresAt: EpochMs | null;
  answeredAt: EpochMs | null;
  /** When the place ends by itself. */
  expiresAt: EpochMs | null;
  endReason: string | null;
  vettingApplicationId: string | null;
  vettedAt: EpochMs | null;
  /** 0–100, of the vetting. */
  score: number | null;
  /* Internal: no freelancer ever reads what follows. */
  /** JSON array of words. */
  tags: string;
  noteCount: number;
  /** 1–5 */
  rating: number | null;
  ratingReason: string | null;
  ratedBy: string | null;
  ratedAt: EpochMs | null;
  /** What was agreed with them for this pool, by the hour. */
  rateMinor: number | null;
  rateCurrency: string | null;
  rateRole: string | null;
  rateFrom: string | null;
  rateTo: string | null;
  revision: number;
  updatedAt: EpochMs;
};

export type TalentPoolNoteRow = {
  id: string;
  poolId: string;
  freelancerId: string;
  authorId: string;
  text: string;
  createdAt: EpochMs;
};

export type TalentPoolRateRow = {
  poolId: string;
  position: number;
  role: string;
  skillId: string | null;
  skillName: string | null;
  level: RateLevel;
  rateMinor: number;
  rateCurrency: string;
};

export type TalentPoolShareRow = {
  id: string;
  poolId: string;
  /** Whose pool it is. */
  tenantId: string;
  freelancerId: string;
  /** Who is to see the member. */
  toTenantId: string;
  state: PoolShareState;
  requestedBy: string;
  message: string;
  createdAt: EpochMs;
  expiresAt: EpochMs;
  answeredAt: EpochMs | null;
  endedAt: EpochMs | null;
};

/** A freelancer's own calendar: one week of it, valid for every tenant. */
export type FreelancerWeekRow = {
  freelancerId: string;
  /** The Monday, `2026-11-23`. */
  startsOn: string;
  freeHours: number;
  writtenAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    talentPools: TalentPoolRow;
    talentPoolMembers: TalentPoolMemberRow;
    talentPoolNotes: TalentPoolNoteRow;
    talentPoolRates: TalentPoolRateRow;
    talentPoolShares: TalentPoolShareRow;
    freelancerWeeks: FreelancerWeekRow;
  }
}
