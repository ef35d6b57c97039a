/** Published rates by group. Pure. */

export type PublishedRate = {
  freelancerId: string;
  categoryId: string;
  currency: string;
  rateMinor: number;
  /** What it is told apart by within its category; a person can be in several of skills. */
  values: readonly string[];
};

export type RateGroup = {
  categoryId: string;
  /** Null: the whole category. */
  value: string | null;
  currency: string;
  /** Null where the group is too small to be shown, or would give away one that is. */
  figures: { n: number; min: number; p25: number; median: number; p75: number; max: number } | null;
};

/**
 * Every category with its groups. A small group is not shown, and neither is one that would leave a small rest of the
 * category behind: whoever takes what is shown from the whole learns of no fewer people than `groupMin`. What is shown
 * depends on no filter, so no two answers can be taken from each other.
 */
export function groupRates(rates: readonly PublishedRate[], groupMin: number): RateGroup[] {
  return [...Map.groupBy(rates, ({ categoryId, currency }) => `${categoryId} ${currency}`).values()].flatMap(
    (whole) => {
      const { categoryId, currency } = whole[0]!;
      const groups = new Map<string, PublishedRate[]>();
      for (const rate of whole)
        for (const value of rate.values) groups.set(value, [...(groups.get(value) ?? []), rate]);
      const shown = shownOf(whole.length, groups, groupMin);
      return [
        { categoryId, value: null, currency, figures: whole.length < groupMin ? null : figuresOf(whole) },
        ...[...groups].map(([value, some]) => ({
          categoryId,
          value,
          currency,
          figures: shown.has(value) ? figuresOf(some) : null,
        })),
      ];
    },
  );
}

function shownOf(whole: number, groups: ReadonlyMap<string, readonly PublishedRate[]>, groupMin: number): Set<string> {
  const bySize = [...groups].toSorted(([, one], [, other]) => one.length - other.length);
  const leavesFew = (n: number) => whole - n > 0 && whole - n < groupMin;
  const shown = bySize.filter(([, some]) => some.length >= groupMin && !leavesFew(some.length));
  // Taken together they must not leave a few either; the smallest is given up first.
  while (shown.length > 0 && leavesFew(peopleIn(shown.map(([, some]) => some)))) shown.shift();
  return new Set(shown.map(([value]) => value));
}

function peopleIn(groups: readonly (readonly PublishedRate[])[]): number {
  return new Set(groups.flatMap((some) => some.map(({ freelancerId }) => freelancerId))).size;
}

function figuresOf(some: readonly PublishedRate[]): NonNullable<RateGroup['figures']> {
  const sorted = some.map(({ rateMinor }) => rateMinor).toSorted((one, other) => one - other);
  const at = (percent: number) => percentile(sorted, percent);
  return { n: sorted.length, min: sorted[0]!, p25: at(25), median: at(50), p75: at(75), max: sorted.at(-1)! };
}

/** The nearest rank: always a rate that somebody has. */
export function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)]!;
}
