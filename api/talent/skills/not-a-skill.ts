import { normalizeSkillName, skillNameMaxLength } from './skill.ts';

export type NotASkill =
  | 'too_long'
  | 'no_letters'
  | 'address_or_amount'
  | 'company_size'
  | 'age_group'
  | 'experience_level'
  | 'device'
  | 'language'
  | 'industry'
  | 'too_vague';

/** Posts carry more under "Skills" than skills: who the company is, which device it is for, how good somebody must be. */
export function whyNotASkill(name: string): NotASkill | undefined {
  const text = normalizeSkillName(name);
  if (text.length > skillNameMaxLength) return 'too_long';
  if (!/\p{L}/u.test(text)) return 'no_letters';
  return wordsThatAreNoSkills.get(text.toLowerCase()) ?? patterns.find(([pattern]) => pattern.test(text))?.[1];
}

const patterns: [RegExp, NotASkill][] = [
  [/@|https?:|www\.|[$€£]\s?\d/iu, 'address_or_amount'],
  [/\bemployees$/iu, 'company_size'],
  [/^ages? \d/iu, 'age_group'],
  [/\bdialect$/iu, 'language'],
];

const wordsThatAreNoSkills = new Map<string, NotASkill>(
  Object.entries({
    experience_level: ['expert', 'intermediate', 'entry level', 'beginner', 'basic', 'advanced', 'senior', 'junior'],
    device: [
      'smartphone',
      'tablet',
      'smartwatch',
      'tv set',
      'personal computer',
      'gaming console',
      'camera',
      'printer',
      'macbook pro',
      'desktop',
      'laptop',
    ],
    language: [
      'arabic',
      'cantonese',
      'chinese',
      'dutch',
      'english',
      'french',
      'german',
      'hindi',
      'italian',
      'japanese',
      'korean',
      'mandarin',
      'polish',
      'portuguese',
      'russian',
      'spanish',
      'turkish',
      'ukrainian',
      'urdu',
    ],
    industry: [
      'construction',
      'energy & utilities',
      'fashion & beauty',
      'fintech',
      'manufacturing & construction',
      'nutrition',
      'real estate',
      'retail',
      'startup company',
      'tech & it',
      'telecommunications',
      'travel',
      'travel & hospitality',
      'wealth management',
      'wedding',
    ],
    too_vague: [
      'backup',
      'bot',
      'email',
      'game',
      'http',
      'job',
      'minimalist',
      'other',
      'puzzle',
      'script',
      'server',
      'skills',
      'software',
      'testing',
      'video',
      'website',
      'website asset',
      'wiki',
      'writing',
    ],
  } satisfies Partial<Record<NotASkill, string[]>>).flatMap(([reason, words]) =>
    words.map((word) => [word, reason as NotASkill]),
  ),
);
