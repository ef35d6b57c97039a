import type { Sort } from './search-query.ts';

/** The place after a hit: its sort key and the tie-breakers. Stays a place when that hit is edited or deleted meanwhile. */
export type Place = { readonly key: number; readonly quality: number; readonly id: string };

export class SearchCursorError extends Error {
  override readonly name = 'SearchCursorError';
}

export function sortName(sort: Sort): string {
  return typeof sort === 'string' ? sort : `${sort.number}:${sort.order}`;
}

/** Opaque, but not secret and not signed: it names an id that its reader has already seen. */
export function encodeCursor(sort: Sort, place: Place): string {
  const key = Number.isFinite(place.key) ? place.key : null;
  return Buffer.from(JSON.stringify([sortName(sort), key, place.quality, place.id])).toString('base64url');
}

export function decodeCursor(sort: Sort, cursor: string): Place {
  const parts = cursor.length <= 1000 ? parse(Buffer.from(cursor, 'base64url').toString()) : undefined;
  if (!Array.isArray(parts) || parts.length !== 4)
    throw new SearchCursorError('This cursor was not made by this search.');
  const [name, key, quality, id] = parts as unknown[];
  if (name !== sortName(sort)) throw new SearchCursorError('This cursor belongs to another sort.');
  const isKey = key === null || typeof key === 'number';
  if (!isKey || typeof quality !== 'number' || typeof id !== 'string') {
    throw new SearchCursorError('This cursor was not made by this search.');
  }
  return { key: key ?? Number.NEGATIVE_INFINITY, quality, id };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
