import { countryName, formatMoney, languageName } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import type { SearchState } from './search-url.ts';

/** A search in words, for its card and as the name that saving it proposes. */
export function describeSearch(search: SearchState): string {
  const parts = [
    search.q && `“${search.q}”`,
    ...(search.skill ?? []).map(spelled),
    ...(search.category ?? []).map(spelled),
    ...(search.country ?? []).map(countryName),
    ...(search.language ?? []).map((language) => languageName(language.split(':')[0] ?? language)),
    rate(search),
    search.jobSuccessMin && t('search.jobSuccessFrom', { percent: search.jobSuccessMin }),
    ...(search.badge ?? []).map((badge) => wordsFor('badge', badge) ?? badge),
    ...(search.availability ?? []).map((when) => wordsFor('search.availability', when) ?? when),
    search.verified && t('search.verified'),
    search.workedWithUs && t('search.workedWithUs'),
    search.overlapHours && t('search.overlap', { hours: search.overlapHours }),
  ];
  return parts.filter(Boolean).join(', ') || t('search.everybody');
}

/** `data-ai` → "Data ai": a slug is readable, its exact name is on the page it leads to. */
const spelled = (slug: string): string => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');

function rate({ rateMin, rateMax }: SearchState): string | undefined {
  const usd = (amountMinor: number) => formatMoney({ amountMinor, currency: 'USD' });
  if (rateMin !== undefined && rateMax !== undefined)
    return t('search.rateBetween', { min: usd(rateMin), max: usd(rateMax) });
  if (rateMin !== undefined) return t('search.rateFrom', { min: usd(rateMin) });
  if (rateMax !== undefined) return t('search.rateTo', { max: usd(rateMax) });
  return undefined;
}
