import type { Executor } from '../../platform/database/database.ts';
import type { MatchTerms, SearchHit } from '../../platform/search-index/search-query.ts';
import { isVisibleTo } from '../freelancers/freelancer.ts';
import type { FoundFreelancer, FoundReads } from '../freelancers/read-for-search.ts';
import { readMemberships } from '../talent-pools/read-for-search.ts';
import type { HitMarks, HitMarksReader } from './hit-marks.ts';
import type { TalentHit } from './schema.ts';
import { searchedFields, type WhySignal, whySignals } from './talent-search.ts';

export type HitContext = {
  seesSignedIn: boolean;
  poolIds: readonly string[];
  readFound: FoundReads;
  readMarks: HitMarksReader;
  savedAmong: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
};

/**
 * The page's hits from the stored profiles, which decide once more who may be seen: one hidden a moment ago, on
 * whichever node, is left out. Then the index lags behind the database, and `lag` says how.
 */
export async function presentHits(
  db: Executor,
  found: readonly SearchHit[],
  match: MatchTerms,
  context: HitContext,
): Promise<{ items: TalentHit[]; lag: { gone: string[]; hidden: string[] } }> {
  if (found.length === 0) return { items: [], lag: { gone: [], hidden: [] } };
  const ids = found.map(({ id }) => id);
  const [profiles, pools, saved] = await Promise.all([
    context.readFound(ids),
    context.poolIds.length > 0 ? readMemberships(db, ids) : new Map<string, string[]>(),
    context.savedAmong(ids),
  ]);
  const marksOf = context.readMarks(match);
  const items: TalentHit[] = [];
  const lag = { gone: [] as string[], hidden: [] as string[] };
  for (const hit of found) {
    const profile = profiles.get(hit.id);
    if (!profile) lag.gone.push(hit.id);
    else if (!isVisibleTo(context.seesSignedIn ? 'signedIn' : 'anonymous', profile.visibility)) lag.hidden.push(hit.id);
    else {
      const ownPools = (pools.get(hit.id) ?? []).filter((id) => context.poolIds.includes(id));
      items.push(talentHit(hit, profile, marksOf(profile, hit.why.fields), ownPools, saved.has(hit.id)));
    }
  }
  return { items, lag };
}

function talentHit(
  { why }: SearchHit,
  profile: FoundFreelancer,
  { skills, highlights }: HitMarks,
  pools: string[],
  saved: boolean,
): TalentHit {
  return {
    id: profile.id,
    name: profile.name,
    headline: profile.headline,
    photoUrl: profile.photoUrl,
    country: profile.country,
    timezone: profile.timezone,
    hourlyRate: profile.hourlyRate,
    jobSuccess: profile.jobSuccess,
    badge: profile.badge,
    verified: profile.isVerified,
    availability: profile.availability,
    skills,
    overviewExcerpt: profile.overviewExcerpt,
    highlights,
    why: {
      fields: searchedFields.filter((field) => why.fields.includes(field)),
      signals: whySignals.filter((signal: WhySignal) => why.signals.includes(signal)),
    },
    saved,
    pools,
  };
}
