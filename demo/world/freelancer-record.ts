import type { FreelancerRecord } from '@portico/api/talent/freelancers/read-freelancers.ts';
import { findSkill } from '@portico/api/talent/skills/taxonomy.ts';
import type { SeedFreelancer } from './world.ts';

/** A generated person as the rows of a profile; photo and portfolio pictures are drawn later. */
export function freelancerRecord(person: SeedFreelancer, personId: string | null): FreelancerRecord {
  const freelancerId = person.id;
  const listed = <T, R>(items: readonly T[], rowOf: (item: T) => R) =>
    items.map((item, position) => ({ freelancerId, position, ...rowOf(item) }));
  const dated = <T extends { from: string; to: string | null }>({ from, to, ...rest }: T) => ({
    ...rest,
    fromMonth: from,
    toMonth: to,
  });
  return {
    row: {
      id: freelancerId,
      personId,
      name: person.name,
      headline: person.headline,
      overview: person.overview,
      categoryId: person.categoryId,
      specializationIds: JSON.stringify(person.specializationIds),
      country: person.country,
      timezone: person.timezone,
      rateMinor: person.hourlyRate?.amountMinor ?? null,
      rateCurrency: person.hourlyRate?.currency ?? null,
      engagement: person.engagement,
      hoursPerWeek: person.availability.hoursPerWeek,
      nextFreeDate: person.availability.nextFreeDate,
      openToOffers: person.availability.openToOffers ? 1 : 0,
      visibility: person.visibility,
      photoFileId: null,
      identityVerifiedOn: person.verified.identity,
      phoneVerified: person.verified.phone ? 1 : 0,
      emailVerified: person.verified.email ? 1 : 0,
      jobSuccess: person.jobSuccess,
      responseTimeHours: null,
      badge: person.badge,
      expertVettedOn: null,
      revision: 1,
      lastActiveAt: Date.parse(person.lastActiveOn),
      idleWarnedAt: null,
      createdAt: Date.parse(person.memberSince),
      updatedAt: Date.parse(person.lastActiveOn),
    },
    freelancerSkills: listed(person.skillIds, (skillId) => ({ skillId, name: skillName(skillId) })),
    freelancerLanguages: listed(person.languages, (language) => language),
    freelancerLinks: listed(person.links, (link) => link),
    freelancerEmployment: listed(person.employment, dated),
    freelancerEducation: listed(person.education, (item) => ({ ...dated(item), toMonth: item.to })),
    freelancerCertifications: listed(person.certifications, (item) => item),
    portfolioItems: listed(person.portfolio, ({ id, title, text, link, skillIds }) => ({
      id,
      title,
      text,
      link,
      skills: JSON.stringify(skillIds.map((skillId) => ({ id: skillId, name: skillName(skillId) }))),
    })),
    portfolioImages: [],
  };
}

function skillName(skillId: string): string {
  const skill = findSkill(skillId);
  if (!skill) throw new Error(`the taxonomy has no skill ${skillId}`);
  return skill.name;
}
