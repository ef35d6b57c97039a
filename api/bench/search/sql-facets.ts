import { type FacetName, facetNames, jobSuccessEdges, rateEdges, type TaskFilters } from './search-tasks.ts';

/** The same tables in SQLite and PostgreSQL; the full-text part is each engine's own. */
export const profileTables = `
  create table profile (number integer primary key, id text not null, category text, country text, badge text, availability text,
    "rateMinor" integer, "jobSuccess" integer, verified integer, private integer, quality real);
  create table "profileSkill" (number integer not null, skill text not null);
  create table "profileLanguage" (number integer not null, language text not null)`;

export const profileIndexes = `
  create index "profileSkillNumber" on "profileSkill" (number, skill);
  create index "profileLanguageNumber" on "profileLanguage" (number, language)`;

const columns: Record<FacetName, string> = {
  category: 'category',
  skill: 'skill',
  rate: bucketSql('"rateMinor"', rateEdges),
  jobSuccess: bucketSql('"jobSuccess"', jobSuccessEdges),
  badge: 'badge',
  country: 'country',
  language: 'language',
  availability: 'availability',
  verified: "case when verified = 1 then 'true' end",
};
const joins: Partial<Record<FacetName, string>> = {
  skill: ' join "profileSkill" using (number)',
  language: ' join "profileLanguage" using (number)',
};

/** One statement for total and all facets over the table or subquery `hit` (profile columns): each facet without its own filter. */
export function facetSql(filters: TaskFilters): string {
  const parts = facetNames.map((name) => {
    const from = `hit${joins[name] ?? ''}`;
    const value = columns[name];
    const where = [...filterSql(filters, name), `${value} is not null`].join(' and ');
    const limit = name === 'skill' ? ' order by 3 desc limit 50' : '';
    const select = `select '${name}' as facet, cast(${value} as text) as value, count(*) as count from ${from} where ${where} group by 2${limit}`;
    return `select * from (${select}) as "${name}Counts"`;
  });
  const total = `select 'total' as facet, '' as value, count(*) as count from hit where ${allOf(filterSql(filters))}`;
  return [total, ...parts].join('\nunion all ');
}

export function allOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? '1 = 1' : conditions.join(' and ');
}

/** The values are the bench's own constants, so they may stand in the statement. */
export function filterSql(filters: TaskFilters, except?: FacetName): string[] {
  const list = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');
  const conditions: string[] = [];
  if (filters.category && except !== 'category') conditions.push(`category in (${list(filters.category)})`);
  if (filters.country && except !== 'country') conditions.push(`country in (${list(filters.country)})`);
  if (filters.rate && except !== 'rate')
    conditions.push(`"rateMinor" between ${filters.rate.min} and ${filters.rate.max}`);
  if (filters.verified && except !== 'verified') conditions.push('verified = 1');
  return conditions;
}

export function answerFacets(rows: readonly { facet: string; value: string; count: number }[]) {
  const facets = Object.fromEntries(facetNames.map((name) => [name, new Map<string, number>()])) as Record<
    FacetName,
    Map<string, number>
  >;
  let total = 0;
  for (const { facet, value, count } of rows) {
    if (facet === 'total') total = Number(count);
    else facets[facet as FacetName].set(value, Number(count));
  }
  return { total, facets };
}

function bucketSql(column: string, edges: readonly number[]): string {
  return `case ${edges.map((edge, at) => `when ${column} < ${edge} then ${at}`).join(' ')} when ${column} is not null then ${edges.length} end`;
}
