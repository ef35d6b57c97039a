import type { FreelancerProfile } from '@portico/api/talent/freelancers/schema.ts';
import type { TalentHit, TalentSearchResult } from '@portico/api/talent/search/schema.ts';
import type { Api } from '../core/api.ts';
import type { HireError } from '../core/hire-error.ts';
import type { TalentSearchStrings } from './strings.ts';
import type { TalentFilters } from './talent-query.ts';

/** Somebody as a list or a profile shows them. */
export type Person = TalentHit | FreelancerProfile;

export type PanelKind = 'profile' | 'compare' | 'invite';
/** What opens over the results. */
export type SidePanel = {
  open(kind: PanelKind, people: readonly { id: string; name: string }[]): Promise<void>;
  close(): void;
  render(): unknown;
  rendered(): void;
};

/** What the parts of the widget see of it: what to show, and the few things a person can do. */
export type SearchView = {
  readonly strings: TalentSearchStrings;
  readonly language: string;
  readonly api: Api;
  readonly query: string;
  readonly filters: TalentFilters;
  readonly pageSize: number;
  readonly result: TalentSearchResult | undefined;
  readonly isBusy: boolean;
  readonly failure: { error: HireError; retry: () => void } | undefined;
  readonly compared: ReadonlyMap<string, TalentHit>;
  /** with a name the widget takes part in a form */
  readonly name: string | undefined;
  readonly value: string | undefined;
  readonly root: ShadowRoot;
  may(feature: 'save' | 'compare' | 'invite'): boolean;
  isSaved(person: Person): boolean;
  search(change: { query?: string; filters?: TalentFilters }): void;
  loadMore(): void;
  open(person: Person): void;
  save(person: Person): void;
  compare(hit: TalentHit): void;
  openCompare(): void;
  clearCompare(): void;
  invite(person: Person): void;
  choose(person: Person): void;
  fail(reason: unknown): HireError;
  emit<Detail>(type: string, detail: Detail, cancelable?: boolean): boolean;
  update(): void;
};
