import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { excerpt, highlight } from '../../platform/search-index/highlight.ts';
import type { MatchTerms, SearchHit } from '../../platform/search-index/search-query.ts';
import { findSkillCategory } from '../../talent/skills/taxonomy.ts';
import { priceOfProposal } from '../connects/connects.ts';
import type { Marks } from '../job-marks/read-marks.ts';
import { type JobPostRecord, readVisibleJobPosts } from '../job-posts/read-job-posts.ts';
import { countProposals } from '../proposals/read-proposals.ts';
import type { JobAsker } from './asker.ts';
import type { ClientReads, Clients } from './clients.ts';
import type { JobProse } from './job-prose.ts';
import { jobSignals, proposalRangeOf, type Reach, reaches, searchedJobFields } from './job-search.ts';
import type { JobHit } from './schema.ts';

export type PresentDeps = {
  db: Executor;
  readClients: ClientReads;
  proseOf: JobProse;
};

const excerptMaxLength = 250;
const highlightMaxLength = 160;

/**
 * The page's hits from the stored posts, which decide once more who may see them: one paused a moment ago, on whichever
 * node, is left out and named in `gone`, because the index then lags behind the database.
 */
export async function presentHits(
  deps: PresentDeps,
  asker: JobAsker,
  found: readonly SearchHit[],
  match: MatchTerms,
): Promise<{ items: JobHit[]; gone: string[] }> {
  const ids = found.map(({ id }) => id);
  const [posts, marks, proposals] = await Promise.all([
    readSeenPosts(deps.db, asker, ids),
    asker.marksAmong(ids),
    countProposals(deps.db, ids),
  ]);
  const clients = await deps.readClients([...posts.values()].map(({ tenantId }) => tenantId));
  const items = found.flatMap(({ id, why }) => {
    const post = posts.get(id);
    if (!post) return [];
    const prose = deps.proseOf(post);
    const facts = presentFacts(post, asker, clients, marks.get(id), proposals.get(id)?.total ?? 0, match);
    return [
      {
        ...facts,
        excerpt: excerpt(prose, [], excerptMaxLength).text,
        highlights: highlightsOf(post, prose, why.fields, match),
        why: {
          fields: searchedJobFields.filter((field) => why.fields.includes(field)),
          signals: jobSignals.filter((signal) => why.signals.includes(signal)),
        },
      },
    ];
  });
  return { items, gone: ids.filter((id) => !posts.has(id)) };
}

/** By id, the open posts among them that exactly this asker may see now. */
export async function readSeenPosts(
  db: Executor,
  asker: JobAsker,
  ids: readonly string[],
): Promise<Map<string, JobPostRecord>> {
  const posts = await readVisibleJobPosts(db, asker, ids, async () => new Set(asker.invitations.keys()));
  return new Map([...posts].filter(([, { state }]) => state === 'open'));
}

/** What tiles and the page of a post share. */
export function presentFacts(
  post: JobPostRecord,
  asker: JobAsker,
  clients: Clients,
  marks: Marks | undefined,
  proposalCount: number,
  match: MatchTerms,
) {
  const isInvited = asker.invitations.has(post.id);
  const isForPool = post.visibility === 'poolOnly' && post.poolIds.some((id) => asker.poolIds.includes(id));
  const reach = reaches.filter((one: Reach) => (one === 'invited' ? isInvited : isForPool));
  const mine = new Set(asker.profile?.skillIds);
  const category = post.categoryId === null ? undefined : findSkillCategory(post.categoryId);
  const price = priceOfProposal(post, { isInvited });
  return {
    id: post.id,
    title: post.title,
    category: category ? { id: category.id, name: category.name } : null,
    skills: post.skills.map((skill) => ({
      ...skill,
      matched: highlight(skill.name, match).length > 0,
      mine: mine.has(skill.id),
    })),
    budget: post.budget,
    duration: post.duration,
    weeklyHours: post.weeklyHours,
    level: post.experienceLevel,
    countries: post.countries,
    timezone: post.timezone,
    overlapHours: post.overlapHours,
    visibility: post.visibility,
    reach,
    hires: post.hires,
    postedAt: isoInstant(post.publishedAt ?? post.createdAt),
    proposals: proposalRangeOf(proposalCount),
    connects: { price, free: price === 0 ? (reach[0] ?? null) : null },
    client: clients.get(post.tenantId)!,
    marks: marks ?? { saved: false, hidden: null },
  };
}

function highlightsOf(
  post: JobPostRecord,
  prose: string,
  fields: readonly string[],
  match: MatchTerms,
): JobHit['highlights'] {
  const texts = { title: post.title, skills: post.skills.map(({ name }) => name).join(', '), description: prose };
  return searchedJobFields
    .filter((field) => fields.includes(field))
    .flatMap((field) => {
      const ranges = highlight(texts[field], match);
      return ranges.length === 0 ? [] : [{ field, ...excerpt(texts[field], ranges, highlightMaxLength) }];
    });
}
