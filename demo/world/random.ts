/** A stream of chance that is the same for the same seed on every machine (sfc32, seeded by a 32-bit string hash). */
export type Random = {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  weighted<T extends { weight: number }>(items: readonly T[]): T;
  /** `count` different items in random order; all of them when there are fewer. */
  sample<T>(items: readonly T[], count: number): T[];
  /** Normally distributed, mean 0, deviation 1. */
  normal(): number;
};

export function createRandom(...seed: (string | number)[]): Random {
  const next = sfc32(hashOf(seed.join('\u0000')));
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(items: readonly T[]): T => items[int(0, items.length - 1)]!;
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    weighted: (items) => weighted(items, next()),
    sample: (items, count) => sample(items, count, int),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

function weighted<T extends { weight: number }>(items: readonly T[], at: number): T {
  let left = at * totalWeight(items);
  for (const item of items) {
    left -= item.weight;
    if (left < 0) return item;
  }
  return items.at(-1)!;
}

const totals = new WeakMap<readonly { weight: number }[], number>();

function totalWeight(items: readonly { weight: number }[]): number {
  let total = totals.get(items);
  if (total === undefined) {
    total = items.reduce((sum, { weight }) => sum + weight, 0);
    totals.set(items, total);
  }
  return total;
}

function sample<T>(items: readonly T[], count: number, int: Random['int']): T[] {
  const rest = [...items];
  const taken = Math.min(count, rest.length);
  for (let at = 0; at < taken; at++) {
    const other = int(at, rest.length - 1);
    [rest[at], rest[other]] = [rest[other]!, rest[at]!];
  }
  return rest.slice(0, taken);
}

function hashOf(text: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  return [a, b, c, d];
}

function sfc32([a, b, c, d]: [number, number, number, number]): () => number {
  const next = () => {
    const t = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4294967296;
  };
  // The first numbers of nearby seeds are alike; later ones are not.
  for (let round = 0; round < 12; round++) next();
  return next;
}
