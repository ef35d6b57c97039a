export type SkillPair = {
  skillId: string;
  otherSkillId: string;
  together: number;
  /** How likely a post that asks for the skill asks for the other one as well. */
  likelihood: number;
  /** How many times more often the two meet than by chance. */
  lift: number;
};

/** Counts which names are asked for together, each post once. */
export class PairCounts {
  posts = 0;
  readonly alone = new Map<string, number>();
  readonly #together = new Map<string, Map<string, number>>();

  add(ids: readonly string[]): void {
    this.posts++;
    for (const id of ids) {
      this.alone.set(id, (this.alone.get(id) ?? 0) + 1);
      for (const other of ids) if (other !== id) increment(this.#together, id, other);
    }
  }

  countOf(id: string): number {
    return this.alone.get(id) ?? 0;
  }

  partnersOf(id: string): ReadonlyMap<string, number> {
    return this.#together.get(id) ?? new Map();
  }

  /** Both directions of every pair that met at least `fewest` times, in a fixed order. */
  pairs(fewest: number, wanted: (id: string) => boolean): SkillPair[] {
    return [...this.#together.keys()]
      .filter(wanted)
      .sort()
      .flatMap((skillId) =>
        [...this.partnersOf(skillId)]
          .filter(([otherSkillId, together]) => together >= fewest && wanted(otherSkillId))
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([otherSkillId, together]) => ({
            skillId,
            otherSkillId,
            together,
            likelihood: together / this.countOf(skillId),
            lift: (together * this.posts) / (this.countOf(skillId) * this.countOf(otherSkillId)),
          })),
      );
  }
}

function increment(counts: Map<string, Map<string, number>>, id: string, other: string): void {
  const partners = counts.get(id) ?? new Map<string, number>();
  counts.set(id, partners);
  partners.set(other, (partners.get(other) ?? 0) + 1);
}
