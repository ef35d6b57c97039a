import type { MemberRole, OperatorRole } from '@portico/api/platform/auth/actor.ts';
import type { PictureKind } from './crafts/craft.ts';
import type { Look } from './places/place.ts';

/** A calendar day, `2026-11-23`. */
export type Day = string;
/** A calendar month, `2026-11`. */
export type Month = string;

export type SeedFreelancer = {
  id: string;
  index: number;
  email: string;
  givenName: string;
  name: string;
  headline: string;
  overview: string;
  categoryId: string;
  specializationIds: string[];
  skillIds: string[];
  languages: { language: string; level: 'basic' | 'conversational' | 'fluent' | 'native' }[];
  country: string;
  city: string;
  timezone: string;
  hourlyRate: { amountMinor: number; currency: 'USD' } | null;
  engagement: 'hourly' | 'fixedPrice' | 'either';
  availability: { hoursPerWeek: number; nextFreeDate: Day | null; openToOffers: boolean };
  employment: SeedEmployment[];
  education: { id: string; school: string; degree: string; field: string; from: Month; to: Month }[];
  certifications: { id: string; name: string; issuer: string; issuedOn: Day; expiresOn: Day | null; url: null }[];
  portfolio: SeedPortfolioItem[];
  links: { kind: 'website' | 'github' | 'linkedin' | 'behance'; url: string }[];
  verified: { identity: Day | null; phone: boolean; email: boolean };
  /** Statistics that later come from contracts; a fresh world needs them from somewhere. */
  jobSuccess: number | null;
  badge: 'risingTalent' | 'topRated' | 'topRatedPlus' | 'expertVetted' | null;
  memberSince: Day;
  lastActiveOn: Day;
  visibility: 'public' | 'signedIn' | 'private';
  portrait: PortraitTraits | null;
};

export type SeedEmployment = {
  id: string;
  title: string;
  company: string;
  from: Month;
  to: Month | null;
  description: string;
};
export type SeedPortfolioItem = {
  id: string;
  title: string;
  text: string;
  link: string | null;
  skillIds: string[];
  picture: { kind: PictureKind; seed: string };
};
export type PortraitTraits = { seed: string; presentation: 'feminine' | 'masculine'; look: Look; age: number };

export type SeedTenant = {
  id: string;
  slug: string;
  name: string;
  plan: 'basic' | 'pro' | 'enterprise';
  tagline: string;
  industry: string;
  country: string;
  timezone: string;
  accent: string;
  members: SeedMember[];
};
export type SeedMember = {
  id: string;
  name: string;
  email: string;
  /** Held in the whole company; null: only in the team. */
  role: MemberRole | null;
  title: string;
  team: string | null;
  teamRole?: MemberRole;
};
export type SeedOperator = { id: string; name: string; email: string; role: OperatorRole };
