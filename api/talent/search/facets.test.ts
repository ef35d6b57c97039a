import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { signedIn } from '../../testing/actors.ts';
import { madeFreelancer } from '../../testing/made-freelancers.ts';
import { acme, sliceApp, testDeps } from '../../testing/slice-app.ts';
import { badges, languageLevels } from '../freelancers/freelancer.ts';
import { insertFreelancers } from '../freelancers/insert-freelancers.ts';
import { type FreelancerRecord, readAllFreelancers } from '../freelancers/read-freelancers.ts';
import { createTalentSearch, type TalentSearch } from './keep-index.ts';
import { offsetMinutesAt, sharedWorkMinutes } from './overlap.ts';
import { talentSearchRoutes } from './routes.ts';
import type { TalentSearchQuery, TalentSearchResult } from './schema.ts';

const categories = ['web-development', 'writing', 'legal'];
const skills = ['react', 'node-js', 'copywriting', 'c-plus-plus'];
const countries = ['DE', 'US', 'IN'];
const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC'];
const languages = ['de', 'en'];
const dates = [null, '2026-01-01', '2026-11-23', '2026-11-24', '2026-12-07', '2026-12-08', '2027-05-01'];

type Predicate = (record: FreelancerRecord) => boolean;

/** The rules of the filters, said once more over the rows of the database and nothing of the index. */
function predicates(query: TalentSearchQuery, nowMs: number): Record<string, Predicate> {
  const day = (offset: number) => new Date(nowMs + offset * 86_400_000).toISOString().slice(0, 10);
  const has = (list: readonly string[] | undefined, value: string | null) =>
    !list?.length || list.includes(value ?? '');
  const hoursShared = (zone: string) =>
    sharedWorkMinutes(offsetMinutesAt(zone, nowMs), offsetMinutesAt(query.timezone ?? 'UTC', nowMs)) / 60;
  const wanted = new Set(query.availability);
  const days = wanted.has('within2Weeks') ? 14 : wanted.has('now') ? 0 : undefined;
  return {
    category: ({ row }) => has(query.category, row.categoryId),
    skill: ({ freelancerSkills }) => {
      const own = new Set(freelancerSkills.map(({ skillId }) => skillId));
      const chosen = query.skill ?? [];
      return query.skillMatch === 'any' && chosen.length > 0
        ? chosen.some((id) => own.has(id))
        : chosen.every((id) => own.has(id));
    },
    rate: ({ row: { rateMinor } }) =>
      (query.rateMin === undefined || (rateMinor !== null && rateMinor >= query.rateMin)) &&
      (query.rateMax === undefined || (rateMinor !== null && rateMinor <= query.rateMax)),
    jobSuccess: ({ row }) =>
      query.jobSuccessMin === undefined || (row.jobSuccess !== null && row.jobSuccess >= query.jobSuccessMin),
    badge: ({ row }) => has(query.badge, row.badge),
    country: ({ row }) => has(query.country, row.country),
    language: ({ freelancerLanguages }) =>
      !query.language?.length ||
      query.language.some((one) => {
        const [code, level = 'basic'] = one.split(':');
        return freelancerLanguages.some(
          (own) =>
            own.language === code && languageLevels.indexOf(own.level) >= languageLevels.indexOf(level as 'basic'),
        );
      }),
    overlap: ({ row }) => query.overlapHours === undefined || hoursShared(row.timezone) >= query.overlapHours,
    free: ({ row }) =>
      days === undefined || (row.hoursPerWeek > 0 && (row.nextFreeDate === null || row.nextFreeDate <= day(days))),
    hours: ({ row }) =>
      wanted.has('moreThan30h') === wanted.has('lessThan30h') || row.hoursPerWeek >= 30 === wanted.has('moreThan30h'),
    verified: ({ row }) => query.verified === undefined || (row.identityVerifiedOn !== null) === query.verified,
  };
}

const some = <T>(values: readonly T[]) => fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
const queries = fc
  .record(
    {
      category: some(categories),
      skill: some(skills.slice(0, 3)),
      skillMatch: fc.constantFrom('all' as const, 'any' as const),
      rateMin: fc.constantFrom(undefined, undefined, 2000, 4500),
      rateMax: fc.constantFrom(undefined, undefined, 5999, 9000),
      jobSuccessMin: fc.constantFrom(undefined, undefined, 80, 90),
      badge: some(badges),
      country: some(countries),
      language: fc.constantFrom<string[] | undefined>(
        undefined,
        ['de'],
        ['de:fluent'],
        ['en:native', 'de:conversational'],
      ),
      zone: fc.option(
        fc.record({ timezone: fc.constantFrom(...zones), overlapHours: fc.constantFrom(undefined, 1, 2, 4, 7.5) }),
        { nil: undefined },
      ),
      availability: some(['now', 'within2Weeks', 'moreThan30h', 'lessThan30h'] as const),
      verified: fc.constantFrom(undefined, undefined, true, false),
    },
    { requiredKeys: [] },
  )
  .map(({ zone, ...rest }) => ({ ...rest, ...zone }));

describe('facets', () => {
  let deps: Awaited<ReturnType<typeof testDeps>>;
  let talentSearch: TalentSearch;
  let app: ReturnType<typeof sliceApp>;
  const stored: FreelancerRecord[] = [];

  before(async () => {
    deps = await testDeps();
    const nowMs = deps.clock.now();
    const [records] = fc.sample(fc.array(freelancers(nowMs), { minLength: 400, maxLength: 400 }), {
      numRuns: 1,
      seed: 7,
    });
    const unique = records!.map((record, n) => madeFreelancer(nowMs, { ...record, id: `fr_${n}` }));
    await deps.database.transaction((trx) => insertFreelancers(trx, unique));
    for await (const page of readAllFreelancers(deps.database.db)) stored.push(...page);
    talentSearch = createTalentSearch(deps);
    await talentSearch.start();
    app = sliceApp(talentSearchRoutes({ ...deps, talentSearch }));
  });
  after(async () => {
    await talentSearch.stop();
    await deps.database.close();
  });

  test('every count equals a recount over the database, for any filters', async () => {
    await fc.assert(
      fc.asyncProperty(queries, async (query: TalentSearchQuery) => {
        const nowMs = deps.clock.now();
        const rules = predicates(query, nowMs);
        const visible = stored.filter(({ row }) => row.visibility !== 'private');
        const passing = (except?: string) =>
          visible.filter((record) =>
            Object.entries(rules).every(([name, passes]) => name === except || passes(record)),
          );
        const { total, facets } = await search(query);
        assert.equal(total, passing().length);
        const only = (name: string, more: Predicate) => passing(name).filter(more).length;
        const keepsSkills = query.skillMatch === 'any' ? 'skill' : undefined;
        for (const { value, count } of facets.category!) {
          assert.equal(
            count,
            only('category', ({ row }) => row.categoryId === value),
            `category ${value}`,
          );
        }
        for (const { value, count } of facets.skill!) {
          const having = passing(keepsSkills).filter((one) =>
            one.freelancerSkills.some(({ skillId }) => skillId === value),
          );
          assert.equal(count, having.length, `skill ${value}`);
        }
        for (const { value, count } of facets.rate!) {
          const [min, max] = value.split('-').map((edge, at) => (edge === '' ? [0, Infinity][at]! : Number(edge)));
          const within: Predicate = ({ row: { rateMinor } }) =>
            rateMinor !== null && rateMinor >= min! && rateMinor <= max!;
          assert.equal(count, only('rate', within), `rate ${value}`);
        }
        for (const { value, count } of facets.jobSuccess!) {
          assert.equal(
            count,
            only('jobSuccess', ({ row }) => (row.jobSuccess ?? -1) >= Number(value)),
            `score ${value}`,
          );
        }
        for (const { value, count } of facets.badge!)
          assert.equal(
            count,
            only('badge', ({ row }) => row.badge === value),
          );
        for (const { value, count } of facets.country!) {
          assert.equal(
            count,
            only('country', ({ row }) => row.country === value),
            `country ${value}`,
          );
        }
        for (const { value, count } of facets.language!) {
          const code = value.split(':')[0];
          const speaks: Predicate = (one) => one.freelancerLanguages.some(({ language }) => language === code);
          assert.equal(count, only('language', speaks), `language ${value}`);
        }
        for (const { value, count } of facets.availability!) {
          const kind = value === 'now' || value === 'within2Weeks' ? 'free' : 'hours';
          const rule = predicates({ availability: [value as 'now'] }, nowMs)[kind]!;
          assert.equal(count, only(kind, rule), `availability ${value}`);
        }
        assert.equal(
          facets.verified![0]!.count,
          only('verified', ({ row }) => row.identityVerifiedOn !== null),
        );
        for (const { value, count } of facets.overlap ?? []) {
          const rule = predicates({ timezone: query.timezone, overlapHours: Number(value) }, nowMs).overlap!;
          assert.equal(count, only('overlap', rule), `overlap ${value}`);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('what is chosen stays in the list, also when nobody is left', async () => {
    const { facets } = await search({ country: ['IS'], skill: ['c-plus-plus', 'knitting'], category: ['legal'] });
    for (const [name, value] of [
      ['country', 'IS'],
      ['skill', 'knitting'],
      ['category', 'legal'],
    ] as const) {
      assert.equal(facets[name]!.find((entry) => entry.value === value)?.selected, true, name);
    }
  });

  async function search(query: TalentSearchQuery): Promise<TalentSearchResult> {
    const parameters = new URLSearchParams({ limit: '1' });
    for (const [name, value] of Object.entries(query)) {
      if (Array.isArray(value)) for (const one of value) parameters.append(name, one);
      else if (value !== undefined) parameters.set(name, String(value));
    }
    const response = await app.as(signedIn('pe_any'), acme).request('GET', `/v1/talent/search?${parameters}`);
    assert.equal(response.status, 200);
    return (await response.json()) as TalentSearchResult;
  }
});

function freelancers(nowMs: number) {
  return fc.record({
    id: fc.constant(''),
    categoryId: fc.constantFrom(null, ...categories),
    skills: fc.subarray(skills),
    country: fc.constantFrom(...countries),
    timezone: fc.constantFrom(...zones),
    rateMinor: fc.constantFrom(null, 300, 1999, 2000, 3999, 4000, 5999, 8000, 14_999, 15_000, 99_999),
    jobSuccess: fc.constantFrom(null, 0, 69, 70, 80, 89, 90, 100),
    badge: fc.constantFrom(null, ...badges),
    hoursPerWeek: fc.constantFrom(0, 10, 29, 30, 40),
    nextFreeDate: fc.constantFrom(...dates),
    identityVerifiedOn: fc.constantFrom(null, '2026-02-01'),
    visibility: fc.constantFrom('public' as const, 'public' as const, 'signedIn' as const, 'private' as const),
    languages: fc
      .subarray(languages)
      .chain((spoken) =>
        fc.tuple(...spoken.map((one) => fc.constantFrom(...languageLevels).map((level) => [one, level] as const))),
      ),
    createdAt: fc.integer({ min: 1, max: 1000 }).map((days) => nowMs - days * 86_400_000),
  });
}
