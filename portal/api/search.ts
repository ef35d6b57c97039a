import type { FoundKind } from '@portico/api/insight/search/found.ts';
import { get } from './client.ts';

export type Found = { kind: FoundKind; id: string; title: string; subtitle: string | null; path: string };

export const searchEverything = async (words: string, signal: AbortSignal): Promise<readonly Found[]> =>
  (await get<{ items: Found[] }>('/v1/search', { query: { q: words.slice(0, 100) }, signal })).items;
