import { createRoute } from '@hono/zod-openapi';
import { json, problems, z } from '../../platform/http/routes.ts';
import { foundKinds } from './found.ts';

export const foundSchema = z
  .strictObject({
    kind: z.enum(foundKinds),
    id: z.string(),
    title: z.string(),
    subtitle: z
      .string()
      .nullable()
      .openapi({ description: 'What else tells it from others: a name, an order’s number' }),
    path: z.string().openapi({ description: 'Where it is looked at, from the portal’s root' }),
  })
  .openapi('Found');

export const searchRoute = createRoute({
  method: 'get',
  path: '/v1/search',
  tags: ['Search'],
  summary: 'Whatever the person may open whose name holds all of the words, the best first',
  description:
    'Contracts, job posts, offers, proposals, people, lists, pools, purchase orders and invoices by name or number, as far as the person’s roles and the plan reach; for a freelancer what is theirs. At most six of a kind. Of each kind the newest 10,000 are looked through.',
  request: {
    query: z.strictObject({
      q: z.string().min(1).max(100).openapi({ description: 'Words or their beginnings', example: 'pump housing' }),
    }),
  },
  responses: {
    200: json(z.strictObject({ items: z.array(foundSchema) }), 'What was found'),
    ...problems(401, 403),
  },
});
