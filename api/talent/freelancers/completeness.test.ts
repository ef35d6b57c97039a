import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type CompletenessPart, completenessOf, type ProfileCounts } from './completeness.ts';

const nothing: ProfileCounts = {
  hasPhoto: false,
  hasOverview: false,
  employment: 0,
  skills: 0,
  portfolio: 0,
  education: 0,
  certifications: 0,
  links: 0,
};
const required: ProfileCounts = { ...nothing, hasPhoto: true, hasOverview: true, employment: 1, skills: 1 };

describe('completeness', () => {
  const table: [string, ProfileCounts, number][] = [
    ['nothing is 0', nothing, 0],
    ['one of the four required parts is an eighth, rounded down', { ...nothing, hasPhoto: true }, 12],
    ['two are a quarter', { ...nothing, hasPhoto: true, hasOverview: true }, 25],
    ['three are three eighths, rounded down', { ...required, skills: 0 }, 37],
    ['all four are half', required, 50],
    ['a portfolio item is 5', { ...required, portfolio: 1 }, 55],
    ['the portfolio counts to 20', { ...required, portfolio: 9 }, 70],
    ['a further position is 10', { ...required, employment: 2 }, 60],
    ['further positions count to 20', { ...required, employment: 7 }, 70],
    ['further skills are 10 together', { ...required, skills: 2 }, 60],
    ['and stay 10', { ...required, skills: 10 }, 60],
    ['an education is 10', { ...required, education: 1 }, 60],
    ['educations count to 20', { ...required, education: 5 }, 70],
    ['a certification is 5', { ...required, certifications: 1 }, 55],
    ['certifications count to 10', { ...required, certifications: 4 }, 60],
    ['a video or link is 10, once', { ...required, links: 3 }, 60],
    ['no more than 100', { ...required, employment: 3, skills: 5, portfolio: 4, education: 2, links: 1 }, 100],
    [
      'below 100 while the photo is missing',
      {
        hasPhoto: false,
        hasOverview: true,
        employment: 9,
        skills: 9,
        portfolio: 9,
        education: 9,
        certifications: 9,
        links: 9,
      },
      99,
    ],
  ];
  for (const [rule, counts, percent] of table) {
    test(rule, () => assert.equal(completenessOf(counts).percent, percent));
  }

  test('a complete profile misses nothing', () => {
    const complete = { ...required, employment: 3, skills: 2, portfolio: 4 };
    assert.deepEqual(completenessOf(complete), { percent: 100, missing: [] });
  });

  test('what is missing comes with its points, the required parts first', () => {
    const { missing } = completenessOf({ ...nothing, hasPhoto: true });
    assert.deepEqual(
      missing.map(({ part, points }) => [part, points]),
      [
        ['overview', 13],
        ['employment', 13],
        ['skill', 13],
        ['portfolio', 5],
        ['education', 10],
        ['certification', 5],
        ['videoOrLink', 10],
      ],
    );
  });

  const counts = fc.record({
    hasPhoto: fc.boolean(),
    hasOverview: fc.boolean(),
    employment: fc.nat(5),
    skills: fc.nat(15),
    portfolio: fc.nat(6),
    education: fc.nat(4),
    certifications: fc.nat(4),
    links: fc.nat(3),
  });

  test('100 is reached only with every required part, and nothing takes points away', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const { percent } = completenessOf(given);
        const hasRequired = given.hasPhoto && given.hasOverview && given.employment > 0 && given.skills > 0;
        assert.ok(percent >= 0 && percent <= (hasRequired ? 100 : 99));
        for (const key of ['employment', 'skills', 'portfolio', 'education', 'certifications', 'links'] as const) {
          assert.ok(completenessOf({ ...given, [key]: given[key] + 1 }).percent >= percent);
        }
      }),
    );
  });

  test('each missing part gives exactly the points it promises', () => {
    const added: Record<CompletenessPart, (given: ProfileCounts) => ProfileCounts> = {
      photo: (given) => ({ ...given, hasPhoto: true }),
      overview: (given) => ({ ...given, hasOverview: true }),
      employment: (given) => ({ ...given, employment: given.employment + 1 }),
      furtherEmployment: (given) => ({ ...given, employment: given.employment + 1 }),
      skill: (given) => ({ ...given, skills: given.skills + 1 }),
      furtherSkills: (given) => ({ ...given, skills: given.skills + 1 }),
      portfolio: (given) => ({ ...given, portfolio: given.portfolio + 1 }),
      education: (given) => ({ ...given, education: given.education + 1 }),
      certification: (given) => ({ ...given, certifications: given.certifications + 1 }),
      videoOrLink: (given) => ({ ...given, links: given.links + 1 }),
    };
    fc.assert(
      fc.property(counts, (given) => {
        const { percent, missing } = completenessOf(given);
        assert.equal(missing.length === 0, percent === 100);
        for (const { part, points } of missing)
          assert.equal(completenessOf(added[part](given)).percent, percent + points);
      }),
    );
  });
});
