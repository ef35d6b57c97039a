import { z } from '../../platform/http/routes.ts';
import { badges, languageLevels } from '../freelancers/freelancer.ts';
import { isTimeZone } from './overlap.ts';
import { availabilities, searchCurrency, searchTextMaxLength, talentSorts } from './talent-search.ts';

const slug = z.string().min(1).max(100);
const languagePattern = new RegExp(`^[a-z]{2,3}(:(${languageLevels.join('|')}))?$`);
const hourlyRate = z.number().int().min(0).max(100_000_000);

/** Each filter once, as JSON; the query-parameter form below is made from the same entries. */
const filters = {
  // Its length is judged by the route, so that the refusal has a name of its own.
  q: z.string().openapi({ maxLength: searchTextMaxLength, description: 'Words, unfinished or misspelled ones too' }),
  category: z.array(slug).max(20),
  skill: z.array(slug).max(20),
  skillMatch: z.enum(['all', 'any']).openapi({ description: 'Default all' }),
  rateMin: hourlyRate.openapi({ description: `Minor units of ${searchCurrency} per hour, inclusive` }),
  rateMax: hourlyRate.openapi({ description: `Minor units of ${searchCurrency} per hour, inclusive` }),
  jobSuccessMin: z.number().int().min(0).max(100),
  badge: z.array(z.enum(badges)).max(badges.length),
  country: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(60)
    .openapi({ description: 'ISO 3166-1 alpha-2' }),
  language: z
    .array(z.string().regex(languagePattern))
    .max(20)
    .openapi({ description: 'ISO 639 code, with a minimum level if wanted: de, de:fluent. Any of them' }),
  timezone: z
    .string()
    .max(64)
    .refine(isTimeZone, 'Not an IANA time zone')
    .openapi({ description: 'The asker’s IANA zone' }),
  overlapHours: z
    .number()
    .min(0.5)
    .max(8)
    .openapi({ description: 'At least so many hours of 09:00–17:00 local time shared with `timezone`' }),
  availability: z
    .array(z.enum(availabilities))
    .max(availabilities.length)
    .openapi({ description: 'now and within2Weeks are alternatives, so are the two hour ranges; both kinds combine' }),
  verified: z.boolean(),
  pool: z.array(z.string().min(1).max(64)).max(20),
  workedWithUs: z.boolean(),
  sort: z.enum(talentSorts).openapi({ description: 'Default bestMatch' }),
};

const paging = {
  limit: z.number().int().min(1).max(50).openapi({ description: 'Default 20' }),
  cursor: z.string().min(1).max(1000),
  facets: z.boolean().openapi({ description: 'false saves the counting; default true' }),
};

/** A search as JSON, without its page: what a saved search keeps. */
export const savedQuerySchema = consistent(z.strictObject(filters).partial());

export const talentSearchQuerySchema = consistent(z.strictObject({ ...filters, ...paging }).partial());

/** The same from query parameters, which are text; a list repeats its name. */
export const talentSearchParams = consistent(
  z
    .strictObject({
      ...filters,
      ...paging,
      category: listParam(filters.category),
      skill: listParam(filters.skill),
      rateMin: numberParam(filters.rateMin),
      rateMax: numberParam(filters.rateMax),
      jobSuccessMin: numberParam(filters.jobSuccessMin),
      badge: listParam(filters.badge),
      country: listParam(filters.country),
      language: listParam(filters.language),
      overlapHours: numberParam(filters.overlapHours),
      availability: listParam(filters.availability),
      verified: booleanParam(filters.verified),
      pool: listParam(filters.pool),
      workedWithUs: booleanParam(filters.workedWithUs),
      limit: numberParam(paging.limit),
      facets: booleanParam(paging.facets),
    })
    .partial(),
);

type Ranges = { rateMin?: number; rateMax?: number; overlapHours?: number; timezone?: string };

function consistent<T extends z.ZodType<Ranges>>(schema: T): T {
  return schema
    .refine(({ rateMin = 0, rateMax = Infinity }) => rateMin <= rateMax, {
      path: ['rateMax'],
      message: 'rateMax is below rateMin',
    })
    .refine(({ overlapHours, timezone }) => overlapHours === undefined || timezone !== undefined, {
      path: ['timezone'],
      message: 'overlapHours needs the timezone to share hours with',
    }) as T;
}

function listParam<T extends z.ZodType>(list: T) {
  return z.preprocess((value) => (typeof value === 'string' ? [value] : value), list);
}

function numberParam<T extends z.ZodType>(number: T) {
  return z.preprocess(
    (value) => (typeof value === 'string' && /^-?\d{1,12}(\.\d{1,6})?$/.test(value) ? Number(value) : value),
    number,
  );
}

function booleanParam<T extends z.ZodType>(boolean: T) {
  return z.preprocess((value) => (value === 'true' ? true : value === 'false' ? false : value), boolean);
}
