const plainSteps = 10;

/** Shows how far something is: one line that changes on a terminal, ten plain ones in a log. */
export function progressLine(
  out: Pick<NodeJS.WriteStream, 'write' | 'isTTY'> = process.stdout,
): (what: string, done: number, total: number) => void {
  let shownSteps = 0;
  return (what, done, total) => {
    const line = `  ${what}: ${done} of ${total}`;
    if (out.isTTY) {
      out.write(`\r${line}\x1b[K${done === total ? '\n' : ''}`);
      return;
    }
    const steps = Math.floor((done / total) * plainSteps);
    if (steps > shownSteps) out.write(`${line}\n`);
    shownSteps = steps % plainSteps;
  };
}
