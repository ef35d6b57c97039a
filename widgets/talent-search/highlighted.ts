type Segment = { text: string; marked: boolean };

/** Text cut at its highlight ranges (UTF-16, half open, in order). Ranges may touch or overshoot; nothing is lost. */
export function segments(text: string, ranges: readonly (readonly [number, number])[]): Segment[] {
  let end = 0;
  const cut = ranges.flatMap(([from, to]) => {
    const before = text.slice(end, from);
    const start = Math.max(end, from);
    end = Math.max(end, to);
    return [
      { text: before, marked: false },
      { text: text.slice(start, end), marked: true },
    ];
  });
  return [...cut, { text: text.slice(end), marked: false }].filter((segment) => segment.text);
}
