import type { SpawnOptions } from 'node:child_process';

/** Runs a command and keeps its output back; resolves with exit code and the last lines, for when it failed. */
export function runQuietly(
  command: string,
  args: readonly string[],
  options?: SpawnOptions,
): Promise<{ code: number; output: string; lastLines: string }>;
