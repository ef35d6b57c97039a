import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { DatabaseUnavailable, StorageRefused } from '../database/database.ts';
import type { HttpContext, HttpEnv } from './environment.ts';
import { problemBody, Refusal } from './problem.ts';
import { logOf } from './request-log.ts';

/** Every failure leaves as an RFC 9457 problem; one that nobody foresaw says its request id and nothing else. */
export const onError: ErrorHandler<HttpEnv> = (error, c) => {
  const refusal = asRefusal(error);
  if (refusal.status >= 500) logOf(c)?.error({ err: error, code: refusal.code }, 'request failed');
  return problemResponse(c, refusal);
};

export function problemResponse(c: HttpContext, refusal: Refusal): Response {
  const { status, code, message, errors, headers } = refusal;
  return c.json(problemBody(status, code, message, c.get('requestId'), errors), status, {
    ...headers,
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof StorageRefused) {
    return new Refusal(
      507,
      'storage_full',
      'The server cannot store changes now; nothing was changed. Reading still works. Try again later.',
    );
  }
  if (error instanceof DatabaseUnavailable) {
    return new Refusal(
      503,
      'database_unavailable',
      'The database cannot be reached; nothing was changed. Try again in a moment.',
      {
        headers: { 'retry-after': '2' },
      },
    );
  }
  if (error instanceof HTTPException && error.status < 500) {
    return new Refusal(
      error.status as 400,
      error.status === 413 ? 'body_too_large' : 'malformed_request',
      error.message || 'The request could not be read.',
    );
  }
  return new Refusal(500, 'internal_error', 'Something went wrong here; tell support the request id.');
}
