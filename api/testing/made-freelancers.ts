import { plainRow } from '../talent/freelancers/become-freelancer.ts';
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
    row: plainRow(
      {
        name: 'Ada Example',
        country: 'DE',
        timezone: 'Europe/Berlin',
        rateCurrency: row.rateMinor === undefined || row.rateMinor === null ? null : 'USD',
        ...row,
      },
      nowMs,
    ),
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
