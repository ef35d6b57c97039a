import type { Executor } from '../../platform/database/database.ts';
import { type ComparablePost, listComparable } from './guidance-store.ts';
import type { ExperienceLevel } from './job-post.ts';
import type { BudgetGuidance } from './schema.ts';

export type GuidanceQuery = {
  categoryId: string;
  skill?: readonly string[] | undefined;
  kind: 'fixed' | 'hourly';
  level?: ExperienceLevel | undefined;
  currency: string;
};

const yearMs = 365 * 86_400_000;
const readMax = 2000;

/**
 * What comparable posts paid: same category, kind, level and currency, and a skill in common where skills are named;
 * published in the last twelve months by any tenant. The figures are of all of them together and hidden while few
 * compare, so that nobody reads another's budget out of them.
 */
export async function readGuidance(
  db: Executor,
  nowMs: number,
  { categoryId, skill = [], kind, level, currency }: GuidanceQuery,
  guidanceMin: number,
): Promise<BudgetGuidance> {
  const posts = await listComparable(db, { categoryId, kind, level, currency, sinceMs: nowMs - yearMs }, readMax);
  const wanted = new Set(skill);
  const amounts = posts
    .filter((post) => wanted.size === 0 || sharesSkill(post, wanted))
    .map(({ budgetMinMinor, budgetMaxMinor }) => (budgetMinMinor! + budgetMaxMinor!) / 2)
    .sort((one, other) => one - other);
  const n = amounts.length;
  if (n < guidanceMin) return { n, hidden: true };
  return { n, currency, p25: quantile(amounts, 0.25), median: quantile(amounts, 0.5), p75: quantile(amounts, 0.75) };
}

function sharesSkill({ skills }: ComparablePost, wanted: ReadonlySet<string>): boolean {
  return (JSON.parse(skills) as { id: string }[]).some(({ id }) => wanted.has(id));
}

/** Between neighbors in proportion, as spreadsheets' PERCENTILE.INC does; whole minor units. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return Math.round(low + (high - low) * (place - Math.floor(place)));
}
