import type { EpochMs, Flag } from '../../platform/database/database.ts';
import type { Alert } from './saved-search.ts';

export type SavedSearchRow = {
  id: string;
  tenantId: string;
  personId: string;
  name: string;
  query: string;
  alert: Alert;
  /** Matched too many people to note each at saving: only newcomers count as new. */
  isBroad: Flag;
  createdAt: EpochMs;
  seenAt: EpochMs;
  checkedAt: EpochMs;
};

/** Somebody this search has found once; `foundAt` 0 for those who matched when it was saved. */
export type SavedSearchMatchRow = {
  savedSearchId: string;
  freelancerId: string;
  tenantId: string;
  foundAt: EpochMs;
  /** When a mail told of it. */
  toldAt: EpochMs | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    savedSearches: SavedSearchRow;
    savedSearchMatches: SavedSearchMatchRow;
  }
}
