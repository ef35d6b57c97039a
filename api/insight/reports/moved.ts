import type { TenantReading } from './definition.ts';

/** A move as the timeline keeps it: append only, so that a state can be told as of any instant. */
export type Moved = {
  subjectId: string;
  move: string;
  toState: string | null;
  reason: string | null;
  details: string;
  actorId: string | null;
  occurredAt: number;
};

/** Of each object what had happened by the instant asked for, the oldest first. */
export async function movesOf(
  { db, scope, asOfMs }: Pick<TenantReading, 'db' | 'scope' | 'asOfMs'>,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Moved[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('moves')
    .select(['subjectId', 'move', 'toState', 'reason', 'details', 'actorId', 'occurredAt'])
    .where('tenantId', '=', scope.tenantId)
    .where('subjectKind', '=', kind)
    .where('subjectId', 'in', ids)
    .where('occurredAt', '<=', asOfMs)
    .orderBy('subjectId')
    .orderBy('sequence')
    .execute();
  return Map.groupBy(rows, ({ subjectId }) => subjectId);
}

export function stateAt(moves: readonly Moved[] | undefined): string | null {
  return moves?.findLast(({ toState }) => toState !== null)?.toState ?? null;
}

/** The last time that it came into one of these states. */
export function cameInto(moves: readonly Moved[] | undefined, ...states: readonly string[]): Moved | undefined {
  return moves?.findLast(({ toState }) => toState !== null && states.includes(toState));
}

/** Details as their slice wrote them. */
export function detailsOf<Details>(moved: Moved | undefined): Partial<Details> {
  return moved ? (JSON.parse(moved.details) as Partial<Details>) : {};
}
