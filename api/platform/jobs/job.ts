/** queued → running → done | queued (failed, tries left) | dead; a running job whose lease ended is claimed again. */
export type JobState = 'queued' | 'running' | 'done' | 'dead';

export type Job = {
  id: string;
  kind: string;
  key: string;
  tenantId: string | null;
  payload: unknown;
  attempts: number;
  runAtMs: number;
};

export const jobAttemptsMax = 8;
export const jobLeaseMs = 60_000;

/** 1 s, 2 s, 4 s … at most 10 minutes, plus up to a quarter so that failures do not march in step. */
export function retryDelayMs(attempts: number, random: number): number {
  const baseMs = Math.min(1000 * 2 ** (attempts - 1), 600_000);
  return Math.round(baseMs * (1 + random / 4));
}
