import type { Executor } from '../../platform/database/database.ts';
import { listBonusesOf } from './store.ts';
import type { BonusRow } from './table.ts';

export type { BonusRow } from './table.ts';

/** The newest first. The caller has made sure that the contracts may be seen. */
export function readBonuses(db: Executor, contractIds: readonly string[]): Promise<BonusRow[]> {
  return listBonusesOf(db, contractIds);
}
