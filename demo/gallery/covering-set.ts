import { allCombinations, type Combination } from './combinations.ts';

const everywhere = new Set(['loading', 'empty', 'error', 'ready']);

/** What has to appear somewhere: pairs of values, and each view of a widget in both schemes, narrow and wide, both directions. */
function* claims({ widget, state, theme, scheme, locale, width }: Combination): Generator<string> {
  const looks = `${theme} ${scheme}`;
  const view = `${widget} ${state}`;
  const values = { widget, looks, locale, width };
  const names = Object.keys(values) as (keyof typeof values)[];
  for (const [index, one] of names.entries())
    for (const other of names.slice(index + 1)) yield `${one} ${values[one]}, ${other} ${values[other]}`;
  // What opens differs from widget to widget, so states are told apart by their widget.
  yield `${view}, ${scheme}`;
  yield `${view}, ${width < 640 ? 'narrow' : 'wide'}`;
  yield `${view}, ${locale === 'ar' ? 'right to left' : 'left to right'}`;
  if (everywhere.has(state)) for (const value of [looks, locale, width]) yield `${state}, ${value}`;
}

/** Few combinations in which every claim is met; the same ones each time. */
export function coveringSet(): Combination[] {
  const candidates = [...allCombinations()].map((combination) => ({ combination, claims: [...claims(combination)] }));
  const open = new Set(candidates.flatMap((each) => each.claims));
  const chosen: Combination[] = [];
  while (open.size > 0) {
    let best = candidates[0]!;
    let most = 0;
    // From another place each time, or the first widget and language would be in nearly all.
    const start = (chosen.length * 977) % candidates.length;
    for (let step = 0; step < candidates.length; step++) {
      const candidate = candidates[(start + step) % candidates.length]!;
      const met = candidate.claims.filter((claim) => open.has(claim)).length;
      if (met > most) [best, most] = [candidate, met];
    }
    for (const claim of best.claims) open.delete(claim);
    chosen.push(best.combination);
  }
  return chosen;
}
