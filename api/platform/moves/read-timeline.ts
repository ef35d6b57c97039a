import { peopleById } from '../auth/people.ts';
import { isoInstant } from '../clock/clock.ts';
import type { Executor } from '../database/database.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import type { TimelineEntry } from './schema.ts';
import { listMoves } from './store.ts';

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
  const moves = await listMoves(db, scope, subject, side === 'team' ? ['everyone', 'team'] : ['everyone'], movesMax);
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
