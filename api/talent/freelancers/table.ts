import type { EpochMs, Flag } from '../../platform/database/database.ts';
import type { Badge, Engagement, LanguageLevel, LinkKind, Visibility } from './freelancer.ts';

export type FreelancerRow = {
  id: string;
  /** Null for a profile nobody has claimed: seeded or imported. */
  personId: string | null;
  name: string;
  headline: string;
  overview: string;
  categoryId: string | null;
  /** JSON array of ids of the category's specializations. */
  specializationIds: string;
  country: string;
  timezone: string;
  rateMinor: number | null;
  rateCurrency: string | null;
  engagement: Engagement;
  hoursPerWeek: number;
  nextFreeDate: string | null;
  openToOffers: Flag;
  visibility: Visibility;
  photoFileId: string | null;
  identityVerifiedOn: string | null;
  phoneVerified: Flag;
  emailVerified: Flag;
  /** Written by the trust wing. */
  jobSuccess: number | null;
  badge: Badge | null;
  /** `2026-11-23`; written by vetting for members of the installation's pools. */
  expertVettedOn: string | null;
  /** Median hours to a first answer; written by the hiring wing, null while too few are known. */
  responseTimeHours: number | null;
  /** Raised by every change of the row or its lists. */
  revision: number;
  lastActiveAt: EpochMs;
  idleWarnedAt: EpochMs | null;
  createdAt: EpochMs;
  updatedAt: EpochMs;
};

/** An entry of a list of one freelancer, in the order to show. */
type Listed<T> = T & { freelancerId: string; position: number };

export type FreelancerSkillRow = Listed<{ skillId: string; name: string }>;
export type FreelancerLanguageRow = Listed<{ language: string; level: LanguageLevel }>;
export type FreelancerLinkRow = Listed<{ kind: LinkKind; url: string }>;
export type EmploymentRow = Listed<{
  id: string;
  title: string;
  company: string;
  /** `2024-09` */
  fromMonth: string;
  toMonth: string | null;
  description: string;
}>;
export type EducationRow = Listed<{
  id: string;
  school: string;
  degree: string;
  field: string;
  fromMonth: string;
  toMonth: string | null;
}>;
export type CertificationRow = Listed<{
  id: string;
  name: string;
  issuer: string;
  issuedOn: string;
  expiresOn: string | null;
  url: string | null;
}>;
export type PortfolioItemRow = Listed<{
  id: string;
  title: string;
  text: string;
  link: string | null;
  /** JSON array of { id, name }. */
  skills: string;
}>;
export type PortfolioImageRow = Listed<{ fileId: string; itemId: string; width: number; height: number; alt: string }>;

/** The lists by table: what belongs to a freelancer besides its row. */
export type FreelancerLists = {
  freelancerSkills: FreelancerSkillRow;
  freelancerLanguages: FreelancerLanguageRow;
  freelancerLinks: FreelancerLinkRow;
  freelancerEmployment: EmploymentRow;
  freelancerEducation: EducationRow;
  freelancerCertifications: CertificationRow;
  portfolioItems: PortfolioItemRow;
  portfolioImages: PortfolioImageRow;
};

declare module '../../platform/database/tables.ts' {
  interface Tables extends FreelancerLists {
    freelancers: FreelancerRow;
  }
}

declare module '../../platform/events/events.ts' {
  interface EventPayloads {
    /** A profile was made or changed: row, lists, statistics or visibility. */
    freelancerChanged: { id: string; revision: number };
    /** The profile will become private at `privateAtMs` unless its owner comes back. */
    freelancerIdleWarned: { id: string; personId: string; name: string; privateAtMs: number };
    freelancerHiddenForIdleness: { id: string; personId: string; name: string };
  }
}
