import type { Executor } from '../../platform/database/database.ts';
import type { ContractRow } from '../contracts/read-contract-lists.ts';
import type { AgreedTerms } from '../contracts/schema.ts';
import type { WeekFacts } from './week.ts';

/** This week of hourly contracts, and earlier ones that somebody still has to look at. */
export async function readWeekFacts(
  _db: Executor,
  _contracts: readonly { contract: ContractRow; terms: AgreedTerms }[],
  _nowMs: number,
): Promise<Map<string, WeekFacts[]>> {
  return new Map();
}
