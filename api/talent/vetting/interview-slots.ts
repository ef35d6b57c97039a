import type { Doer } from '../../platform/audit/record-audit.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, forbidden, notFound, unprocessable } from '../../platform/http/problem.ts';
import type { VettingDeps } from './deps.ts';
import type { Desk } from './desk.ts';
import { findSlot, insertSlots, listSlotsWithin, moveSlot } from './interview-store.ts';
import type { NewSlots } from './schema.ts';
import type { VettingSlotRow } from './table.ts';

const minuteMs = 60_000;

/** @throws 409 slot_overlaps, 422 slot_in_past, time_zone_unknown */
export async function offerSlots(
  trx: Executor,
  deps: VettingDeps,
  desk: Desk,
  doer: Doer,
  { startsAt, minutes, timeZone, place }: NewSlots,
): Promise<VettingSlotRow[]> {
  const nowMs = deps.clock.now();
  requireTimeZone(timeZone);
  const rows = startsAt.map((text): VettingSlotRow => {
    const startMs = Temporal.Instant.from(text).epochMilliseconds;
    return {
      id: deps.newId('vs'),
      tenantId: desk.scope.tenantId,
      reviewerId: desk.person.personId,
      startsAt: startMs,
      endsAt: startMs + minutes * minuteMs,
      timeZone,
      place,
      state: 'open',
      createdAt: nowMs,
    };
  });
  const past = rows.flatMap((row, at) => (row.startsAt <= nowMs ? [at] : []));
  if (past.length > 0)
    throw unprocessable(
      'slot_in_past',
      'A time is in the past; nothing was offered.',
      past.map((at) => ({ pointer: `/startsAt/${at}`, code: 'slot_in_past', message: 'This is over.' })),
    );
  // The audit entry makes the desk's turn ours, so that two requests at once cannot offer the same time twice.
  await recordAudit(trx, deps, desk.scope, doer, {
    action: 'interviewSlots.offered',
    object: { kind: 'interviewSlot', id: rows[0]!.id },
    details: { count: rows.length, minutes, timeZone },
  });
  await refuseOverlaps(trx, desk, rows);
  await insertSlots(trx, rows);
  return rows;
}

/** @throws 403 unless one's own, 404, 409 slot_taken */
export async function removeSlot(trx: Executor, deps: VettingDeps, desk: Desk, doer: Doer, id: string): Promise<void> {
  const slot = await findSlot(trx, desk.scope, id);
  if (!slot || slot.state === 'removed') throw notFound();
  if (slot.reviewerId !== desk.person.personId) throw forbidden('Only who offered a time takes it back. It stays.');
  if (slot.state === 'taken' || !(await moveSlot(trx, desk.scope, id, ['open'], 'removed'))) throw slotTaken();
  await recordAudit(trx, deps, desk.scope, doer, {
    action: 'interviewSlot.removed',
    object: { kind: 'interviewSlot', id },
  });
}

export function slotTaken() {
  return conflict('slot_taken', 'Somebody has taken this time; nothing was changed. Choose another.');
}

async function refuseOverlaps(trx: Executor, { scope, person }: Desk, rows: readonly VettingSlotRow[]): Promise<void> {
  const fromMs = Math.min(...rows.map(({ startsAt }) => startsAt));
  const toMs = Math.max(...rows.map(({ endsAt }) => endsAt));
  const kept = await listSlotsWithin(trx, scope, person.personId, fromMs, toMs);
  for (const [at, row] of rows.entries()) {
    const others = [...kept, ...rows.slice(0, at)];
    if (others.some((other) => other.startsAt < row.endsAt && row.startsAt < other.endsAt))
      throw conflict(
        'slot_overlaps',
        `You offer a time at ${at + 1} that overlaps another of yours; nothing was offered.`,
      );
  }
}

function requireTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw unprocessable('time_zone_unknown', 'There is no such time zone; nothing was offered.', [
      { pointer: '/timeZone', code: 'time_zone_unknown', message: 'Use an IANA name such as Europe/Berlin.' },
    ]);
  }
}
