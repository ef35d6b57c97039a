import { findSkill, skillCategories } from '@portico/api/talent/skills/taxonomy.ts';
import { careerOf } from './career.ts';
import type { Craft } from './crafts/craft.ts';
import { crafts } from './crafts/crafts.ts';
import { emailName, fullName, languagesOf } from './person.ts';
import { places } from './places/places.ts';
import { portfolioOf } from './portfolio.ts';
import { createRandom, type Random } from './random.ts';
import { standingOf } from './standing.ts';
import type { SeedFreelancer } from './world.ts';
import { headlineOf, overviewOf, sharesStem, stemsOf, type Voice } from './writing.ts';

export type FreelancerWish = {
  name?: string;
  country?: string;
  specialization?: string;
  email?: string;
  presentation?: 'feminine' | 'masculine';
};

const categoryOf = new Map(
  skillCategories.flatMap((category) => category.specializations.map(({ id }) => [id, category.id] as const)),
);
const dayMs = 86_400_000;

/** The person with this number in this world: the same on every run, whatever was made before. */
export function seedFreelancer(seed: number, index: number, now: number, wish?: FreelancerWish): SeedFreelancer {
  const random = createRandom('freelancer', seed, index);
  const place = wish?.country ? places.find(({ country }) => country === wish.country)! : random.weighted(places);
  const craft = wish?.specialization
    ? crafts.find((c) => c.specialization === wish.specialization)!
    : random.weighted(crafts);
  const presentation = wish?.presentation ?? (random.chance(0.48) ? 'feminine' : 'masculine');
  const named = fullName(random, place, presentation);
  const name = wish?.name ?? named.name;
  const years = wish ? random.int(7, 14) : yearsOfWork(random);
  // Some people sign up and stop half-way; a search has to cope with them.
  const isSparse = !wish && random.chance(0.05);
  const role = roleOf(random, craft, years);
  const skillIds = skillsOf(random, craft, role, years);
  const { name: city, timezone } = random.pick(place.cities);
  const skills = skillIds.map((id) => findSkill(id)!.name);
  const voice: Voice = { craft, role, years, city, skills, now, results: random.sample(craft.results, 9) };
  const headline = headlineOf(random, voice);
  const overview = isSparse && random.chance(0.6) ? '' : overviewOf(random, voice);
  const career = careerOf(random, voice, place, isSparse);
  const portfolio = isSparse ? [] : portfolioOf(random, voice, skillIds);
  const standing = standingOf(random, {
    years,
    isSparse,
    isNamed: wish !== undefined,
    now,
    hasPortfolio: portfolio.length > 0,
  });
  return {
    id: `fr_${index.toString(36).padStart(5, '0')}${randomLetters(createRandom('id', seed, index), 11)}`,
    index,
    email: wish?.email ?? `${emailName(name)}.${index}@talent.example`,
    givenName: wish?.name?.split(' ')[0] ?? named.givenName,
    name,
    headline,
    overview,
    categoryId: categoryOf.get(craft.specialization)!,
    specializationIds: specializationsOf(craft, skillIds),
    skillIds,
    languages: languagesOf(random, place),
    country: place.country,
    city,
    timezone,
    hourlyRate: random.chance(wish ? 0 : 0.03) ? null : hourlyRateOf(random, craft.rate * place.rateFactor, years),
    engagement: random.weighted(engagements).value,
    availability: availabilityOf(random, now),
    ...career,
    portfolio,
    links: linksOf(random, emailName(name), craft),
    ...standing,
    visibility: wish ? 'public' : random.weighted(visibilities).value,
    portrait:
      isSparse && random.chance(0.7)
        ? null
        : {
            seed: `${seed}/${index}`,
            presentation,
            look: named.look,
            age: Math.min(68, 22 + years + random.int(0, 9)),
          },
  };
}

const engagements = [
  { value: 'either', weight: 6 },
  { value: 'hourly', weight: 3 },
  { value: 'fixedPrice', weight: 1 },
] as const;
const visibilities = [
  { value: 'public', weight: 84 },
  { value: 'signedIn', weight: 12 },
  { value: 'private', weight: 4 },
] as const;

function yearsOfWork(random: Random): number {
  return Math.max(1, Math.min(34, Math.round(8 + random.normal() * 5)));
}

function roleOf(random: Random, craft: Craft, years: number): string {
  const fitting = craft.roles.filter((role) => years >= 6 || !/^(Senior|Lead|Fractional|Interim)|lead$/u.test(role));
  return random.pick(fitting);
}

function skillsOf(random: Random, craft: Craft, role: string, years: number): string[] {
  const [anchor, ...rest] = random.pick(stacksFor(craft, role));
  const core = [anchor!, ...rest.filter(() => random.chance(0.9))];
  const wanted = Math.min(10, 3 + random.int(0, 4) + (years > 5 ? random.int(0, 3) : 0));
  return [...new Set([...core, ...random.sample(craft.extras, Math.max(0, wanted - core.length))])].slice(0, 10);
}

// A "PostgreSQL specialist" has the stack with PostgreSQL in it.
function stacksFor(craft: Craft, role: string): Craft['stacks'] {
  const stems = stemsOf(role);
  const scored = craft.stacks.map((stack) => ({ stack, score: stack.filter((id) => sharesStem(id, stems)).length }));
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => (best > 0 ? score > 0 : true)).map(({ stack }) => stack);
}

function specializationsOf(craft: Craft, skillIds: readonly string[]): string[] {
  const others = skillIds.map((id) => findSkill(id)!.specializationId).filter((id) => id !== craft.specialization);
  const often = [...new Set(others)].filter((id) => others.filter((other) => other === id).length >= 2);
  return [craft.specialization, ...often.slice(0, 2)];
}

// Round sums, as people ask for them: whole dollars below 30, fives above.
function hourlyRateOf(random: Random, middle: number, years: number): SeedFreelancer['hourlyRate'] {
  const experience = 0.62 + Math.min(years, 18) * 0.052;
  const asked = middle * experience * Math.exp(random.normal() * 0.22);
  const step = asked < 30 ? 1 : 5;
  return { amountMinor: Math.max(4, Math.round(asked / step) * step) * 100, currency: 'USD' };
}

function availabilityOf(random: Random, now: number): SeedFreelancer['availability'] {
  const hoursPerWeek = random.pick([40, 40, 40, 30, 30, 20, 20, 10]);
  const isFree = random.chance(0.55);
  const freeOn = now + random.int(3, 100) * dayMs;
  return {
    hoursPerWeek: isFree || random.chance(0.8) ? hoursPerWeek : 0,
    nextFreeDate: isFree ? null : new Date(freeOn).toISOString().slice(0, 10),
    openToOffers: isFree || random.chance(0.5),
  };
}

function linksOf(random: Random, handle: string, craft: Craft): SeedFreelancer['links'] {
  const plain = handle.replaceAll('.', '-');
  const kinds: SeedFreelancer['links'] = [{ kind: 'website', url: `https://${plain}.example` }];
  const shows = new Set(craft.works.map(({ picture }) => picture));
  if (shows.has('code')) kinds.push({ kind: 'github', url: `https://code.example/${plain}` });
  if (shows.has('poster') || shows.has('render'))
    kinds.push({ kind: 'behance', url: `https://gallery.example/${plain}` });
  return kinds.filter(() => random.chance(0.45));
}

function randomLetters(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.int(0, 35).toString(36)).join('');
}
