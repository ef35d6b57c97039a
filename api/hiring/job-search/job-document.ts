import type { IndexDocument, IndexSchema } from '../../platform/search-index/index-schema.ts';
import { priceOfProposal } from '../connects/connects.ts';
import type { JobPostRecord } from '../job-posts/read-job-posts.ts';
import { budgetEdges, connectsEdges, jobSearchCurrency, proposalRangeOf, weeklyHoursEdges } from './job-search.ts';
import { jobQualityOf } from './quality.ts';

/** Raise the version whenever a document is mapped differently: snapshots of another one are built anew. */
export const jobIndexSchema = {
  name: 'jobs',
  version: 1,
  text: {
    title: { weight: 4, typicalLength: 8 },
    skills: { weight: 4, typicalLength: 10 },
    description: { weight: 1, typicalLength: 150 },
  },
  keywords: {
    tenant: {},
    /** Who may see it, in the words of `audienceOf`. */
    audience: { multiple: true },
    category: {},
    skill: { multiple: true },
    kind: {},
    duration: {},
    level: {},
    /** Countries it is limited to; none where it is open to all. */
    limitedTo: { multiple: true },
    timezone: {},
    proposals: {},
  },
  numbers: {
    /** Of posts in the currency of search alone, so that amounts compare. */
    budgetMinor: { buckets: budgetEdges },
    rateMinMinor: {},
    rateMaxMinor: {},
    weeklyHours: { buckets: weeklyHoursEdges },
    connects: { buckets: connectsEdges },
    publishedAt: {},
    overlapHours: {},
  },
  flags: ['isLimited'],
} satisfies IndexSchema;

export const audienceOf = {
  everybody: 'public',
  signedIn: 'signedIn',
  pool: (id: string) => `pool:${id}`,
};

export function jobDocument(post: JobPostRecord, proposalCount: number, nowMs: number): IndexDocument {
  const { budget, countries } = post;
  const publishedAtMs = post.publishedAt ?? post.createdAt;
  const proposals = proposalRangeOf(proposalCount);
  const isComparable = budget !== null && currencyOf(budget) === jobSearchCurrency;
  return {
    id: post.id,
    updatedAt: post.updatedAt,
    quality: jobQualityOf({ publishedAtMs, proposals, named: namedIn(post) }, nowMs),
    text: { title: post.title, skills: post.skills.map(({ name }) => name), description: post.description },
    keywords: {
      tenant: post.tenantId,
      audience: audiencesOf(post),
      category: post.categoryId,
      skill: post.skills.map(({ id }) => id),
      kind: budget?.kind,
      duration: post.duration,
      level: post.experienceLevel,
      limitedTo: countries,
      timezone: post.timezone,
      proposals,
    },
    numbers: {
      budgetMinor: isComparable && budget.kind === 'fixed' ? budget.amount.amountMinor : null,
      rateMinMinor: isComparable && budget.kind === 'hourly' ? budget.min.amountMinor : null,
      rateMaxMinor: isComparable && budget.kind === 'hourly' ? budget.max.amountMinor : null,
      weeklyHours: post.weeklyHours,
      connects: priceOfProposal(post, { isInvited: false }),
      publishedAt: publishedAtMs,
      overlapHours: post.timezone === null ? null : post.overlapHours,
    },
    flags: { isLimited: countries.length > 0 },
  };
}

/** Who sees it without being invited. */
function audiencesOf({ visibility, poolIds }: JobPostRecord): string[] {
  switch (visibility) {
    case 'public':
      return [audienceOf.everybody];
    case 'signedIn':
      return [audienceOf.signedIn];
    case 'poolOnly':
      return poolIds.map(audienceOf.pool);
    case 'invitedOnly':
      return [];
  }
}

function namedIn({ budget, duration, experienceLevel, weeklyHours }: JobPostRecord): 0 | 1 | 2 | 3 | 4 {
  const named = [budget, duration, experienceLevel, weeklyHours].filter((fact) => fact !== null);
  return named.length as 0 | 1 | 2 | 3 | 4;
}

function currencyOf(budget: NonNullable<JobPostRecord['budget']>): string {
  return budget.kind === 'fixed' ? budget.amount.currency : budget.max.currency;
}
