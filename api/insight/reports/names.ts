import type { Executor } from '../../platform/database/database.ts';

/** A word as a report said it: from its first sight on, until another was seen. */
export type Sighting = { kind: string; id: string; text: string; seenAtMs: number };

/**
 * Words that may change (names, titles, ratings), as they stood: what a report said as of an instant it says again as of
 * that instant, whatever was renamed since.
 */
export type Names = {
  /**
   * @param kind what they are of: `freelancer.name`; one kind has one meaning in every report
   * @param current by id, as they read now; who is missing is missing in the answer unless it was seen before
   */
  at(kind: string, current: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>>;
};

export type NamesMemory = Names & {
  /** What was seen for the first time or has changed: to be kept before an answer is given. */
  sightings(): readonly Sighting[];
};

const idsAtOnce = 400;

export function createNames(
  db: Executor,
  tenantId: string | null,
  { asOfMs, nowMs }: { asOfMs: number; nowMs: number },
): NamesMemory {
  const known = new Map<string, ReadonlyMap<string, string>>();
  const seen: Sighting[] = [];
  const owner = tenantId ?? '';

  async function look(kind: string, current: ReadonlyMap<string, string>): Promise<Map<string, string>> {
    const answered = new Map<string, string>();
    const ids = [...current.keys()];
    for (let at = 0; at < ids.length; at += idsAtOnce) {
      const some = ids.slice(at, at + idsAtOnce);
      const remembered = Map.groupBy(await listNames(db, owner, kind, some), ({ id }) => id);
      for (const id of some) answered.set(id, stoodFor(kind, id, current.get(id)!, remembered.get(id) ?? []));
    }
    return answered;
  }

  /** `kept` in the order in which it was seen. */
  function stoodFor(kind: string, id: string, text: string, kept: readonly { text: string; seenAt: number }[]): string {
    if (kept.at(-1)?.text !== text) seen.push({ kind, id, text, seenAtMs: nowMs });
    const [first] = kept;
    if (!first) return text;
    const stood = kept.findLast(({ seenAt }) => seenAt <= asOfMs) ?? first;
    return asOfMs >= nowMs ? text : stood.text;
  }

  return {
    async at(kind, current) {
      const answered = known.get(kind) as Map<string, string> | undefined;
      const missing = answered ? new Map([...current].filter(([id]) => !answered.has(id))) : current;
      const found = missing.size === 0 ? new Map<string, string>() : await look(kind, missing);
      const all = answered ?? new Map<string, string>();
      for (const [id, text] of found) all.set(id, text);
      known.set(kind, all);
      return all;
    },
    sightings: () => seen,
  };
}

function listNames(db: Executor, tenantId: string, kind: string, ids: readonly string[]) {
  return db
    .selectFrom('reportNames')
    .select(['id', 'text', 'seenAt'])
    .where('tenantId', '=', tenantId)
    .where('kind', '=', kind)
    .where('id', 'in', ids)
    .orderBy('id')
    .orderBy('seenAt')
    .execute();
}
