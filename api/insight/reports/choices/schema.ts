import { createRoute } from '@hono/zod-openapi';
import { json, problems, z } from '../../../platform/http/routes.ts';
import { tags } from '../schema.ts';

/** What can be counted up from contracts; a status is the report's own and stands in the catalogue. */
export const choiceFilters = [
  'team',
  'costCenter',
  'purchaseOrder',
  'category',
  'country',
  'freelancer',
  'contract',
  'customField',
] as const;
export type ChoiceFilter = (typeof choiceFilters)[number];

export const choiceSchema = z
  .strictObject({
    value: z.string().openapi({ description: 'As the filter takes it; empty for what has none' }),
    label: z.string().openapi({ description: 'Of a country its code' }),
    contracts: z.int().openapi({ description: 'How many contracts it leaves' }),
  })
  .openapi('ReportChoice');
export type ReportChoice = z.infer<typeof choiceSchema>;

export const listChoicesRoute = createRoute({
  method: 'get',
  path: '/v1/reports/choices',
  tags,
  summary: 'What a filter of reports can be set to, the most frequent first',
  request: {
    query: z.strictObject({
      filter: z.enum(choiceFilters),
      q: z.string().trim().max(100).default(''),
    }),
  },
  responses: {
    200: json(z.strictObject({ items: z.array(choiceSchema), isMore: z.boolean() }), 'At most fifty'),
    ...problems(401, 403, 404),
  },
});
