import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Refusal } from '../../platform/http/problem.ts';
import { acceptCertifications, acceptEmployment, acceptLanguages, acceptLinks } from './accept-lists.ts';
import { acceptProfile } from './accept-profile.ts';
import { acceptSkills } from './accept-skills.ts';
import { overviewExcerpt, overviewExcerptLength } from './freelancer.ts';
import { countries, isCountry, timezoneNamed } from './places.ts';
import { plainLine, plainText } from './plain-text.ts';
import { Refusals } from './refusals.ts';

function codesOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof Refusal);
    assert.equal(error.status, 422);
    return error.errors.map(({ code }) => code);
  }
  return [];
}

function skillsOf(chosen: Parameters<typeof acceptSkills>[0], max = 10) {
  const refusals = new Refusals();
  const accepted = acceptSkills(chosen, max, refusals);
  refusals.throwIfAny();
  return accepted;
}

describe('text', () => {
  const table: [string, string, string][] = [
    ['a bidi override', 'safe\u202Egpj.exe', 'safegpj.exe'],
    ['an isolate', '\u2067abc\u2069', 'abc'],
    ['a NUL', 'a\u0000b', 'ab'],
    ['an escape sequence', 'a\u001B[31mb', 'a[31mb'],
    ['zero width space and byte order mark', '\uFEFFa\u200Bb', 'ab'],
    ['half a surrogate pair', 'a\uD800b', 'a\uFFFDb'],
    ['spaces around and between', '  a \t  b  ', 'a b'],
  ];
  for (const [what, typed, kept] of table)
    test(`is kept without ${what}`, () => {
      assert.equal(plainLine(typed), kept);
      assert.equal(plainText(typed), kept);
    });

  test('keeps joiners that emoji, Persian and Hindi need, and paragraphs', () => {
    assert.equal(plainText('👩‍💻 می‌خواهم'), '👩‍💻 می‌خواهم');
    assert.equal(plainText('one\r\n\r\n\r\n\r\ntwo\u2028three'), 'one\n\ntwo\nthree');
    assert.equal(plainLine('one\ntwo'), 'one two');
  });

  test('that is kept is kept the same a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        for (const keep of [plainLine, plainText]) {
          const kept = keep(typed);
          assert.equal(keep(kept), kept);
          assert.ok(kept.isWellFormed());
          assert.doesNotMatch(kept, /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
        }
      }),
    );
  });

  test('an excerpt is at most 250 characters and splits no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (overview) => {
        const excerpt = overviewExcerpt(overview);
        assert.ok(excerpt.length <= overviewExcerptLength);
        assert.ok(excerpt.isWellFormed());
      }),
    );
  });
});

describe('a profile edit', () => {
  const refused: [string, Parameters<typeof acceptProfile>[0], string[]][] = [
    ['an empty name', { name: ' \u200B ' }, ['name_missing']],
    ['a name over 80 characters', { name: 'x'.repeat(81) }, ['name_too_long']],
    ['a headline over 120', { headline: 'x'.repeat(121) }, ['headline_too_long']],
    ['an overview over 5,000', { overview: 'x'.repeat(5001) }, ['overview_too_long']],
    ['a country that is none', { country: 'XX' }, ['unknown_country']],
    ['a time zone that is none', { timezone: 'Mars/Olympus' }, ['unknown_timezone']],
    ['an offset as time zone', { timezone: '+01:00' }, ['unknown_timezone']],
    ['an abbreviation as time zone', { timezone: 'EST' }, ['unknown_timezone']],
    ['an unknown category', { categoryId: 'alchemy' }, ['unknown_category']],
    [
      'a specialization of another category',
      { categoryId: 'legal', specializationIds: ['frontend'] },
      ['unknown_specialization'],
    ],
    ['another currency', { hourlyRate: { amountMinor: 5000, currency: 'EUR' } }, ['currency_not_accepted']],
    ['a rate of nothing', { hourlyRate: { amountMinor: 0, currency: 'USD' } }, ['rate_out_of_range']],
    ['a rate over 1,000', { hourlyRate: { amountMinor: 100_001, currency: 'USD' } }, ['rate_out_of_range']],
    [
      'more than 80 hours a week',
      { availability: { hoursPerWeek: 81, nextFreeDate: null, openToOffers: true } },
      ['too_many_hours'],
    ],
    ['two mistakes at once, both named', { country: 'XX', name: '' }, ['name_missing', 'unknown_country']],
  ];
  for (const [what, edit, codes] of refused)
    test(`refuses ${what}`, () =>
      assert.deepEqual(
        codesOf(() => acceptProfile(edit)),
        codes,
      ));

  test('changes only what it names', () => {
    assert.deepEqual(acceptProfile({}), {});
    assert.deepEqual(acceptProfile({ country: 'de' }), { country: 'DE' });
    assert.deepEqual(acceptProfile({ hourlyRate: null }), { rateMinor: null, rateCurrency: null });
  });

  test('takes an overview of exactly 5,000 characters', () => {
    assert.deepEqual(
      codesOf(() => acceptProfile({ overview: 'x'.repeat(5000) })),
      [],
    );
  });

  test('drops the specializations of the category that was left', () => {
    const kept = acceptProfile({ categoryId: 'legal' }, { categoryId: 'legal' });
    assert.deepEqual(kept, { categoryId: 'legal' });
    const left = acceptProfile({ categoryId: null }, { categoryId: 'legal' });
    assert.deepEqual(left, { categoryId: null, specializationIds: '[]' });
  });

  test('never lets text through that is too long, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const codes = codesOf(() => acceptProfile({ name }));
        const kept = plainLine(name);
        assert.deepEqual(codes, kept === '' ? ['name_missing'] : kept.length > 80 ? ['name_too_long'] : []);
      }),
    );
  });

  test('knows the 249 assigned countries and the zones people live in', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    assert.equal(new Set(countries).size, 249);
    assert.deepEqual(
      countries.filter((code) => !names.of(code)),
      [],
    );
    assert.equal(isCountry('EU'), false);
    for (const zone of Intl.supportedValuesOf('timeZone')) assert.ok(timezoneNamed(zone), zone);
  });
});

describe('lists', () => {
  test('a skill is found by any spelling, once, in the order chosen', () => {
    const accepted = skillsOf([{ name: 'nodejs' }, { name: 'REACT.JS' }, { id: 'react' }, { name: 'Basket weaving' }]);
    assert.deepEqual(
      accepted.map(({ id }) => id),
      ['node-js', 'react', 'basket-weaving'],
    );
    assert.equal(accepted[2]?.name, 'Basket weaving');
  });

  test('refuses an eleventh skill, an unknown id, a skill of signs and one that is too long', () => {
    const many = Array.from({ length: 11 }, (_, n) => ({ name: `craft ${n}` }));
    assert.deepEqual(
      codesOf(() => skillsOf(many)),
      ['too_many_skills'],
    );
    assert.deepEqual(
      codesOf(() => skillsOf([{ id: 'no-such-skill-here' }])),
      ['unknown_skill'],
    );
    assert.deepEqual(
      codesOf(() => skillsOf([{ name: '?!' }])),
      ['skill_without_letters'],
    );
    assert.deepEqual(
      codesOf(() => skillsOf([{ name: 'x'.repeat(51) }])),
      ['skill_too_long'],
    );
  });

  test('refuses a language that is none or comes twice', () => {
    const languages = [
      { language: 'de', level: 'native' as const },
      { language: 'de', level: 'fluent' as const },
      { language: 'qqq', level: 'basic' as const },
    ];
    assert.deepEqual(
      codesOf(() => acceptLanguages({ languages })),
      ['repeated_language', 'unknown_language'],
    );
  });

  test('refuses an end before the start', () => {
    const entry = { title: 'Dev', company: 'Acme', from: '2020-05', to: '2020-04', description: '' };
    assert.deepEqual(
      codesOf(() => acceptEmployment({ employment: [entry] }, () => 'em_1')),
      ['ends_before_start'],
    );
    const paper = { name: 'CKA', issuer: 'CNCF', issuedOn: '2025-01-02', expiresOn: '2025-01-01', url: null };
    assert.deepEqual(
      codesOf(() => acceptCertifications({ certifications: [paper] }, () => 'ce_1')),
      ['ends_before_start'],
    );
  });

  for (const url of [
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.example',
    'https://me:pw@a.example',
    'nonsense',
    'http://localhost/',
  ])
    test(`refuses ${url} as a link`, () =>
      assert.deepEqual(
        codesOf(() => acceptLinks({ links: [{ kind: 'website', url }] })),
        ['link_refused'],
      ));

  test('refuses an eleventh link', () => {
    const links = Array.from({ length: 11 }, () => ({ kind: 'other' as const, url: 'https://a.example/' }));
    assert.deepEqual(
      codesOf(() => acceptLinks({ links })),
      ['too_many_links'],
    );
  });
});
