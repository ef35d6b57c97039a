import type { PoolMember } from '@portico/api/talent/talent-pools/schema.ts';
import type { CoreStrings, Plural } from '../core/locale.ts';

export const memberSorts = ['free', 'name', 'rate', 'rating', 'newest'] as const;
export type MemberSort = (typeof memberSorts)[number];

/** What the list of members says; the words of one member come with it. */
export type TalentPoolStrings = CoreStrings & {
  label: string;
  pool: string;
  search: string;
  skill: string;
  anySkill: string;
  freeNextWeek: string;
  sort: string;
  sorts: Record<MemberSort, string>;
  found: Plural;
  noPools: string;
  none: string;
  more: string;
  perHour: string;
  agreed: string;
  vetted: string;
  bands: Record<NonNullable<NonNullable<PoolMember['vetting']>['scoreBand']>, string>;
  free: string;
  /** of one week, for who does not see its bar */
  week: string;
  offer: string;
};
