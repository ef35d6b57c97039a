import type { VirtualClock } from '@portico/api/platform/clock/clock.ts';
import type { JobRunner } from '@portico/api/platform/jobs/run-jobs.ts';

/** What somebody did, and how long ago; `isHeard` by others at once, who would not wait for noon. */
export type Deed = { atMs: number; who: string; isHeard?: boolean; run(): Promise<void> };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * Does everything in its order, and lets the clock's own jobs run on the way as they would have: each noon, and where
 * weeks end, are charged and are accepted.
 */
export async function play(
  deeds: readonly Deed[],
  { clock, jobs, untilMs }: { clock: VirtualClock; jobs: JobRunner; untilMs: number },
  onDay: (done: number, total: number) => void = () => {},
): Promise<void> {
  const startMs = clock.now();
  const moments = [
    ...deeds.map((deed) => ({ atMs: deed.atMs, deed })),
    ...ticks(startMs, untilMs).map((atMs) => ({ atMs, deed: undefined })),
  ].sort((one, other) => one.atMs - other.atMs);
  for (const { atMs, deed } of moments) {
    if (atMs > clock.now()) clock.advance(atMs - clock.now());
    if (!deed) await jobs.runDue();
    await deed?.run().catch((error: Error) => {
      throw new Error(`${deed.who}: ${error.message}`, { cause: error });
    });
    if (deed?.isHeard) await jobs.runDue();
    onDay(Math.floor((clock.now() - startMs) / dayMs), Math.ceil((untilMs - startMs) / dayMs));
  }
  if (untilMs > clock.now()) clock.advance(untilMs - clock.now());
  await jobs.runDue();
}

/** Each day at 12:05 UTC, and five past each midnight that begins a Monday or a Saturday. */
function ticks(fromMs: number, untilMs: number): number[] {
  const found: number[] = [];
  for (let day = Math.floor(fromMs / dayMs) * dayMs; day < untilMs; day += dayMs) {
    const weekday = new Date(day).getUTCDay();
    if (weekday === 1 || weekday === 6) found.push(day + hourMs / 12);
    found.push(day + 12 * hourMs + hourMs / 12);
  }
  return found.filter((tick) => tick > fromMs && tick < untilMs);
}
