import type { FreelancerRecord } from '../talent/freelancers/read-freelancers.ts';
import type { FreelancerRow } from '../talent/freelancers/table.ts';
import { findSkill } from '../talent/skills/taxonomy.ts';

type Made = Partial<FreelancerRow> & {
  id: string;
  skills?: readonly string[];
  languages?: readonly (readonly [string, 'basic' | 'conversational' | 'fluent' | 'native'])[];
  portfolio?: readonly { title: string; text: string }[];
};

/** A freelancer as its rows, with everything not named left at its plainest. */
export function madeFreelancer(
  nowMs: number,
  { skills = [], languages = [], portfolio = [], ...row }: Made,
): FreelancerRecord {
  const freelancerId = row.id;
  return {
    row: {
      personId: null,
      name: 'Ada Example',
      headline: '',
      overview: '',
      categoryId: null,
      specializationIds: '[]',
      country: 'DE',
      timezone: 'Europe/Berlin',
      rateMinor: null,
      rateCurrency: row.rateMinor === undefined || row.rateMinor === null ? null : 'USD',
      engagement: 'either',
      hoursPerWeek: 40,
      nextFreeDate: null,
      openToOffers: 1,
      visibility: 'public',
      photoFileId: null,
      identityVerifiedOn: null,
      phoneVerified: 0,
      emailVerified: 1,
      jobSuccess: null,
      badge: null,
      revision: 1,
      lastActiveAt: nowMs,
      idleWarnedAt: null,
      createdAt: nowMs,
      updatedAt: nowMs,
      ...row,
    },
    freelancerSkills: skills.map((skillId, position) => {
      return { freelancerId, position, skillId, name: findSkill(skillId)?.name ?? skillId };
    }),
    freelancerLanguages: languages.map(([language, level], position) => ({ freelancerId, position, language, level })),
    freelancerLinks: [],
    freelancerEmployment: [],
    freelancerEducation: [],
    freelancerCertifications: [],
    portfolioItems: portfolio.map(({ title, text }, position) => {
      return { id: `${freelancerId}_${position}`, freelancerId, position, title, text, link: null, skills: '[]' };
    }),
    portfolioImages: [],
  };
}
