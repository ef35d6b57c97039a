import type { FacetName, TalentSearchQuery } from './wire.ts';

/** What a host may set and what `hire-search` reports: a query without its words and page. */
export type TalentFilters = Omit<TalentSearchQuery, 'q' | 'limit' | 'cursor' | 'facets'>;

/** How each facet is asked: many values, one of several steps, or yes. */
export const facetControls: readonly { name: FacetName; kind: 'many' | 'one' | 'flag' }[] = [
  { name: 'category', kind: 'many' },
  { name: 'skill', kind: 'many' },
  { name: 'rate', kind: 'one' },
  { name: 'jobSuccess', kind: 'one' },
  { name: 'badge', kind: 'many' },
  { name: 'availability', kind: 'many' },
  { name: 'verified', kind: 'flag' },
  { name: 'workedWithUs', kind: 'flag' },
  { name: 'pool', kind: 'many' },
  { name: 'country', kind: 'many' },
  { name: 'overlap', kind: 'one' },
  { name: 'language', kind: 'many' },
];

type Chosen = { facet: FacetName; value: string };

/** Query parameters in a fixed order, lists repeated, nothing empty: equal queries give equal text. */
export function queryParams(query: TalentSearchQuery): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query).sort(([one], [other]) => (one < other ? -1 : 1))) {
    for (const each of [value].flat()) {
      if (each !== undefined && each !== '') params.append(name, String(each));
    }
  }
  return params;
}

export function chosenFilters(filters: TalentFilters): Chosen[] {
  return facetControls.flatMap(({ name }) => chosenValues(filters, name).map((value) => ({ facet: name, value })));
}

export function chosenValues(filters: TalentFilters, facet: FacetName): string[] {
  switch (facet) {
    case 'rate':
      return filters.rateMin === undefined && filters.rateMax === undefined
        ? []
        : [`${filters.rateMin ?? ''}-${filters.rateMax ?? ''}`];
    case 'jobSuccess':
      return filters.jobSuccessMin === undefined ? [] : [String(filters.jobSuccessMin)];
    case 'overlap':
      return filters.overlapHours === undefined ? [] : [String(filters.overlapHours)];
    case 'verified':
    case 'workedWithUs':
      return filters[facet] ? ['true'] : [];
    default:
      return filters[facet] ?? [];
  }
}

/** The filters after somebody chose or gave up one value of one facet. */
export function withFacet(filters: TalentFilters, { facet, value }: Chosen, chosen: boolean): TalentFilters {
  switch (facet) {
    case 'rate': {
      const [from, to] = value.split('-').map((edge) => (edge ? Number(edge) : undefined));
      return { ...filters, rateMin: chosen ? from : undefined, rateMax: chosen ? to : undefined };
    }
    case 'jobSuccess':
      return { ...filters, jobSuccessMin: chosen ? Number(value) : undefined };
    case 'overlap':
      return {
        ...filters,
        overlapHours: chosen ? Number(value) : undefined,
        timezone: chosen ? (filters.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone) : undefined,
      };
    case 'verified':
    case 'workedWithUs':
      return { ...filters, [facet]: chosen || undefined };
    default: {
      const others = chosenValues(filters, facet).filter((each) => each !== value);
      const values = chosen ? [...others, value] : others;
      return { ...filters, [facet]: values.length ? values : undefined };
    }
  }
}

export const withoutFacets = ({ sort }: TalentFilters): TalentFilters => ({ sort });
