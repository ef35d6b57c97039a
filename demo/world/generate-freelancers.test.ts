import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { freelancerPolicy } from '@portico/api/talent/freelancers/freelancer.ts';
import { findSkill, findSkillCategory } from '@portico/api/talent/skills/taxonomy.ts';
import { seedFreelancer } from './freelancer.ts';
import { generateFreelancers, namedFreelancers } from './generate-freelancers.ts';
import { places } from './places/places.ts';

const now = Date.UTC(2026, 10, 23);
const people = [...generateFreelancers({ count: 2000, seed: 7, now })];
const share = (fits: (person: (typeof people)[number]) => boolean) => people.filter(fits).length / people.length;

describe('the generated people', () => {
  test('are the same for the same seed, whoever is made before them, and others for another seed', () => {
    assert.deepEqual(seedFreelancer(7, 1500, now), people[1500]);
    assert.deepEqual([...generateFreelancers({ count: 3, seed: 7, now })], people.slice(0, 3));
    assert.notEqual(
      seedFreelancer(8, 1500, now).name + seedFreelancer(8, 1500, now).id,
      people[1500]!.name + people[1500]!.id,
    );
  });

  test('keep their id when the world is told from another day', () => {
    for (const index of [0, 17, 999]) {
      assert.equal(seedFreelancer(7, index, now + 400 * 86_400_000, namedFreelancers[index]).id, people[index]!.id);
    }
  });

  test('are told apart by id and address, and write from addresses that nobody owns', () => {
    assert.equal(new Set(people.map(({ id }) => id)).size, people.length);
    assert.equal(new Set(people.map(({ email }) => email)).size, people.length);
    for (const { id, email } of people) {
      assert.match(id, /^fr_[0-9a-z]{16}$/);
      assert.match(email, /^[a-z0-9]+([.-][a-z0-9]+)*@talent\.example$/);
    }
  });

  test('come from many countries and live in a time zone of theirs', () => {
    assert.ok(new Set(people.map(({ country }) => country)).size >= 25);
    for (const { country, city, timezone, languages } of people) {
      const place = places.find((one) => one.country === country);
      assert.ok(
        place?.cities.some((one) => one.name === city && one.timezone === timezone),
        `${city} ${timezone}`,
      );
      assert.equal(languages[0]?.language, place?.languages[0]);
      assert.equal(languages[0]?.level, 'native');
      assert.ok(languages.some(({ language }) => language === 'en'));
      assert.equal(new Set(languages.map(({ language }) => language)).size, languages.length);
    }
  });

  test('have skills of the taxonomy in a category that fits', () => {
    for (const { skillIds, categoryId, specializationIds } of people) {
      assert.ok(skillIds.length >= 2 && skillIds.length <= freelancerPolicy.skillsMax, skillIds.join());
      assert.equal(new Set(skillIds).size, skillIds.length);
      assert.ok(skillIds.every((id) => findSkill(id)));
      const [own] = specializationIds;
      assert.ok(findSkillCategory(categoryId)?.specializations.some(({ id }) => id === own));
    }
  });

  test('write texts of full sentences that fit the profile', () => {
    for (const { headline, overview, portfolio, employment } of people) {
      assert.ok(headline.length > 5 && headline.length <= 110, headline);
      assert.ok(overview.length <= 5000);
      const texts = [
        headline,
        overview,
        ...portfolio.flatMap(({ title, text }) => [title, text]),
        ...employment.map(({ description }) => description),
      ];
      for (const text of texts) {
        assert.doesNotMatch(text, /[{}[\]|]{2}|\{|\}|undefined|NaN| {2}|\.\./, text);
        assert.doesNotMatch(text, /\ba [aei][a-z]/, text);
      }
    }
  });

  test('do not repeat each other', () => {
    const overviews = people.map(({ overview }) => overview).filter((overview) => overview !== '');
    assert.ok(new Set(overviews).size >= overviews.length - 2);
    assert.ok(new Set(people.map(({ headline }) => headline)).size > people.length * 0.9);
    assert.ok(new Set(people.map(({ name }) => name)).size > people.length * 0.95);
    const openings = Map.groupBy(overviews, (overview) => overview.slice(0, 60));
    assert.ok(Math.max(...[...openings.values()].map(({ length }) => length)) < 12);
  });

  test('lived their lives in order: school, then work, nothing after today', () => {
    const thisMonth = new Date(now).toISOString().slice(0, 7);
    for (const { employment, education, certifications, memberSince, lastActiveOn, verified } of people) {
      for (const { from, to } of [...employment, ...education])
        assert.ok(from < (to ?? '9999') && (to ?? from) <= thisMonth);
      employment.forEach(({ from }, at) => {
        const earlier = employment[at + 1];
        if (earlier) assert.ok(earlier.to !== null && earlier.to <= from);
      });
      const firstJob = employment.at(-1);
      if (firstJob) for (const { to } of education) assert.ok(to <= firstJob.from, `${to} ${firstJob.from}`);
      const today = new Date(now).toISOString().slice(0, 10);
      for (const { issuedOn, expiresOn } of certifications)
        assert.ok(issuedOn <= today && issuedOn < (expiresOn ?? '9999'));
      assert.ok(memberSince <= lastActiveOn && lastActiveOn <= today);
      if (verified.identity) assert.ok(verified.identity <= today);
    }
  });

  test('ask for rates a buyer has seen before, in whole dollars', () => {
    const rates = people.map(({ hourlyRate }) => hourlyRate?.amountMinor).filter((rate) => rate !== undefined);
    assert.ok(rates.every((rate) => rate % 100 === 0 && rate >= 400 && rate <= 40_000));
    const middle = rates.toSorted((a, b) => a - b)[Math.floor(rates.length / 2)]!;
    assert.ok(middle > 1800 && middle < 6000, `${middle}`);
  });

  test('have earned their badges', () => {
    for (const { badge, jobSuccess, verified, portfolio } of people) {
      if (badge === 'risingTalent')
        assert.ok(jobSuccess === null && verified.identity !== null && portfolio.length > 0);
      else if (badge !== null) assert.ok(jobSuccess !== null && jobSuccess >= 90);
    }
    assert.ok(share(({ jobSuccess }) => jobSuccess === null) > 0.25);
    assert.ok(share(({ badge }) => badge !== null) < 0.6);
  });

  test('are of every kind a search must cope with', () => {
    for (const visibility of ['public', 'signedIn', 'private'])
      assert.ok(share((person) => person.visibility === visibility) > 0.01);
    assert.ok(share(({ hourlyRate }) => hourlyRate === null) > 0.01);
    assert.ok(share(({ overview }) => overview === '') > 0.01);
    assert.ok(share(({ portrait }) => portrait === null) > 0.01);
    assert.ok(share(({ availability }) => availability.nextFreeDate !== null) > 0.2);
  });

  test('begin with the ones who can sign in', () => {
    namedFreelancers.forEach(({ name, email }, at) => {
      const person = people[at]!;
      assert.deepEqual([person.name, person.email, person.visibility], [name, email, 'public']);
      assert.ok(person.overview !== '' && person.portrait !== null);
    });
  });
});
