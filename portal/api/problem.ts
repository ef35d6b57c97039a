import { t, wordsFor } from '../strings/strings.ts';

export type FieldProblem = { pointer: string; code: string; message: string };

/** A refusal of the API (RFC 9457) or of the network, as one error that pages can show. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  /** 0: no answer came. */
  readonly status: number;
  readonly code: string;
  readonly requestId: string | undefined;
  readonly errors: readonly FieldProblem[];
  readonly retryAfterSeconds: number | undefined;

  constructor(
    status: number,
    code: string,
    detail: string,
    more: { requestId?: string; errors?: readonly FieldProblem[]; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.status = status;
    this.code = code;
    this.requestId = more.requestId;
    this.errors = more.errors ?? [];
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}

/** What happened, what was kept, what to do: our words for codes we know, else the server's own sentence. */
export function problemWords(problem: unknown): string {
  if (!(problem instanceof ApiProblem)) return t('problem.unexpected');
  if (problem.code === 'rate_limited') return t('problem.rateLimited', { seconds: problem.retryAfterSeconds ?? 60 });
  return wordsFor('problem', problem.code) ?? (problem.message || t('problem.unexpected'));
}

/** Words for each field of a form: `/email` → "…". */
export function fieldErrors(problem: unknown): Record<string, string> {
  if (!(problem instanceof ApiProblem)) return {};
  const errors: Record<string, string> = {};
  for (const { pointer, code, message } of problem.errors) {
    const name = pointer.replace(/^\//, '');
    errors[name] ??= wordsFor('fieldProblem', code) ?? message;
  }
  return errors;
}

export async function readProblem(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => undefined);
  const said = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const text = (name: string) => (typeof said[name] === 'string' ? said[name] : undefined);
  const retryAfter = Number(response.headers.get('retry-after'));
  return new ApiProblem(
    response.status,
    // Identity answers name their codes in capitals; ours are small.
    text('code')?.toLowerCase() ?? (response.status === 429 ? 'rate_limited' : `http_${response.status}`),
    text('detail') ?? text('message') ?? '',
    {
      requestId: text('requestId') ?? response.headers.get('x-request-id') ?? undefined,
      errors: Array.isArray(said.errors) ? (said.errors as FieldProblem[]) : [],
      retryAfterSeconds: retryAfter > 0 ? retryAfter : undefined,
    },
  );
}
