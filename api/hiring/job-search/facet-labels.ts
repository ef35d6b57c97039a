import { preferredLocale } from '../../platform/http/accept-language.ts';
import { findSkillCategory } from '../../talent/skills/taxonomy.ts';
import type { ExperienceLevel, JobDuration } from '../job-posts/job-post.ts';
import { type BudgetKind, jobSearchCurrency, type Reach } from './job-search.ts';

/** Words for facet values in the asker's language; names of countries, money and numbers come from Intl. */
export type JobFacetLabels = {
  category: (id: string) => string;
  country: (code: string) => string;
  kind: (kind: string) => string;
  duration: (duration: string) => string;
  level: (level: string) => string;
  reach: (reach: string) => string;
  /** Half open, in minor units. */
  budget: (min: number | null, max: number | null) => string;
  rate: (min: number) => string;
  /** Half open. */
  weeklyHours: (min: number | null, max: number | null) => string;
  connects: (min: number | null, max: number | null) => string;
  proposals: (range: string) => string;
  clientHires: (least: number) => string;
  postedWithin: (days: number) => string;
  openTo: (country: string) => string;
};

type Words = {
  kind: Record<BudgetKind, string>;
  duration: Record<JobDuration, string>;
  level: Record<ExperienceLevel, string>;
  reach: Record<Reach, string>;
  free: string;
  connects: string;
  hires: string;
  proposals: string;
  perHour: string;
  perWeek: string;
  last: (span: string) => string;
  openTo: (country: string) => string;
};

const words: Readonly<Record<string, Words>> = {
  en: {
    kind: { fixed: 'Fixed price', hourly: 'Hourly' },
    duration: {
      lessThan1Week: 'Less than a week',
      lessThan1Month: 'Less than a month',
      '1To3Months': '1 to 3 months',
      '3To6Months': '3 to 6 months',
      moreThan6Months: 'More than 6 months',
    },
    level: { entry: 'Entry', intermediate: 'Intermediate', expert: 'Expert' },
    reach: { invited: 'You are invited', pool: 'For your talent pools' },
    free: 'Free',
    connects: 'connects',
    hires: 'hires',
    proposals: 'proposals',
    perHour: '/h',
    perWeek: 'h a week',
    last: (span) => `Last ${span}`,
    openTo: (country) => `Open to ${country}`,
  },
  de: {
    kind: { fixed: 'Festpreis', hourly: 'Nach Stunden' },
    duration: {
      lessThan1Week: 'Unter einer Woche',
      lessThan1Month: 'Unter einem Monat',
      '1To3Months': '1 bis 3 Monate',
      '3To6Months': '3 bis 6 Monate',
      moreThan6Months: 'Über 6 Monate',
    },
    level: { entry: 'Einstieg', intermediate: 'Fortgeschritten', expert: 'Fachleute' },
    reach: { invited: 'Sie sind eingeladen', pool: 'Für Ihre Talentpools' },
    free: 'Kostenlos',
    connects: 'Connects',
    hires: 'Einstellungen',
    proposals: 'Bewerbungen',
    perHour: '/Std.',
    perWeek: 'Std. pro Woche',
    last: (span) => `Letzte ${span}`,
    openTo: (country) => `Offen für ${country}`,
  },
};

const madeByLocale = new Map<string, JobFacetLabels>();
/** The bound keeps strangers from filling memory with made-up languages. */
const madeMax = 200;

/** @param acceptLanguage the header as sent */
export function jobFacetLabels(acceptLanguage: string | undefined): JobFacetLabels {
  const locale = preferredLocale(acceptLanguage?.slice(0, 200) ?? '');
  const known = madeByLocale.get(locale);
  if (known) return known;
  const made = labelsIn(locale);
  if (madeByLocale.size < madeMax) madeByLocale.set(locale, made);
  return made;
}

function labelsIn(locale: string): JobFacetLabels {
  const word = words[new Intl.Locale(locale).language] ?? words.en!;
  const regions = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const number = new Intl.NumberFormat(locale);
  const days = new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' });
  const hours = new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'long' });
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: jobSearchCurrency,
    maximumFractionDigits: 0,
  });
  const country = (code: string) => regions.of(code) ?? code;
  const wholes = (min: number | null, max: number | null) => {
    const last = max === null ? null : max - 1;
    if (min === null) return `≤ ${number.format(last!)}`;
    return last === null ? `≥ ${number.format(min)}` : number.formatRange(min, last);
  };
  const budget = rememberedRange((min, max) => {
    if (min === null) return `< ${money.format(max! / 100)}`;
    return max === null ? `≥ ${money.format(min / 100)}` : money.formatRange(min / 100, max / 100);
  });
  const rate = rememberedRange((min) => `≥ ${money.format(min! / 100)}${word.perHour}`);
  const weeklyHours = rememberedRange((min, max) => `${wholes(min, max)} ${word.perWeek}`);
  const connects = rememberedRange((min, max) => (min === null ? word.free : `${wholes(min, max)} ${word.connects}`));
  return {
    category: (id) => findSkillCategory(id)?.name ?? id,
    country,
    kind: (kind) => word.kind[kind as BudgetKind],
    duration: (duration) => word.duration[duration as JobDuration],
    level: (level) => word.level[level as ExperienceLevel],
    reach: (reach) => word.reach[reach as Reach],
    budget,
    rate: (min) => rate(min, null),
    weeklyHours,
    connects,
    proposals: (range) => {
      const [least, most] = range.split('-');
      return `${most ? number.formatRange(Number(least), Number(most)) : `≥ ${number.format(Number(least))}`} ${word.proposals}`;
    },
    clientHires: (least) => `≥ ${number.format(least)} ${word.hires}`,
    postedWithin: (count) => word.last(count === 1 ? hours.format(24) : days.format(count)),
    openTo: (code) => word.openTo(country(code)),
  };
}

/** Formatting a range is dear, and the facets have few. */
function rememberedRange(label: (min: number | null, max: number | null) => string) {
  const known = new Map<string, string>();
  return (min: number | null, max: number | null): string => {
    const key = `${min} ${max}`;
    const text = known.get(key) ?? label(min, max);
    known.set(key, text);
    return text;
  };
}
