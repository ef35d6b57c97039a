import type { HttpContext } from './environment.ts';
import { Refusal } from './problem.ts';

/** Strong ETag of something edited by revision. */
export function revisionEtag(id: string, revision: number): string {
  return `"${id}.${revision}"`;
}

/** @throws 428 without If-Match, 412 when it names another revision */
export function requireIfMatch(c: HttpContext, etag: string): void {
  const sent = c.req.header('if-match');
  if (!sent) {
    throw new Refusal(
      428,
      'if_match_required',
      'Send the ETag you read as If-Match, so that nobody’s change is overwritten.',
    );
  }
  if (sent !== etag) {
    throw new Refusal(
      412,
      'changed_meanwhile',
      'This was changed since you read it; your change was not saved. Read it again and repeat.',
      {
        headers: { etag },
      },
    );
  }
}

export function matchesIfNoneMatch(c: HttpContext, etag: string): boolean {
  return (c.req.header('if-none-match') ?? '').split(',').some((part) => part.trim() === etag);
}
