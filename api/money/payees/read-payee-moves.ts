import type { Executor } from '../../platform/database/database.ts';
import { listPayeeMoves } from './store.ts';
import type { PayeeMoveRow } from './table.ts';

export type PayeeMove = PayeeMoveRow;

/** What happened to one thing, the oldest first. Whoever asks was let through to it before. */
export function readPayeeMoves(db: Executor, subject: { kind: string; id: string }): Promise<PayeeMove[]> {
  return listPayeeMoves(db, subject.kind, subject.id);
}
