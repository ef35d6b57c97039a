import type { ContentfulStatusCode } from 'hono/utils/http-status';

export type FieldProblem = { pointer: string; code: string; message: string };

/** A refusal with a stable name, answered as an RFC 9457 problem. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly errors: readonly FieldProblem[];
  readonly headers: Readonly<Record<string, string>>;

  /**
   * @param code stable, names the reason: `weekly_limit_exceeded`
   * @param detail one sentence for people: what happened, what was kept, what to do next
   */
  constructor(
    status: ContentfulStatusCode,
    code: string,
    detail: string,
    more: { errors?: readonly FieldProblem[]; headers?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.status = status;
    this.code = code;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
  }
}

export const unauthenticated = () => new Refusal(401, 'unauthenticated', 'Sign in to do this.');
export const forbidden = (detail = 'Your role does not allow this. Ask an account admin for the right role.') =>
  new Refusal(403, 'forbidden', detail);
/** Also the answer for what belongs to somebody else: it hides whether it exists. */
export const notFound = () => new Refusal(404, 'not_found', 'There is nothing here that you can see.');
export const conflict = (code: string, detail: string) => new Refusal(409, code, detail);
export const unprocessable = (code: string, detail: string, errors: readonly FieldProblem[] = []) =>
  new Refusal(422, code, detail, { errors });

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Unsupported type',
  422: 'Not accepted',
  428: 'Precondition required',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Unavailable',
  507: 'Storage full',
};

export function problemBody(
  status: number,
  code: string,
  detail: string,
  requestId: string,
  errors: readonly FieldProblem[] = [],
) {
  return {
    type: `urn:problem:${code}`,
    title: titles[status] ?? 'Refused',
    status,
    code,
    detail,
    requestId,
    ...(errors.length > 0 && { errors }),
  };
}
