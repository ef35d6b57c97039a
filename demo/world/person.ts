import type { Look, Place } from './places/place.ts';
import { places } from './places/places.ts';
import type { Random } from './random.ts';
import type { SeedFreelancer } from './world.ts';

/** A name as people of the place have it; where many moved to, often a name from elsewhere. */
export function fullName(
  random: Random,
  place: Place,
  presentation: 'feminine' | 'masculine',
): { givenName: string; name: string; look: Look } {
  const roots = random.chance(place.newcomers) ? random.weighted(places) : place;
  const given = random.pick(presentation === 'feminine' ? roots.women : roots.men);
  const families = random.sample(roots.families, roots.twoFamilyNames && random.chance(0.8) ? 2 : 1);
  // Children of people who moved often carry a first name of the new country.
  const givenName =
    roots !== place && random.chance(0.35) ? random.pick(presentation === 'feminine' ? place.women : place.men) : given;
  return { givenName, name: [givenName, ...endings(roots, presentation, families)].join(' '), look: roots.look };
}

// Polish family names in -ski and -cki have a feminine form.
function endings(roots: Place, presentation: string, families: string[]): string[] {
  if (roots.country !== 'PL' || presentation !== 'feminine') return families;
  return families.map((family) => family.replace(/(s|c|dz)ki$/u, '$1ka'));
}

export function languagesOf(random: Random, place: Place): SeedFreelancer['languages'] {
  const [mother = 'en', ...neighbours] = place.languages;
  const languages = new Map<string, SeedFreelancer['languages'][number]['level']>([[mother, 'native']]);
  if (!languages.has('en')) languages.set('en', random.weighted(englishLevels).level);
  for (const language of neighbours)
    if (random.chance(0.45) && !languages.has(language)) languages.set(language, 'fluent');
  if (random.chance(0.3)) {
    const learned = random.pick(learnedLanguages);
    if (!languages.has(learned))
      languages.set(learned, random.pick(['basic', 'conversational', 'conversational', 'fluent']));
  }
  return [...languages].map(([language, level]) => ({ language, level }));
}

const englishLevels = [
  { level: 'fluent', weight: 62 },
  { level: 'conversational', weight: 30 },
  { level: 'basic', weight: 6 },
  { level: 'native', weight: 2 },
] as const;
const learnedLanguages = ['es', 'fr', 'de', 'it', 'pt', 'ja', 'zh', 'ar', 'nl', 'ru', 'ko', 'tr'];

export function emailName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}’']/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .replace(/[łŁ]/gu, 'l')
    .replace(/[øØ]/gu, 'o')
    .replace(/ß/gu, 'ss')
    .replace(/ı/gu, 'i')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '.')
    .replace(/\.(?=\.)|^\.|\.$/gu, '');
}
