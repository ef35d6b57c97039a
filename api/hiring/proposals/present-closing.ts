import { isoInstant } from '../../platform/clock/clock.ts';
import type { ProposalRow } from './table.ts';

/** Why and when it ended; null while it lives, and for one that ended in a contract. */
export function presentClosing({
  endReason,
  endText,
  endedAt,
}: Pick<ProposalRow, 'endReason' | 'endText' | 'endedAt'>) {
  return endReason === null || endedAt === null ? null : { reason: endReason, text: endText, at: isoInstant(endedAt) };
}
