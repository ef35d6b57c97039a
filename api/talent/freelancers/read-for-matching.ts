import type { Money } from '../../money/schema.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { Engagement } from './freelancer.ts';
import { findMatchRow, listSkillsOf } from './search-store.ts';

/** What work is matched with. */
export type MatchFacts = {
  id: string;
  categoryId: string | null;
  skillIds: string[];
  hourlyRate: Money | null;
  engagement: Engagement;
  hoursPerWeek: number;
  country: string;
  timezone: string;
};

export async function readMatchFacts(db: Executor, freelancerId: string): Promise<MatchFacts | undefined> {
  const [row, skills] = await Promise.all([findMatchRow(db, freelancerId), listSkillsOf(db, [freelancerId])]);
  if (!row) return undefined;
  const { rateMinor, rateCurrency, ...facts } = row;
  return {
    ...facts,
    skillIds: skills.map(({ skillId }) => skillId),
    hourlyRate: rateMinor === null ? null : { amountMinor: rateMinor, currency: rateCurrency! },
  };
}
