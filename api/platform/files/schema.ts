import { createRoute } from '@hono/zod-openapi';
import { problems, z } from '../http/routes.ts';

export const getImage = createRoute({
  method: 'get',
  path: '/v1/files/{id}/{name}',
  tags: ['Files'],
  summary: 'An image in one of its sizes; its address is the right to see it, and what is behind it never changes',
  request: { params: z.object({ id: z.string().max(64), name: z.string().max(32).openapi({ example: '256.webp' }) }) },
  responses: {
    200: {
      description: 'The image',
      content: { 'image/webp': { schema: z.string().openapi({ type: 'string', format: 'binary' }) } },
    },
    304: { description: 'Unchanged' },
    ...problems(404),
  },
});
