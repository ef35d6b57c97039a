/** Where a company counts what it spends. Pure. */

export const codeMaxLength = 60;
export const nameMaxLength = 120;
export const importRowsMax = 2000;

export type Linked = { code: string; parentCode: string | null };

/** Codes that come back to themselves over their parents, in the order of the way; nothing when there is none. */
export function cycleIn(centers: readonly Linked[]): string[] {
  const parentOf = new Map(centers.map(({ code, parentCode }) => [code, parentCode]));
  const cleared = new Set<string>();
  for (const { code } of centers) {
    const way: string[] = [];
    let at: string | null | undefined = code;
    while (at && !cleared.has(at)) {
      const from = way.indexOf(at);
      if (from >= 0) return [...way.slice(from), at];
      way.push(at);
      at = parentOf.get(at);
    }
    for (const one of way) cleared.add(one);
  }
  return [];
}

/** The code and all below it. */
export function withChildren(centers: readonly Linked[], code: string): string[] {
  const found = [code];
  for (const parent of found)
    found.push(...centers.flatMap((one) => (one.parentCode === parent && !found.includes(one.code) ? one.code : [])));
  return found;
}
