import type { ProfileCounts } from './completeness.ts';
import type { FreelancerRecord } from './read-freelancers.ts';

export function countsOf(record: FreelancerRecord): ProfileCounts {
  return {
    hasPhoto: record.row.photoFileId !== null,
    hasOverview: record.row.overview !== '',
    employment: record.freelancerEmployment.length,
    skills: record.freelancerSkills.length,
    portfolio: record.portfolioItems.length,
    education: record.freelancerEducation.length,
    certifications: record.freelancerCertifications.length,
    links: record.freelancerLinks.length,
  };
}
