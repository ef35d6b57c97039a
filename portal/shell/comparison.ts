import { createState } from './state.ts';

export const compareMax = 4;

/** People chosen for comparison on their own pages; the comparison itself is an address. Ends with the tab. */
export const compared = createState<readonly string[]>([]);

export function toggleCompared(id: string): 'added' | 'removed' | 'full' {
  const ids = compared.get();
  if (ids.includes(id)) {
    compared.set(ids.filter((one) => one !== id));
    return 'removed';
  }
  if (ids.length >= compareMax) return 'full';
  compared.set([...ids, id]);
  return 'added';
}

export const comparePath = (ids: readonly string[]): string =>
  `/compare?${new URLSearchParams(ids.map((id) => ['id', id]))}`;
