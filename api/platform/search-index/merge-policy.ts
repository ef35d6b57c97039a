import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Segment } from './segment.ts';

/** How long bulk work and merging hold the event loop at a time. A single step may take a little longer. */
export const sliceMs = 4;
/** Young segments that searches put up with before these are merged. */
const youngLimit = 8;
/** Deleted documents that are never worth a merge. */
const tolerableDeletions = 256;

/** The young segments when there are many; everything when those, or deleted documents, have become an eighth of the base. */
export function mergeCandidates(segments: readonly Segment[]): readonly Segment[] {
  const [base, ...young] = segments;
  if (base === undefined) return [];
  const deleted = segments.reduce((sum, { size, liveCount }) => sum + size - liveCount, 0);
  if (deleted > tolerableDeletions && deleted > base.size / 8) return segments;
  if (young.length < youngLimit) return [];
  const added = young.reduce((sum, { liveCount }) => sum + liveCount, 0);
  return added > base.size / 8 ? segments : young;
}

export function isCompact(segments: readonly Segment[]): boolean {
  return segments.length === 0 || (segments.length === 1 && segments[0]!.liveCount === segments[0]!.size);
}

export async function inSlices<T>(work: Generator<undefined, T>): Promise<T> {
  for (;;) {
    const start = performance.now();
    while (performance.now() - start < sliceMs) {
      const step = work.next();
      if (step.done) return step.value;
    }
    await nextTurn();
  }
}
