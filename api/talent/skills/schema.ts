import { createRoute } from '@hono/zod-openapi';
import { json, problems, z } from '../../platform/http/routes.ts';

export const skillSuggestionsMax = 50;
const chosenMax = 20;
const textMaxLength = 100;

const name = z.string().min(1).max(textMaxLength);

export const suggestedSkillSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    categoryId: z.string(),
    alias: z.string().nullable().openapi({ description: 'The other spelling that was matched' }),
  })
  .openapi('SuggestedSkill');
export type SuggestedSkill = z.infer<typeof suggestedSkillSchema>;

export const suggestSkillsRoute = createRoute({
  method: 'get',
  path: '/v1/skills',
  tags: ['Skills'],
  summary: 'Skills for a text as it is typed',
  description:
    'Ranked by spelling, by how well they go with the skills in `with`, and by how often they are asked for.',
  request: {
    query: z.strictObject({
      q: z.string().max(textMaxLength).default(''),
      with: z
        .preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(name).max(chosenMax))
        .default([])
        .openapi({ description: 'Repeat for each skill already chosen: id or any spelling' }),
      limit: z.coerce.number().int().min(1).max(skillSuggestionsMax).default(10),
    }),
  },
  responses: { 200: json(z.strictObject({ items: z.array(suggestedSkillSchema) }), 'Best first'), ...problems() },
});

const named = z.strictObject({ id: z.string(), name: z.string() });
export const skillCategorySchema = named.extend({ specializations: z.array(named) }).openapi('SkillCategory');

export const listCategoriesRoute = createRoute({
  method: 'get',
  path: '/v1/skills/categories',
  tags: ['Skills'],
  summary: 'Categories with their specializations',
  responses: { 200: json(z.strictObject({ items: z.array(skillCategorySchema) }), 'Categories'), ...problems() },
});

export const skillSuggestionSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['alias', 'skill']),
    name: z.string(),
    state: z.enum(['proposed', 'accepted', 'rejected']),
    posts: z.number().int(),
    skillIds: z.array(z.string()),
    reason: z.string(),
    categoryId: z.string().nullable(),
    specializationId: z.string().nullable(),
    confidence: z.number(),
    createdAt: z.iso.datetime(),
    decidedAt: z.iso.datetime().nullable(),
  })
  .openapi('SkillSuggestion');
export type SkillSuggestionBody = z.infer<typeof skillSuggestionSchema>;

export const listSuggestionsRoute = createRoute({
  method: 'get',
  path: '/v1/operator/skill-suggestions',
  tags: ['Operator'],
  summary: 'What job posts propose for the taxonomy, most asked for first',
  request: {
    query: z.strictObject({
      state: skillSuggestionSchema.shape.state.default('proposed'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(500).optional(),
    }),
  },
  responses: {
    200: json(
      z.strictObject({ items: z.array(skillSuggestionSchema), nextCursor: z.string().nullable() }),
      'One page of suggestions',
    ),
    ...problems(401, 403),
  },
});

const suggestionParams = z.strictObject({ id: z.string().min(1).max(120) });

export const acceptSuggestionRoute = createRoute({
  method: 'post',
  path: '/v1/operator/skill-suggestions/{id}/accept',
  tags: ['Operator'],
  summary: 'Take a suggestion into the taxonomy',
  request: {
    params: suggestionParams,
    body: {
      required: false,
      content: {
        'application/json': {
          schema: z.strictObject({ categoryId: name, specializationId: name }).openapi('SkillPlace'),
        },
      },
    },
  },
  responses: { 204: { description: 'Accepted' }, ...problems(401, 403, 404, 409) },
});

export const rejectSuggestionRoute = createRoute({
  method: 'post',
  path: '/v1/operator/skill-suggestions/{id}/reject',
  tags: ['Operator'],
  summary: 'Leave a suggestion out for good',
  request: { params: suggestionParams },
  responses: { 204: { description: 'Rejected' }, ...problems(401, 403, 404, 409) },
});
