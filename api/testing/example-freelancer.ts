import type { FreelancerRecord } from '../talent/freelancers/read-freelancers.ts';

/** Noon of an ordinary Monday. */
const testStartMs = Date.UTC(2026, 10, 23, 12);

/** The n-th of as many freelancers as a test or a measurement needs; the same n gives the same one. */
export function exampleFreelancer(n: number): FreelancerRecord {
  const id = `fr_${String(n).padStart(10, '0')}`;
  const at = (position: number) => ({ freelancerId: id, position });
  return {
    row: {
      id,
      personId: null,
      name: `Example Person ${n}`,
      headline: 'Builds web applications that stay fast',
      overview: 'I plan, build and look after web applications. '.repeat(12).trim(),
      categoryId: 'web-development',
      specializationIds: '[]',
      country: 'DE',
      timezone: 'Europe/Berlin',
      rateMinor: 3000 + (n % 200) * 50,
      rateCurrency: 'USD',
      engagement: 'either',
      hoursPerWeek: 10 + (n % 31),
      nextFreeDate: n % 3 === 0 ? '2027-01-04' : null,
      openToOffers: 1,
      visibility: 'public',
      photoFileId: null,
      identityVerifiedOn: n % 2 === 0 ? '2026-02-01' : null,
      phoneVerified: 1,
      emailVerified: 1,
      jobSuccess: n % 5 === 0 ? null : 70 + (n % 31),
      badge: n % 4 === 0 ? 'topRated' : null,
      expertVettedOn: null,
      responseTimeHours: null,
      revision: 1,
      lastActiveAt: testStartMs,
      idleWarnedAt: null,
      createdAt: testStartMs,
      updatedAt: testStartMs,
    },
    freelancerSkills: ['react', 'node-js', 'typescript', 'graphql', 'postgresql'].map((skillId, position) => ({
      skillId,
      name: skillId,
      ...at(position),
    })),
    freelancerLanguages: [
      { language: 'de', level: 'native', ...at(0) },
      { language: 'en', level: 'fluent', ...at(1) },
    ],
    freelancerLinks: [{ kind: 'website', url: `https://person-${n}.example/`, ...at(0) }],
    freelancerEmployment: [0, 1].map((position) => ({
      id: `em_${n}_${position}`,
      title: 'Engineer',
      company: 'Example Works',
      fromMonth: '2019-03',
      toMonth: position === 0 ? null : '2022-08',
      description: 'Web applications for customers in three countries.',
      ...at(position),
    })),
    freelancerEducation: [
      {
        id: `ed_${n}`,
        school: 'TU Berlin',
        degree: 'MSc',
        field: 'CS',
        fromMonth: '2013-10',
        toMonth: '2016-09',
        ...at(0),
      },
    ],
    freelancerCertifications: [],
    portfolioItems: [0, 1].map((position) => ({
      id: `pi_${n}_${position}`,
      title: 'A shop',
      text: 'A shop with two million visitors a month.',
      link: null,
      skills: '[{"id":"react","name":"React"}]',
      ...at(position),
    })),
    portfolioImages: [],
  };
}
