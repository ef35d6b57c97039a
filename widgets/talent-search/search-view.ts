import type { Api } from '../core/api.ts';
import type { TalentSearchStrings } from './strings.ts';
import type { TalentFilters } from './talent-query.ts';
import type { TalentHit, TalentSearchResult } from './wire.ts';

/** What the parts of the widget see of it: what to show, and the few things a person can do. */
export type SearchView = {
  readonly strings: TalentSearchStrings;
  readonly language: string;
  readonly api: Api;
  readonly query: string;
  readonly filters: TalentFilters;
  readonly result: TalentSearchResult | undefined;
  readonly compared: ReadonlyMap<string, TalentHit>;
  readonly compareIsFull: boolean;
  readonly mayInvite: boolean;
  readonly choosing: boolean;
  readonly value: string | undefined;
  isSaved(person: { id: string; saved: boolean }): boolean;
  search(change: { query?: string; filters?: TalentFilters }): void;
  open(id: string): void;
  save(person: { id: string; saved: boolean }): void;
  compare(hit: TalentHit): void;
  invite(id: string): void;
  choose(id: string): void;
};
