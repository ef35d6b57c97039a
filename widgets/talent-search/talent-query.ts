import type { TalentSearchQuery } from '@portico/api/talent/search/schema.ts';
import type { FacetName } from '@portico/api/talent/search/talent-search.ts';

/** What a host may set: a query without its words and page. */
export type TalentFilters = Omit<TalentSearchQuery, 'q' | 'limit' | 'cursor' | 'facets'>;

/** Side by side at most; the API refuses more. */
export const compareMax = 4;

/** Facets of which one step at most is chosen; of the others as many as wanted. */
export const isSingle = (facet: FacetName): boolean => ['rate', 'jobSuccess', 'overlap'].includes(facet);

/** Query parameters in a fixed order, lists repeated, nothing empty: equal queries give equal text. */
export function queryParams(query: TalentSearchQuery): URLSearchParams {
  const given = Object.entries(query).flatMap(([name, value]) =>
    [value ?? []].flat().map((each): [string, string] => [name, String(each)]),
  );
  const params = new URLSearchParams(given);
  params.sort();
  return params;
}

export function chosenValues({ rateMin, rateMax, ...filters }: TalentFilters, facet: FacetName): string[] {
  if (facet === 'rate') return (rateMin ?? rateMax) === undefined ? [] : [`${rateMin ?? ''}-${rateMax ?? ''}`];
  return [filters[parameter(facet)] || []].flat().map(String);
}

/** The filters after somebody chose, or gave up, one value of one facet. */
export function withFacet(filters: TalentFilters, facet: FacetName, value: string, chosen: boolean): TalentFilters {
  if (facet === 'rate') {
    const [rateMin, rateMax] = value.split('-').map((edge) => (chosen && edge ? Number(edge) : undefined));
    return { ...filters, rateMin, rateMax };
  }
  const name = parameter(facet);
  if (isSingle(facet)) return { ...filters, [name]: chosen ? Number(value) : undefined };
  if (value === 'true') return { ...filters, [name]: chosen || undefined };
  const others = chosenValues(filters, facet).filter((each) => each !== value);
  return { ...filters, [name]: chosen ? [...others, value] : others };
}

const parameter = (facet: Exclude<FacetName, 'rate'>) =>
  facet === 'jobSuccess' ? 'jobSuccessMin' : facet === 'overlap' ? 'overlapHours' : facet;
