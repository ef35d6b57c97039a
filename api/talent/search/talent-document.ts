import type { IndexDocument, IndexSchema } from '../../platform/search-index/index-schema.ts';
import { completenessOf } from '../freelancers/completeness.ts';
import { countsOf } from '../freelancers/count-profile.ts';
import { languageLevels } from '../freelancers/freelancer.ts';
import type { FreelancerRecord } from '../freelancers/read-freelancers.ts';
import { qualityOf } from './quality.ts';
import { hoursOfFullTime, rateEdges } from './talent-search.ts';

/** Raise the version whenever a document is mapped differently: snapshots of another one are built anew. */
export const talentIndexSchema = {
  name: 'talent',
  version: 1,
  text: {
    name: { weight: 3, typicalLength: 2 },
    headline: { weight: 4, typicalLength: 7 },
    skills: { weight: 4, typicalLength: 14 },
    overview: { weight: 1, typicalLength: 120 },
    portfolio: { weight: 1, typicalLength: 80 },
  },
  keywords: {
    visibility: {},
    category: {},
    skill: { multiple: true },
    badge: {},
    country: {},
    timezone: {},
    language: { multiple: true },
    /** `de:fluent`: each language with every level its speaker reaches. */
    languageLevel: { multiple: true },
    pool: { multiple: true },
    freeDate: {},
  },
  numbers: {
    rateMinor: { buckets: rateEdges },
    jobSuccess: { buckets: [70, 80, 90] },
    hoursPerWeek: { buckets: [hoursOfFullTime] },
    /** Days since 1970 of the next free date; 0 is free already. */
    freeDay: {},
    memberSince: {},
    completeness: {},
  },
  flags: ['verified', 'openToOffers'],
} satisfies IndexSchema;

/** The `freeDate` of somebody without a date, who is free already. */
export const alwaysFree = '0000-00-00';

export function talentDocument(record: FreelancerRecord, poolIds: readonly string[], nowMs: number): IndexDocument {
  const freelancer = record.row;
  const completenessPercent = completenessOf(countsOf(record)).percent;
  const isVerified = freelancer.identityVerifiedOn !== null;
  const hasHours = freelancer.hoursPerWeek > 0;
  return {
    id: freelancer.id,
    updatedAt: freelancer.updatedAt,
    quality: qualityOf(
      {
        jobSuccess: freelancer.jobSuccess,
        completenessPercent,
        badge: freelancer.badge,
        isVerified,
        updatedAtMs: freelancer.updatedAt,
        hoursPerWeek: freelancer.hoursPerWeek,
        openToOffers: freelancer.openToOffers === 1,
      },
      nowMs,
    ),
    text: {
      name: freelancer.name,
      headline: freelancer.headline,
      skills: record.freelancerSkills.map(({ name }) => name),
      overview: freelancer.overview,
      portfolio: record.portfolioItems.map(({ title, text }) => `${title}\n${text}`),
    },
    keywords: {
      visibility: freelancer.visibility,
      category: freelancer.categoryId,
      skill: record.freelancerSkills.map(({ skillId }) => skillId),
      badge: freelancer.badge,
      country: freelancer.country,
      timezone: freelancer.timezone,
      language: record.freelancerLanguages.map(({ language }) => language),
      languageLevel: record.freelancerLanguages.flatMap(({ language, level }) =>
        languageLevels.slice(0, languageLevels.indexOf(level) + 1).map((reached) => `${language}:${reached}`),
      ),
      pool: poolIds,
      freeDate: hasHours ? (freelancer.nextFreeDate ?? alwaysFree) : null,
    },
    numbers: {
      rateMinor: freelancer.rateMinor,
      jobSuccess: freelancer.jobSuccess,
      hoursPerWeek: freelancer.hoursPerWeek,
      freeDay: hasHours ? epochDayOf(freelancer.nextFreeDate) : null,
      memberSince: freelancer.createdAt,
      completeness: completenessPercent,
    },
    flags: { verified: isVerified, openToOffers: freelancer.openToOffers === 1 },
  };
}

function epochDayOf(date: string | null): number {
  return date === null ? 0 : Date.parse(date) / 86_400_000;
}
