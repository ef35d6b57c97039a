import type { FreelancerProfile } from '@portico/api/talent/freelancers/schema.ts';
import type { TalentHit } from '@portico/api/talent/search/schema.ts';

type Row = [
  name: string,
  headline: string,
  country: string,
  timezone: string,
  rate: number | null,
  success: number | null,
  skills: string,
];

const rows: Row[] = [
  [
    'Amara Okafor',
    'Senior React engineer for data-heavy dashboards',
    'NG',
    'Africa/Lagos',
    7200,
    98,
    'React,TypeScript,GraphQL,Accessibility,Vite,Testing Library',
  ],
  [
    'Jonas Lindqvist',
    'Design systems and front-end architecture',
    'SE',
    'Europe/Stockholm',
    11500,
    100,
    'React,Design systems,Web components,CSS,Figma',
  ],
  [
    'Mariana Souza e Silva',
    'Full-stack developer, React and Node.js, payments',
    'BR',
    'America/Sao_Paulo',
    5400,
    93,
    'React,Node.js,PostgreSQL,Stripe,Docker',
  ],
  [
    'Kenji Watanabe',
    'React Native engineer, offline-first apps',
    'JP',
    'Asia/Tokyo',
    8800,
    95,
    'React Native,React,SQLite,Kotlin,Swift',
  ],
  [
    'Leïla Benali',
    'Frontend lead, white-label portals',
    'MA',
    'Africa/Casablanca',
    6100,
    null,
    'React,Lit,TypeScript,Storybook',
  ],
  [
    'Tom O’Reilly',
    'Performance consultant for large single-page apps',
    'IE',
    'Europe/Dublin',
    null,
    88,
    'React,Web performance,Profiling',
  ],
];

const badges = ['topRatedPlus', 'expertVetted', 'topRated', null, 'risingTalent', null] as const;
const slug = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
const overview =
  'I build interfaces that people use all day: tables that stay fast with a hundred thousand rows, forms that never lose a word, charts that explain themselves. Nine years with React, five of them in regulated finance, where every release was audited.';

/** Six people as a search for “react” finds them, in the order of the API. */
export const hits: TalentHit[] = rows.map(([name, headline, country, timezone, rate, jobSuccess, skills], index) => {
  const at = headline.indexOf('React');
  return {
    id: `fr_${index + 1}`,
    name,
    headline,
    photoUrl: null,
    country,
    timezone,
    hourlyRate: rate === null ? null : { amountMinor: rate, currency: 'USD' },
    jobSuccess,
    badge: badges[index] ?? null,
    verified: index % 2 === 0,
    availability: {
      hoursPerWeek: 40 - index * 5,
      nextFreeDate: index === 2 ? '2099-01-12' : null,
      openToOffers: index !== 5,
    },
    skills: skills.split(',').map((skill) => ({ id: slug(skill), name: skill, matched: skill === 'React' })),
    overviewExcerpt: overview,
    highlights: [
      ...(at < 0 ? [] : [{ field: 'headline' as const, text: headline, ranges: [[at, at + 5] as [number, number]] }]),
      { field: 'overview', text: overview, ranges: [[overview.indexOf('React'), overview.indexOf('React') + 5]] },
    ],
    why: {
      fields: at < 0 ? ['skills', 'overview'] : ['headline', 'skills', 'overview'],
      signals: index === 0 ? ['pool', 'jobSuccess', 'available'] : index === 3 ? [] : ['verified', 'recent'],
    },
    saved: index === 1,
    pools: [],
  };
});

export const profiles: FreelancerProfile[] = hits.map((hit) => ({
  id: hit.id,
  name: hit.name,
  headline: hit.headline,
  overview: `${overview}\n\nI work in small steps, write down what was decided, and leave code that the next person can read.`,
  photoUrl: hit.photoUrl,
  category: { id: 'web-development', name: 'Web development' },
  specializations: ['Front-end development'],
  skills: hit.skills.map(({ id, name }) => ({ id, name })),
  languages: [
    { language: 'en', level: 'fluent' },
    { language: 'fr', level: 'conversational' },
  ],
  country: hit.country,
  timezone: hit.timezone,
  hourlyRate: hit.hourlyRate,
  engagement: 'either',
  availability: hit.availability,
  employment: [
    {
      id: 'em_1',
      title: 'Lead engineer',
      company: 'Meridian Bank',
      from: '2021-03',
      to: null,
      description: 'Trading desk interface for 1,200 people; cut load time from 9 s to 1.4 s.',
    },
    {
      id: 'em_2',
      title: 'Engineer',
      company: 'Northwind Logistics',
      from: '2017-09',
      to: '2021-02',
      description: 'Route planning on a map, used in eleven countries.',
    },
  ],
  education: [
    {
      id: 'ed_1',
      school: 'University of Lagos',
      degree: 'BSc',
      field: 'Computer Science',
      from: '2012-09',
      to: '2016-06',
    },
  ],
  certifications: [
    {
      id: 'ce_1',
      name: 'Certified accessibility professional',
      issuer: 'IAAP',
      issuedOn: '2023-05-02',
      expiresOn: '2026-12-31',
      url: 'https://example.com/cert',
    },
  ],
  portfolio: [
    {
      id: 'po_1',
      title: 'Order book explorer',
      text: 'A virtualised table with live prices.',
      images: [],
      link: 'https://example.com/work',
      skills: [],
    },
  ],
  links: [{ id: 'li_1', kind: 'github', url: 'https://example.com/code' } as FreelancerProfile['links'][number]],
  verified: { identity: hit.verified ? '2026-02-11' : null, phone: true, email: true },
  jobSuccess: hit.jobSuccess,
  responseTimeHours: 6,
  badge: hit.badge,
  expertVettedOn: null,
  memberSince: '2019-04-02T09:00:00.000Z',
  saved: hit.saved,
}));
