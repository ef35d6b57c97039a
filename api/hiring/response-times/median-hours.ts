const hourMs = 3_600_000;

/** Hours to a tenth, of an even number the mean of the two in the middle. Pure. */
export function medianHours(waitsMs: readonly number[]): number | null {
  if (waitsMs.length === 0) return null;
  const sorted = waitsMs.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const medianMs = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return Math.round((medianMs / hourMs) * 10) / 10;
}
