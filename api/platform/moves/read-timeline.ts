import { peopleById } from '../auth/people.ts';
import { isoInstant } from '../clock/clock.ts';
import type { Executor } from '../database/database.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import type { TimelineEntry } from './schema.ts';
import { listMoves, listNewestMoves, listStatesUntil } from './store.ts';
import type { MoveRow } from './table.ts';

const movesMax = 500;

/**
 * Who did what with one object, when and why. The caller has made sure that the object may be seen.
 * @param side the freelancer's leaves out what only the team may see
 */
export async function readTimeline(
  db: Executor,
  scope: TenantScope,
  subject: { kind: string; id: string },
  side: 'team' | 'freelancer',
): Promise<TimelineEntry[]> {
  return present(db, await listMoves(db, scope, subject, audiencesOf(side), movesMax));
}

/**
 * The same of an object and of everything inside it, each entry with what it is about, the newest first.
 * @param subjects by kind; a kind without ids is left out
 */
export async function readTimelines(
  db: Executor,
  scope: TenantScope,
  subjects: readonly { kind: string; ids: readonly string[] }[],
  side: 'team' | 'freelancer',
  limit: number,
): Promise<(TimelineEntry & { subject: { kind: string; id: string } })[]> {
  const some = subjects.filter(({ ids }) => ids.length > 0);
  const rows = some.length === 0 ? [] : await listNewestMoves(db, scope, some, audiencesOf(side), limit);
  const entries = await present(db, rows);
  return entries.map((entry, at) => ({ ...entry, subject: { kind: rows[at]!.subjectKind, id: rows[at]!.subjectId } }));
}

/** The state that each object was in at an instant, and why; one that had not begun is left out. */
export async function readStatesAt(
  db: Executor,
  scope: TenantScope,
  subjects: { kind: string; ids: readonly string[] },
  atMs: number,
): Promise<Map<string, { toState: string | null; reason: string | null }>> {
  const moves = await listStatesUntil(db, scope, subjects, atMs);
  return new Map(moves.map(({ subjectId, toState, reason }) => [subjectId, { toState, reason }]));
}

function audiencesOf(side: 'team' | 'freelancer') {
  return side === 'team' ? (['everyone', 'team'] as const) : (['everyone'] as const);
}

async function present(db: Executor, moves: readonly MoveRow[]): Promise<TimelineEntry[]> {
  const people = await peopleById(db, [
    ...new Set(moves.flatMap(({ actorKind, actorId }) => (actorKind === 'person' && actorId ? [actorId] : []))),
  ]);
  return moves.map((row) => ({
    id: row.id,
    move: row.move,
    from: row.fromState,
    to: row.toState,
    actor: {
      kind: row.actorKind as TimelineEntry['actor']['kind'],
      name: (row.actorId && people.get(row.actorId)?.name) || null,
    },
    reason: row.reason,
    details: JSON.parse(row.details),
    occurredAt: isoInstant(row.occurredAt),
  }));
}
