import { createRoute } from '@hono/zod-openapi';
import { json, problems, z } from '../../platform/http/routes.ts';
import { talentSearchParams, type talentSearchQuerySchema } from './query-schema.ts';
import { badges, facetNames, searchedFields, whySignals } from './talent-search.ts';

export type TalentSearchQuery = z.infer<typeof talentSearchQuerySchema>;

const skillRef = z.strictObject({ id: z.string(), name: z.string() });
const money = z.strictObject({ amountMinor: z.number().int(), currency: z.string().length(3) });

const facetValue = z.strictObject({
  value: z.string().openapi({ description: 'Repeat it as the filter’s value to select it' }),
  label: z.string().openapi({ description: 'In the language of Accept-Language' }),
  count: z.number().int(),
  selected: z.boolean(),
});

const highlight = z.strictObject({
  field: z.enum(searchedFields),
  text: z.string(),
  ranges: z.array(z.tuple([z.number().int(), z.number().int()])).openapi({
    description: 'UTF-16 offsets into text, half open',
  }),
});

export const talentHitSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    headline: z.string(),
    photoUrl: z.string().nullable(),
    country: z.string(),
    timezone: z.string(),
    hourlyRate: money.nullable(),
    jobSuccess: z.number().nullable(),
    badge: z.enum(badges).nullable(),
    verified: z.boolean(),
    availability: z.strictObject({
      hoursPerWeek: z.number(),
      nextFreeDate: z.string().nullable(),
      openToOffers: z.boolean(),
    }),
    skills: z.array(skillRef.extend({ matched: z.boolean() })),
    overviewExcerpt: z.string(),
    highlights: z.array(highlight),
    why: z.strictObject({ fields: z.array(z.enum(searchedFields)), signals: z.array(z.enum(whySignals)) }),
    saved: z.boolean(),
    pools: z.array(z.string()),
  })
  .openapi('TalentHit');

export const talentSearchResultSchema = z
  .strictObject({
    total: z.number().int(),
    items: z.array(talentHitSchema),
    facets: z.partialRecord(z.enum(facetNames), z.array(facetValue)),
    nextCursor: z.string().nullable(),
    corrected: z.array(z.strictObject({ from: z.string(), to: z.string() })).optional(),
    tookMs: z.number(),
  })
  .openapi('TalentSearchResult');

export type SkillRef = z.infer<typeof skillRef>;
export type TalentHit = z.infer<typeof talentHitSchema>;
export type TalentSearchResult = z.infer<typeof talentSearchResultSchema>;
export type FacetValue = z.infer<typeof facetValue>;

export const searchTalentRoute = createRoute({
  method: 'get',
  path: '/v1/talent/search',
  tags: ['Talent search'],
  summary: 'Find freelancers',
  description:
    'Words find their typing errors and beginnings. Facet counts are exact and respect every other filter. ' +
    'Without sign-in only public profiles are found.',
  request: { query: talentSearchParams },
  responses: { 200: json(talentSearchResultSchema, 'One page of hits'), ...problems(401, 403) },
});

export const talentSuggestionsSchema = z
  .strictObject({ skills: z.array(skillRef), queries: z.array(z.string()) })
  .openapi('TalentSuggestions');
export type TalentSuggestions = z.infer<typeof talentSuggestionsSchema>;

export const suggestTalentRoute = createRoute({
  method: 'get',
  path: '/v1/talent/suggestions',
  tags: ['Talent search'],
  summary: 'Skills and searches that begin with what was typed',
  request: { query: z.strictObject({ q: z.string() }) },
  responses: { 200: json(talentSuggestionsSchema, 'At most 8 skills and 5 searches'), ...problems(401, 403) },
});
