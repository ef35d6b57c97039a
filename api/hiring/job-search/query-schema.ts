import { z } from '../../platform/http/routes.ts';
import { durations, experienceLevels } from '../job-posts/job-post.ts';
import {
  budgetKinds,
  jobSearchCurrency,
  jobSearchTextMaxLength,
  jobSorts,
  proposalRanges,
  reaches,
} from './job-search.ts';

const slug = z.string().min(1).max(100);
const money = z
  .number()
  .int()
  .min(0)
  .max(1_000_000_000_000)
  .openapi({ description: `Minor units of ${jobSearchCurrency}, inclusive` });
const country = z.string().regex(/^[A-Z]{2}$/);

const ranges = [
  ['budgetMin', 'budgetMax'],
  ['rateMin', 'rateMax'],
  ['weeklyHoursMin', 'weeklyHoursMax'],
  ['connectsMin', 'connectsMax'],
] as const;

type Ranges = Partial<Record<(typeof ranges)[number][number], number>>;

/** Each filter once, as JSON; the query-parameter form below is made from the same entries. */
const filters = {
  // Its length is judged by the route, so that the refusal has a name of its own.
  q: z.string().openapi({ maxLength: jobSearchTextMaxLength, description: 'Words, unfinished or misspelled ones too' }),
  category: z.array(slug).max(20),
  skill: z.array(slug).max(20),
  skillMatch: z.enum(['all', 'any']).openapi({ description: 'Default all' }),
  kind: z.array(z.enum(budgetKinds)).max(budgetKinds.length),
  budgetMin: money,
  budgetMax: money,
  rateMin: money.openapi({ description: 'Posts whose hourly range reaches this rate' }),
  rateMax: money.openapi({ description: 'Posts whose hourly range begins at or below this rate' }),
  duration: z.array(z.enum(durations)).max(durations.length),
  weeklyHoursMin: z.number().int().min(0).max(168),
  weeklyHoursMax: z.number().int().min(0).max(168),
  level: z.array(z.enum(experienceLevels)).max(experienceLevels.length),
  clientCountry: z.array(country).max(60).openapi({ description: 'ISO 3166-1 alpha-2' }),
  clientHiresMin: z.number().int().min(0).max(1_000_000).openapi({ description: 'People this client has hired here' }),
  connectsMin: z.number().int().min(0).max(1000),
  connectsMax: z
    .number()
    .int()
    .min(0)
    .max(1000)
    .openapi({ description: 'Price of a proposal; an invitation makes it free and is not reckoned with here' }),
  proposals: z.array(z.enum(proposalRanges)).max(proposalRanges.length),
  postedWithinDays: z.number().int().min(1).max(365),
  reach: z
    .array(z.enum(reaches))
    .max(reaches.length)
    .openapi({ description: 'Only posts that the asker was invited to, or that are for a pool of theirs' }),
  openTo: country.openapi({ description: 'Leaves out posts limited to other countries' }),
  includeHidden: z.boolean().openapi({ description: 'Also what the asker marked as not interesting; default false' }),
  sort: z.enum(jobSorts).openapi({ description: 'Default bestMatch' }),
};

export const jobPaging = {
  limit: z.number().int().min(1).max(50).openapi({ description: 'Default 20' }),
  cursor: z.string().min(1).max(1000),
};
const counting = { facets: z.boolean().openapi({ description: 'false saves the counting; default true' }) };

/** A search as JSON, without its page: what a saved search keeps. */
export const savedJobQuerySchema = consistent(z.strictObject(filters).partial());

export const jobSearchQuerySchema = consistent(z.strictObject({ ...filters, ...jobPaging, ...counting }).partial());

export const jobPagingParams = { limit: numberParam(jobPaging.limit), cursor: jobPaging.cursor };

/** The same from query parameters, which are text; a list repeats its name. */
export const jobSearchParams = consistent(
  z
    .strictObject({
      ...filters,
      ...jobPagingParams,
      category: listParam(filters.category),
      skill: listParam(filters.skill),
      kind: listParam(filters.kind),
      budgetMin: numberParam(filters.budgetMin),
      budgetMax: numberParam(filters.budgetMax),
      rateMin: numberParam(filters.rateMin),
      rateMax: numberParam(filters.rateMax),
      duration: listParam(filters.duration),
      weeklyHoursMin: numberParam(filters.weeklyHoursMin),
      weeklyHoursMax: numberParam(filters.weeklyHoursMax),
      level: listParam(filters.level),
      clientCountry: listParam(filters.clientCountry),
      clientHiresMin: numberParam(filters.clientHiresMin),
      connectsMin: numberParam(filters.connectsMin),
      connectsMax: numberParam(filters.connectsMax),
      proposals: listParam(filters.proposals),
      postedWithinDays: numberParam(filters.postedWithinDays),
      reach: listParam(filters.reach),
      includeHidden: booleanParam(filters.includeHidden),
      facets: booleanParam(counting.facets),
    })
    .partial(),
);

function consistent<T extends z.ZodType<Ranges>>(schema: T): T {
  return ranges.reduce<z.ZodType<Ranges>>(
    (checked, [least, most]) =>
      checked.refine((query) => (query[least] ?? 0) <= (query[most] ?? Number.POSITIVE_INFINITY), {
        path: [most],
        message: `${most} is below ${least}`,
      }),
    schema,
  ) as T;
}

function listParam<T extends z.ZodType>(list: T) {
  return z.preprocess((value) => (typeof value === 'string' ? [value] : value), list);
}

function numberParam<T extends z.ZodType>(number: T) {
  return z.preprocess(
    (value) => (typeof value === 'string' && /^-?\d{1,15}(\.\d{1,6})?$/.test(value) ? Number(value) : value),
    number,
  );
}

function booleanParam<T extends z.ZodType>(boolean: T) {
  return z.preprocess((value) => (value === 'true' ? true : value === 'false' ? false : value), boolean);
}
