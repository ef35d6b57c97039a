import type { EpochMs, Flag } from '../../platform/database/database.ts';
import type { JobAlert } from './job-saved-search.ts';

/** A freelancer's; at a tenant's address it was made for that tenant's posts alone. */
export type SavedJobSearchRow = {
  id: string;
  freelancerId: string;
  personId: string;
  /** '' for a search made at the installation's address, which finds the posts of every tenant. */
  tenantId: string;
  name: string;
  query: string;
  alert: JobAlert;
  /** Matched too many posts to note each at saving: only later posts count as new. */
  isBroad: Flag;
  createdAt: EpochMs;
  seenAt: EpochMs;
  checkedAt: EpochMs;
};

/** A post this search has found once; `foundAt` 0 for those that matched when it was saved. */
export type SavedJobSearchMatchRow = {
  savedJobSearchId: string;
  jobPostId: string;
  foundAt: EpochMs;
  /** When a mail told of it. */
  toldAt: EpochMs | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    savedJobSearches: SavedJobSearchRow;
    savedJobSearchMatches: SavedJobSearchMatchRow;
  }
}
