/** Whole percent, rounded down, exact for any amount: 80 says that 80 % are reached. */
export function percentOf(partMinor: number, wholeMinor: number): number {
  if (wholeMinor <= 0) return partMinor > 0 ? 100 : 0;
  return Number((BigInt(partMinor) * 100n) / BigInt(wholeMinor));
}
