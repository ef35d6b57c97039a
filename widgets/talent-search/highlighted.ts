/**
 * Text cut at its highlight ranges (UTF-16, half open, in order): plain, marked, plain, marked … plain.
 * Ranges may touch or overshoot; nothing is lost.
 */
export function pieces(text: string, ranges: readonly (readonly [number, number])[]): string[] {
  let end = 0;
  const cut = ranges.flatMap(([from, to]) => {
    const start = Math.max(end, from);
    const before = text.slice(end, start);
    end = Math.max(start, to);
    return [before, text.slice(start, end)];
  });
  return [...cut, text.slice(end)];
}
