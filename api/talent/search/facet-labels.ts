import { preferredLocale } from '../../platform/http/accept-language.ts';
import type { Badge, LanguageLevel } from '../freelancers/freelancer.ts';
import { findSkillCategory } from '../skills/taxonomy.ts';
import { searchCurrency, type TalentAvailability } from './talent-search.ts';

/** Words for facet values in the asker's language; names of places, languages, money and numbers come from Intl. */
export type FacetLabels = {
  category: (id: string) => string;
  country: (code: string) => string;
  language: (code: string) => string;
  languageLevel: (codeAndLevel: string) => string;
  badge: (badge: string) => string;
  availability: (availability: TalentAvailability) => string;
  rate: (min: number | null, max: number | null) => string;
  jobSuccess: (percent: number) => string;
  overlap: (hours: number) => string;
  verified: string;
  workedWithUs: string;
};

type Words = {
  badge: Record<Badge, string>;
  availability: Record<TalentAvailability, string>;
  level: Record<LanguageLevel, string>;
  verified: string;
  workedWithUs: string;
};

const words: Readonly<Record<string, Words>> = {
  en: {
    badge: {
      risingTalent: 'Rising Talent',
      topRated: 'Top Rated',
      topRatedPlus: 'Top Rated Plus',
      expertVetted: 'Expert-Vetted',
    },
    availability: {
      now: 'Free now',
      within2Weeks: 'Free within 2 weeks',
      moreThan30h: '30 hours a week or more',
      lessThan30h: 'Less than 30 hours a week',
    },
    level: { basic: 'basic', conversational: 'conversational', fluent: 'fluent', native: 'native' },
    verified: 'Identity verified',
    workedWithUs: 'Worked with us',
  },
  de: {
    badge: {
      risingTalent: 'Aufsteigendes Talent',
      topRated: 'Top bewertet',
      topRatedPlus: 'Top bewertet Plus',
      expertVetted: 'Von Fachleuten geprüft',
    },
    availability: {
      now: 'Sofort frei',
      within2Weeks: 'Innerhalb von 2 Wochen frei',
      moreThan30h: '30 Stunden pro Woche oder mehr',
      lessThan30h: 'Weniger als 30 Stunden pro Woche',
    },
    level: { basic: 'Grundkenntnisse', conversational: 'gut', fluent: 'fließend', native: 'Muttersprache' },
    verified: 'Identität geprüft',
    workedWithUs: 'Hat mit uns gearbeitet',
  },
  ar: {
    badge: {
      risingTalent: 'موهبة صاعدة',
      topRated: 'الأعلى تقييمًا',
      topRatedPlus: 'الأعلى تقييمًا بلس',
      expertVetted: 'معتمد من الخبراء',
    },
    availability: {
      now: 'متاح الآن',
      within2Weeks: 'متاح خلال أسبوعين',
      moreThan30h: '30 ساعة أسبوعيًا أو أكثر',
      lessThan30h: 'أقل من 30 ساعة أسبوعيًا',
    },
    level: { basic: 'مبتدئ', conversational: 'محادثة', fluent: 'طليق', native: 'اللغة الأم' },
    verified: 'هوية موثقة',
    workedWithUs: 'عمل معنا',
  },
};

const [madeByLocale, madeByHeader] = [new Map<string, FacetLabels>(), new Map<string, FacetLabels>()];
const madeMax = 200;
const rememberedMax = 500;

/** @param acceptLanguage the header as sent; anything unreadable in it is passed over */
export function facetLabels(acceptLanguage: string | undefined): FacetLabels {
  const header = acceptLanguage?.slice(0, 200) ?? '';
  return remembered(madeByHeader, madeMax, header, () =>
    remembered(madeByLocale, madeMax, preferredLocale(header), labelsIn),
  );
}

function labelsIn(locale: string): FacetLabels {
  const word = words[new Intl.Locale(locale).language] ?? words.en!;
  const regions = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: searchCurrency,
    maximumFractionDigits: 0,
  });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const hours = new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'long' });
  const countryName = rememberedNames((code) => regions.of(code) ?? code);
  const languageName = rememberedNames((code) => languages.of(code) ?? code);
  const rateText = rememberedNames((range) => {
    const [min = '', max = ''] = range.split('-');
    if (min === '') return `< ${money.format(Number(max) / 100)}`;
    return max === ''
      ? `≥ ${money.format(Number(min) / 100)}`
      : money.formatRange(Number(min) / 100, Number(max) / 100);
  });
  const percentText = rememberedNames((value) => `≥ ${percent.format(Number(value) / 100)}`);
  return {
    category: (id) => findSkillCategory(id)?.name ?? id,
    country: countryName,
    language: languageName,
    languageLevel: (value) => {
      const [code = '', level] = value.split(':');
      return level ? `${languageName(code)} (${word.level[level as LanguageLevel]})` : languageName(code);
    },
    badge: (badge) => word.badge[badge as Badge],
    availability: (availability) => word.availability[availability],
    rate: (min, max) => rateText(`${min ?? ''}-${max ?? ''}`),
    jobSuccess: (value) => percentText(String(value)),
    overlap: (value) => `≥ ${hours.format(value)}`,
    verified: word.verified,
    workedWithUs: word.workedWithUs,
  };
}

function rememberedNames(nameOf: (key: string) => string): (key: string) => string {
  const known = new Map<string, string>();
  return (key) => remembered(known, rememberedMax, key, nameOf);
}

/** Intl is dear to set up and to ask. The bound keeps strangers from filling memory with made-up keys. */
function remembered<T>(known: Map<string, T>, max: number, key: string, make: (key: string) => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make(key);
  if (known.size < max) known.set(key, made);
  return made;
}
