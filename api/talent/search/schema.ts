import { createRoute } from '@hono/zod-openapi';
import { moneySchema } from '../../money/schema.ts';
import { json, problems, z } from '../../platform/http/routes.ts';
import { availabilitySchema, badgeSchema, freelancerProfileSchema, skillRefSchema } from '../freelancers/schema.ts';
import { talentSearchParams, type talentSearchQuerySchema } from './query-schema.ts';
import { compareMax, facetNames, searchedFields, whySignals } from './talent-search.ts';

export type TalentSearchQuery = z.infer<typeof talentSearchQuerySchema>;

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
    hourlyRate: moneySchema.nullable(),
    jobSuccess: z.number().nullable(),
    badge: badgeSchema.nullable(),
    verified: z.boolean(),
    availability: availabilitySchema,
    skills: z.array(skillRefSchema.extend({ matched: z.boolean() })),
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
  .strictObject({ skills: z.array(skillRefSchema), queries: z.array(z.string()) })
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

export const compareTalentRoute = createRoute({
  method: 'get',
  path: '/v1/talent/compare',
  tags: ['Talent search'],
  summary: `Two to ${compareMax} profiles side by side`,
  request: {
    query: z.strictObject({
      id: z
        .array(z.string().min(1).max(64))
        .min(2)
        .max(compareMax)
        .openapi({ description: 'Repeat it for each profile' }),
    }),
  },
  responses: {
    200: json(
      z.strictObject({ items: z.array(freelancerProfileSchema) }).openapi('TalentComparison'),
      'The profiles in the order asked; those that cannot be seen are left out',
    ),
    ...problems(401, 403, 404),
  },
});
