import type { Executor } from '../../platform/database/database.ts';
import { findValid } from './store.ts';

/** What payouts need of the form that counts. */
export type CountingForm = {
  id: string;
  /** Names an account may be in: that of the person, and on a W-9 that of their business. */
  names: readonly string[];
  withholdingBasisPoints: number;
};

/** @returns undefined where none was signed, or it has expired by `nowMs` and the clock has not come by yet */
export async function findCountingForm(
  db: Executor,
  freelancerId: string,
  nowMs: number,
): Promise<CountingForm | undefined> {
  const row = await findValid(db, freelancerId);
  if (!row || (row.expiresAt !== null && row.expiresAt <= nowMs)) return undefined;
  const { businessName } = JSON.parse(row.fields) as { businessName?: string };
  return {
    id: row.id,
    names: businessName === undefined ? [row.legalName] : [row.legalName, businessName],
    withholdingBasisPoints: row.withholdingBasisPoints,
  };
}
