/** Profiles with the statistics of a real marketplace: skills and words follow Zipf's law, texts have real lengths. */
export type MadeProfile = {
  readonly id: string;
  readonly name: string;
  readonly headline: string;
  readonly skills: readonly string[];
  readonly overview: string;
  readonly portfolio: string;
  readonly category: string;
  readonly country: string;
  readonly badge: string | null;
  readonly languages: readonly string[];
  readonly availability: string;
  readonly rateMinor: number;
  readonly jobSuccess: number | null;
  readonly isVerified: boolean;
  readonly isPrivate: boolean;
  readonly pools: readonly string[];
  readonly quality: number;
  readonly updatedAt: number;
};

const technologies =
  `react node.js python java typescript angular vue.js c++ c# .net go rust php laravel django spring kubernetes docker aws azure terraform
postgresql mongodb redis graphql kotlin swift flutter android ios figma photoshop illustrator webflow wordpress shopify magento salesforce hubspot seo
copywriting translation bookkeeping excel powerbi tableau spark kafka airflow pytorch tensorflow unity unreal blender solidity selenium cypress jest
jenkins ansible linux networking security penetration-testing branding animation video podcast illustration packaging accounting payroll tax legal
contracts recruiting onboarding support zendesk intercom notion asana jira scrum product analytics growth email advertising linkedin amazon etsy`.split(
    /\s+/,
  );
const specialties = [
  '',
  'development',
  'testing',
  'consulting',
  'automation',
  'design',
  'migration',
  'integration',
  'training',
  'audit',
  'strategy',
];
const roles = [
  'developer',
  'engineer',
  'designer',
  'consultant',
  'specialist',
  'expert',
  'manager',
  'analyst',
  'architect',
  'writer',
];
const plainWords =
  `experience team project client business work years help build quality delivery software design web mobile data platform communication
remote support modern clean fast reliable senior full-stack front-end back-end cloud startup enterprise agile development developer management solution`.split(
    /\s+/,
  );
const categories = [
  'web',
  'mobile',
  'data',
  'design',
  'writing',
  'marketing',
  'finance',
  'legal',
  'admin',
  'support',
  'engineering',
  'security',
];
const countries =
  `US IN PK UA GB PH BD DE CA BR PL RO ES IT FR NG KE EG AR MX CO VN ID TR RS PT NL SE AU ZA NZ JP KR CN MY SG TH LK NP GE AM BG HR CZ
HU GR IE DK NO FI EE LV LT CH AT BE IL AE SA MA TN GH UG PE CL`.split(/\s+/);
const languages = ['en', 'es', 'de', 'fr', 'pt', 'hi', 'ar', 'uk', 'zh', 'ja', 'it', 'pl'];
const levels = ['basic', 'conversational', 'fluent', 'native'];
const syllables =
  'ba be bi bo ca ce co da de di do fa fe fi ga ge go ha he hi ja jo ka ke ki la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so ta te ti to va ve vi wa we za ze'.split(
    ' ',
  );

export const skillNames = specialties.flatMap((specialty) =>
  technologies.map((name) => (specialty ? `${name} ${specialty}` : name)),
);

export type Random = () => number;

/** Mulberry32: small, fast and the same everywhere. */
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function* madeProfiles(count: number): Generator<MadeProfile> {
  const random = seededRandom(2026);
  const vocabulary = [...plainWords, ...Array.from({ length: 60_000 }, () => madeWord(random))];
  const surnames = Array.from({ length: 20_000 }, () => capitalized(madeWord(random)));
  const givenNames = Array.from({ length: 3_000 }, () => capitalized(madeWord(random)));
  const word = zipf(random, vocabulary, 1.05);
  const skill = zipf(random, skillNames, 0.9);
  const category = zipf(random, categories, 0.7);
  const country = zipf(random, countries, 0.9);
  const language = zipf(random, languages, 1);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  for (let number = 0; number < count; number++) {
    const skills = [...new Set(Array.from({ length: 4 + Math.floor(random() * 9) }, skill))];
    const role = pick(roles);
    const text = (length: number) => Array.from({ length }, () => (random() < 0.06 ? skill() : word())).join(' ');
    const spoken = [...new Set(['en', ...Array.from({ length: Math.floor(random() * 3) }, language)])];
    yield {
      id: `fr_${number.toString(36).padStart(6, '0')}`,
      name: `${pick(givenNames)} ${pick(surnames)}`,
      headline: `${pick(['Senior', 'Expert', 'Freelance', 'Full-stack'])} ${skills[0]} ${role}, ${skills[1] ?? word()}`,
      skills,
      overview: `I am a ${role} with ${2 + Math.floor(random() * 15)} years of experience. ${text(40 + Math.floor(random() * 70))}.`,
      portfolio: text(10 + Math.floor(random() * 25)),
      category: category(),
      country: country(),
      badge: random() < 0.6 ? null : pick(['risingTalent', 'topRated', 'topRatedPlus', 'expertVetted']),
      languages: spoken.flatMap((one) =>
        levels.slice(0, 1 + Math.floor(random() * 4)).map((level) => `${one}:${level}`),
      ),
      availability: pick(['now', 'within2Weeks', 'moreThan30h', 'lessThan30h']),
      rateMinor: 500 * Math.round(2 + 40 * random() ** 2),
      jobSuccess: random() < 0.3 ? null : 60 + Math.floor(40 * random() ** 0.5),
      isVerified: random() < 0.4,
      isPrivate: random() < 0.05,
      pools: random() < 0.02 ? [pick(['pl_a', 'pl_b', 'pl_c', 'pl_d', 'pl_e'])] : [],
      quality: Math.round(1000 * random() ** 0.7) / 1000,
      updatedAt: 1_700_000_000_000 + Math.floor(random() * 5e10),
    };
  }
}

/** Draws the n-th entry with a probability of 1 / (n + 2) ** exponent, by binary search in the cumulated weights. */
function zipf<T>(random: Random, entries: readonly T[], exponent: number): () => T {
  const cumulated = new Float64Array(entries.length);
  let sum = 0;
  for (let at = 0; at < entries.length; at++) {
    sum += 1 / (at + 2) ** exponent;
    cumulated[at] = sum;
  }
  return () => {
    const wanted = random() * sum;
    let [low, high] = [0, entries.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (cumulated[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return entries[low]!;
  };
}

function madeWord(random: Random): string {
  const length = 2 + Math.floor(random() * 3);
  return (
    Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)]!).join('') +
    (random() < 0.4 ? 'n' : '')
  );
}

function capitalized(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}
