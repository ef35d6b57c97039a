import type { Executor } from '../../platform/database/database.ts';
import { readPlacedHolds } from '../holds/read-holds.ts';
import type { PayoutRow } from './table.ts';

/** Which of these a hold stands on, of their own or of their freelancer. */
export async function heldOf(db: Executor, rows: readonly PayoutRow[]): Promise<Set<string>> {
  const holds = await readPlacedHolds(db, [...new Set(rows.map(({ freelancerId }) => freelancerId))]);
  const held = new Set(holds.map(({ subjectKind, subjectId }) => `${subjectKind} ${subjectId}`));
  const isHeld = ({ id, freelancerId }: PayoutRow) =>
    held.has(`payout ${id}`) || held.has(`freelancer ${freelancerId}`);
  return new Set(rows.filter(isHeld).map(({ id }) => id));
}
