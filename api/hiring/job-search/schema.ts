import { createRoute } from '@hono/zod-openapi';
import { fileRefSchema } from '../../platform/files/schema.ts';
import { json, problems, z } from '../../platform/http/routes.ts';
import { formattedTextSchema } from '../../platform/rich-text/schema.ts';
import { skillRefSchema } from '../../talent/freelancers/schema.ts';
import { hideReasons } from '../job-marks/job-mark.ts';
import { durations, experienceLevels, visibilities } from '../job-posts/job-post.ts';
import { budgetSchema, questionSchema } from '../job-posts/schema.ts';
import { jobFacetNames, jobSignals, proposalRanges, reaches, searchedJobFields } from './job-search.ts';
import {
  jobPagingParams,
  jobSearchParams,
  type jobSearchQuerySchema,
  type savedJobQuerySchema,
} from './query-schema.ts';

export type JobSearchQuery = z.infer<typeof jobSearchQuerySchema>;
export type SavedJobQuery = z.infer<typeof savedJobQuerySchema>;

const tags = ['Job search'];

const clientSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    logoUrl: z.string().nullable(),
    country: z.string().nullable().openapi({ description: 'ISO 3166-1 alpha-2' }),
    memberSince: z.string(),
    posts: z.int().openapi({ description: 'Job posts published so far' }),
    hires: z.int().openapi({ description: 'People hired from them' }),
  })
  .openapi('JobClient');
export type JobClient = z.infer<typeof clientSchema>;

const connectsSchema = z
  .strictObject({
    price: z.int().openapi({ description: 'What a proposal costs the asker, in connects' }),
    free: z.enum(reaches).nullable().openapi({ description: 'Why it costs nothing' }),
  })
  .openapi('JobConnects');

const marksSchema = z
  .strictObject({ saved: z.boolean(), hidden: z.enum(hideReasons).nullable() })
  .openapi('JobMarks', { description: 'The asker’s own' });
export type JobMarks = z.infer<typeof marksSchema>;

/** What tiles and the page of a post share. */
const facts = {
  id: z.string(),
  title: z.string(),
  category: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  skills: z.array(
    skillRefSchema.extend({
      matched: z.boolean().openapi({ description: 'Found by the words of the search' }),
      mine: z.boolean().openapi({ description: 'On the asker’s profile' }),
    }),
  ),
  budget: budgetSchema.nullable(),
  duration: z.enum(durations).nullable(),
  weeklyHours: z.int().nullable(),
  level: z.enum(experienceLevels).nullable(),
  countries: z.array(z.string()).openapi({ description: 'Only people from these; empty for everywhere' }),
  timezone: z.string().nullable(),
  overlapHours: z.int().nullable(),
  visibility: z.enum(visibilities),
  reach: z.array(z.enum(reaches)),
  hires: z.int().openapi({ description: 'How many people are wanted' }),
  postedAt: z.string(),
  proposals: z.enum(proposalRanges).openapi({ description: 'Proposals so far, as a range' }),
  connects: connectsSchema,
  client: clientSchema,
  marks: marksSchema,
};

const highlight = z.strictObject({
  field: z.enum(searchedJobFields),
  text: z.string(),
  ranges: z.array(z.tuple([z.int(), z.int()])).openapi({ description: 'UTF-16 offsets into text, half open' }),
});

export const jobHitSchema = z
  .strictObject({
    ...facts,
    excerpt: z.string().openapi({ description: 'The beginning of the description, as plain text' }),
    highlights: z.array(highlight),
    why: z.strictObject({ fields: z.array(z.enum(searchedJobFields)), signals: z.array(z.enum(jobSignals)) }),
  })
  .openapi('JobHit');
export type JobHit = z.infer<typeof jobHitSchema>;

const facetValue = z.strictObject({
  value: z.string().openapi({ description: 'Repeat it as the filter’s value to select it; ranges are `min-max`' }),
  label: z.string().openapi({ description: 'In the language of Accept-Language' }),
  count: z.int(),
  selected: z.boolean(),
});
export type JobFacetValue = z.infer<typeof facetValue>;

export const jobSearchResultSchema = z
  .strictObject({
    total: z.int(),
    items: z.array(jobHitSchema),
    facets: z.partialRecord(z.enum(jobFacetNames), z.array(facetValue)),
    nextCursor: z.string().nullable(),
    corrected: z.array(z.strictObject({ from: z.string(), to: z.string() })).optional(),
    tookMs: z.number(),
  })
  .openapi('JobSearchResult');
export type JobSearchResult = z.infer<typeof jobSearchResultSchema>;

export const searchJobsRoute = createRoute({
  method: 'get',
  path: '/v1/jobs/search',
  tags,
  summary: 'Find open job posts',
  description:
    'Words find their typing errors and beginnings. Facet counts are exact and respect every other filter. Found is ' +
    'what the asker may see: public posts by everybody, others after sign-in, for members of a pool or by invitation.',
  request: { query: jobSearchParams },
  responses: { 200: json(jobSearchResultSchema, 'One page of posts'), ...problems() },
});

export const jobSuggestionsSchema = z
  .strictObject({ skills: z.array(skillRefSchema), queries: z.array(z.string()) })
  .openapi('JobSuggestions');
export type JobSuggestions = z.infer<typeof jobSuggestionsSchema>;

export const suggestJobsRoute = createRoute({
  method: 'get',
  path: '/v1/jobs/suggestions',
  tags,
  summary: 'Skills and titles of posts that begin with what was typed',
  request: { query: z.strictObject({ q: z.string() }) },
  responses: { 200: json(jobSuggestionsSchema, 'At most 8 skills and 5 titles'), ...problems() },
});

export const jobFeedSchema = z
  .strictObject({
    items: z.array(jobHitSchema),
    nextCursor: z.string().nullable(),
    profile: z.strictObject({
      hasSkills: z.boolean(),
      hasCategory: z.boolean(),
      hasRate: z.boolean(),
    }),
    tookMs: z.number(),
  })
  .openapi('JobFeed');
export type JobFeed = z.infer<typeof jobFeedSchema>;

export const readFeedRoute = createRoute({
  method: 'get',
  path: '/v1/jobs/feed',
  tags,
  summary: 'Best matches for the freelancer, each with its reasons',
  description:
    'Ranks by the freelancer’s skills, category, rate, hours, time zone, pools and invitations. Left out: posts marked ' +
    'as not interesting, posts already proposed to, and posts limited to other countries.',
  request: { query: z.strictObject(jobPagingParams).partial() },
  responses: { 200: json(jobFeedSchema, 'One page of posts'), ...problems(401, 403) },
});

export const jobParams = z.strictObject({ id: z.string().min(1).max(64) });

export const foundJobSchema = z
  .strictObject({
    ...facts,
    description: formattedTextSchema,
    attachments: z.array(fileRefSchema),
    questions: z.array(questionSchema).openapi({ description: 'What a proposal answers' }),
    expiresAt: z.string().nullable(),
    proposalId: z.string().nullable().openapi({ description: 'The asker’s own proposal' }),
    invitationId: z.string().nullable().openapi({ description: 'The asker’s own invitation' }),
  })
  .openapi('FoundJob');
export type Job = z.infer<typeof foundJobSchema>;

export const readJobRoute = createRoute({
  method: 'get',
  path: '/v1/jobs/{id}',
  tags,
  summary: 'A job post as freelancers see it',
  request: { params: jobParams },
  responses: { 200: json(foundJobSchema, 'The post'), ...problems(404) },
});
