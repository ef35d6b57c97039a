import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { HttpEnv } from './environment.ts';
import { Refusal } from './problem.ts';

/** An OpenAPIHono whose validation failures are 422 problems with one entry a field. */
export function newRoutes(): OpenAPIHono<HttpEnv> {
  return new OpenAPIHono<HttpEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const errors = result.error.issues.slice(0, 50).map((issue) => ({
        pointer: `/${issue.path.map(String).join('/')}`,
        code: issue.code,
        message: issue.message,
      }));
      throw new Refusal(422, 'invalid_input', 'Some fields were not accepted; nothing was changed. See errors.', {
        errors,
      });
    },
  });
}

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');

const meanings: Record<number, string> = {
  400: 'Malformed',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found or not yours',
  409: 'Conflict with the present state',
  412: 'Changed since it was read',
  413: 'Too large',
  415: 'Type not accepted',
  422: 'Not accepted',
  428: 'If-Match is missing',
  429: 'Too many requests',
};

/** Response entries of a route definition: `...problems(401, 404)`. 400, 422 and 429 come with every route. */
export function problems<S extends number>(...statuses: S[]) {
  const all = [...new Set<number>([400, 422, 429, ...statuses])].sort();
  return Object.fromEntries(
    all.map((status) => [
      status,
      {
        description: meanings[status] ?? 'Refused',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  ) as Record<
    S | 400 | 422 | 429,
    { description: string; content: { 'application/problem+json': { schema: typeof problemSchema } } }
  >;
}

export function json<T extends z.ZodType>(schema: T, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** A required JSON body; without `required` a wrong Content-Type would skip validation. */
export function jsonBody<T extends z.ZodType>(schema: T) {
  return { required: true, content: { 'application/json': { schema } } };
}

export { z };
