import type { Money } from '../../money/money.ts';
import type { Executor } from '../../platform/database/database.ts';
import { overviewExcerpt } from './freelancer.ts';
import { photoPath } from './present-freelancer.ts';
import { createHeadReads } from './profile-heads.ts';
import {
  type ChangeMark,
  findFoundRows,
  type IdsOrQuery,
  listChangeMarksAfter,
  listIdsChangedWithin,
  listPortfolioItemsOf,
  listRevisions,
  listSkillsOf,
  sumExtent,
  sumRevisions,
} from './search-store.ts';
import type { FreelancerRow } from './table.ts';

/* What search reads of profiles without reading them whole. */

/** What a tile of a search shows, and the texts its highlights are cut from. */
export type FoundFreelancer = Pick<
  FreelancerRow,
  'id' | 'name' | 'headline' | 'overview' | 'country' | 'timezone' | 'jobSuccess' | 'badge' | 'visibility' | 'revision'
> & {
  photoUrl: string | null;
  overviewExcerpt: string;
  hourlyRate: Money | null;
  isVerified: boolean;
  availability: { hoursPerWeek: number; nextFreeDate: string | null; openToOffers: boolean };
  skills: { id: string; name: string }[];
  portfolio: { title: string; text: string }[];
};

const keptMax = 5000;

/**
 * Reads what tiles show, and keeps it by revision, which every change raises: most searches then cost one small query,
 * shared with the searches of the same moment.
 * Those that exist, by id; whoever asks checks visibility.
 */
export function createFoundReads(db: Executor) {
  const kept = new Map<string, { revision: number; found: FoundFreelancer }>();
  const readHead = createHeadReads(db);

  function keep(id: string, revision: number, found: FoundFreelancer): void {
    kept.delete(id);
    kept.set(id, { revision, found });
    if (kept.size > keptMax) kept.delete(kept.keys().next().value!);
  }

  return async (ids: readonly string[]): Promise<Map<string, FoundFreelancer>> => {
    if (ids.length === 0) return new Map();
    const heads = await Promise.all([...new Set(ids)].map(readHead));
    const result = new Map<string, FoundFreelancer>();
    const missing: string[] = [];
    for (const head of heads) {
      if (!head) continue;
      const { id, revision } = head;
      const known = kept.get(id);
      if (known?.revision !== revision) missing.push(id);
      else {
        keep(id, revision, known.found);
        result.set(id, known.found);
      }
    }
    for (const [id, found] of await readFound(db, missing, true)) {
      keep(id, found.revision, found);
      result.set(id, found);
    }
    return result;
  };
}
export type FoundReads = ReturnType<typeof createFoundReads>;

/** By id, those that exist. Whoever asks checks visibility. */
export async function readFound(
  db: Executor,
  ids: IdsOrQuery,
  withPortfolio: boolean,
): Promise<Map<string, FoundFreelancer>> {
  if (Array.isArray(ids) && ids.length === 0) return new Map();
  const [rows, skills, portfolio] = await Promise.all([
    findFoundRows(db, ids),
    listSkillsOf(db, ids),
    withPortfolio ? listPortfolioItemsOf(db, ids) : [],
  ]);
  const skillsOf = Map.groupBy(skills, ({ freelancerId }) => freelancerId);
  const portfolioOf = Map.groupBy(portfolio, ({ freelancerId }) => freelancerId);
  return new Map(
    rows.map(({ photoFileId, rateMinor, rateCurrency, identityVerifiedOn, ...row }) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        headline: row.headline,
        overview: row.overview,
        country: row.country,
        timezone: row.timezone,
        jobSuccess: row.jobSuccess,
        badge: row.badge,
        visibility: row.visibility,
        revision: row.revision,
        photoUrl: photoPath({ photoFileId }),
        overviewExcerpt: overviewExcerpt(row.overview),
        hourlyRate: rateMinor === null ? null : { amountMinor: rateMinor, currency: rateCurrency! },
        isVerified: identityVerifiedOn !== null,
        availability: {
          hoursPerWeek: row.hoursPerWeek,
          nextFreeDate: row.nextFreeDate,
          openToOffers: row.openToOffers === 1,
        },
        skills: (skillsOf.get(row.id) ?? []).map(({ skillId, name }) => ({ id: skillId, name })),
        portfolio: (portfolioOf.get(row.id) ?? []).map(({ title, text }) => ({ title, text })),
      },
    ]),
  );
}

/** What changed from an instant on, oldest first, by keyset. */
export function listChangedSince(
  db: Executor,
  after: { updatedAt: number; id: string },
  limit: number,
): Promise<ChangeMark[]> {
  return listChangeMarksAfter(db, after, limit);
}

/** Profiles last changed within a span: their recency may count differently from today on. */
export function listChangedWithin(db: Executor, fromMs: number, toMs: number): Promise<{ id: string }[]> {
  return listIdsChangedWithin(db, fromMs, toMs);
}

/** How many an index should hold, and a sum that every change raises. */
export async function readExtent(db: Executor): Promise<{ searchable: number; revisions: number }> {
  const { searchable, revisions } = await sumExtent(db);
  return { searchable: Number(searchable), revisions: Number(revisions) };
}

/** By id: the revision that each change raises, and the visibility. */
export async function readRevisions(
  db: Executor,
  ids: IdsOrQuery,
): Promise<Map<string, Pick<FreelancerRow, 'revision' | 'visibility'>>> {
  return new Map((await listRevisions(db, ids)).map(({ id, ...known }) => [id, known]));
}

/** Of these people together: raised by a change of any of them. */
export async function readRevisionSum(db: Executor, ids: IdsOrQuery): Promise<number> {
  return Number((await sumRevisions(db, ids)).revisions ?? 0);
}
