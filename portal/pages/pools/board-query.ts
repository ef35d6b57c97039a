import { memberSorts } from '@portico/api/talent/talent-pools/pool-member.ts';
import type { Query } from '../../api/client.ts';

/** What a board is filtered by; the same words in the page's address and in the API. */
export const boardNames = [
  'q',
  'skill',
  'country',
  'tag',
  'state',
  'week',
  'minHours',
  'rateMax',
  'overlapHours',
  'sort',
] as const;
export type BoardName = (typeof boardNames)[number];
export type BoardQuery = Readonly<Partial<Record<BoardName, string>>>;

/** What the address says, as far as it makes sense; anything else would only be refused. */
export function boardQueryOf(url: URLSearchParams): BoardQuery {
  const query: Partial<Record<BoardName, string>> = {};
  for (const name of boardNames) {
    const value = url.get(name)?.slice(0, 200);
    if (value && isUsable(name, value)) query[name] = value;
  }
  return query;
}

function isUsable(name: BoardName, value: string): boolean {
  switch (name) {
    case 'week':
      return /^[0-7]$/.test(value);
    case 'minHours':
      return /^[1-9]\d?$/.test(value) && Number(value) <= 80;
    case 'overlapHours':
      return /^[1-8]$/.test(value);
    case 'rateMax':
      return /^\d{1,9}$/.test(value);
    case 'sort':
      return memberSorts.some((sort) => sort === value);
    default:
      return true;
  }
}

export const toUrl = (query: BoardQuery): URLSearchParams =>
  new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined && value !== ''));

/** Shared hours are counted with the reader's own zone. */
export const toApi = (query: BoardQuery, timezone: string): Query =>
  query.overlapHours ? { ...query, timezone } : { ...query };
