import type { TalentSearchQuery } from '@portico/api/talent/search/schema.ts';
import type {
  Badge,
  FacetName,
  LanguageLevel,
  SearchedField,
  WhySignal,
} from '@portico/api/talent/search/talent-search.ts';
import type { Money } from '../core/formats.ts';

export type { Badge, FacetName, LanguageLevel, SearchedField, TalentSearchQuery, WhySignal };

export type SkillRef = { id: string; name: string };
export type FacetValue = { value: string; label: string; count: number; selected: boolean };
export type Availability = { hoursPerWeek: number; nextFreeDate: string | null; openToOffers: boolean };
export type Highlight = { field: SearchedField; text: string; ranges: [number, number][] };

export type TalentHit = {
  id: string;
  name: string;
  headline: string;
  photoUrl: string | null;
  country: string;
  timezone: string;
  hourlyRate: Money | null;
  jobSuccess: number | null;
  badge: Badge | null;
  verified: boolean;
  availability: Availability;
  skills: (SkillRef & { matched: boolean })[];
  overviewExcerpt: string;
  highlights: Highlight[];
  why: { fields: string[]; signals: WhySignal[] };
  saved: boolean;
  pools: string[];
};

export type TalentSearchResult = {
  total: number;
  items: TalentHit[];
  facets: Partial<Record<FacetName, FacetValue[]>>;
  nextCursor: string | null;
  corrected?: { from: string; to: string }[];
  tookMs: number;
};

export type FreelancerProfile = {
  id: string;
  name: string;
  headline: string;
  overview: string;
  photoUrl: string | null;
  category: { id: string; name: string } | null;
  specializations: string[];
  skills: SkillRef[];
  languages: { language: string; level: LanguageLevel }[];
  country: string;
  timezone: string;
  hourlyRate: Money | null;
  engagement: 'hourly' | 'fixedPrice' | 'either';
  availability: Availability;
  employment: { id: string; title: string; company: string; from: string; to: string | null; description: string }[];
  education: { id: string; school: string; degree: string; field: string; from: string; to: string | null }[];
  certifications: {
    id: string;
    name: string;
    issuer: string;
    issuedOn: string;
    expiresOn: string | null;
    url: string | null;
  }[];
  portfolio: {
    id: string;
    title: string;
    text: string;
    images: { url: string; width: number; height: number; alt: string }[];
    link: string | null;
    skills: SkillRef[];
  }[];
  links: { kind: string; url: string }[];
  verified: { identity: string | null; phone: boolean; email: boolean };
  jobSuccess: number | null;
  badge: Badge | null;
  memberSince: string;
  saved: boolean;
};
