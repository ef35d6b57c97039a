import type { Executor } from '../database/database.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import type { MoveAudience, MoveRow } from './table.ts';

const rowsAtOnce = 500;

export async function insertMoves(trx: Executor, rows: readonly MoveRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await trx
      .insertInto('moves')
      .values(rows.slice(at, at + rowsAtOnce))
      .execute();
  }
}

/** Of one object, the oldest first. */
export function listMoves(
  db: Executor,
  scope: TenantScope,
  subject: { kind: string; id: string },
  audiences: readonly MoveAudience[],
  limit: number,
): Promise<MoveRow[]> {
  return db
    .selectFrom('moves')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('subjectKind', '=', subject.kind)
    .where('subjectId', '=', subject.id)
    .where('audience', 'in', audiences)
    .orderBy('sequence')
    .limit(limit)
    .execute();
}

export async function nextSequence(
  trx: Executor,
  scope: TenantScope,
  subject: { kind: string; id: string },
): Promise<number> {
  const { last } = await trx
    .selectFrom('moves')
    .select((eb) => eb.fn.max('sequence').as('last'))
    .where('tenantId', '=', scope.tenantId)
    .where('subjectKind', '=', subject.kind)
    .where('subjectId', '=', subject.id)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** The states that objects of a kind came into by an instant, each object's in their order. */
export async function listStatesUntil(
  db: Executor,
  scope: TenantScope,
  { kind, ids }: { kind: string; ids: readonly string[] },
  untilMs: number,
): Promise<Pick<MoveRow, 'subjectId' | 'toState' | 'reason'>[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('moves')
    .select(['subjectId', 'toState', 'reason'])
    .where('tenantId', '=', scope.tenantId)
    .where('subjectKind', '=', kind)
    .where('subjectId', 'in', ids)
    .where('occurredAt', '<=', untilMs)
    .orderBy('subjectId')
    .orderBy('sequence')
    .execute();
}

/** Of several objects, the newest first. */
export function listNewestMoves(
  db: Executor,
  scope: TenantScope,
  subjects: readonly { kind: string; ids: readonly string[] }[],
  audiences: readonly MoveAudience[],
  limit: number,
): Promise<MoveRow[]> {
  return db
    .selectFrom('moves')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where((eb) =>
      eb.or(subjects.map(({ kind, ids }) => eb.and([eb('subjectKind', '=', kind), eb('subjectId', 'in', ids)]))),
    )
    .where('audience', 'in', audiences)
    .orderBy('occurredAt', 'desc')
    .orderBy('sequence', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
