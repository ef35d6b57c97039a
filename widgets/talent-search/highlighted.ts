/** Text cut at its highlight ranges (UTF-16, half open). Ranges from the wire may overlap or overshoot; marks never do. */
export function segments(
  text: string,
  ranges: readonly (readonly [number, number])[],
): { text: string; marked: boolean }[] {
  const found: { text: string; marked: boolean }[] = [];
  let at = 0;
  const push = (end: number, marked: boolean) => {
    if (end > at) found.push({ text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const [from, to] of [...ranges].sort((one, other) => one[0] - other[0])) {
    push(Math.min(from, text.length), false);
    push(Math.min(to, text.length), true);
  }
  push(text.length, false);
  return found;
}
