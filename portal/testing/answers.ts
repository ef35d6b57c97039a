/** Answers of the API by `METHOD /path`; a function sees the request's body and its query. */
export type Answer = unknown | ((asked: { body: unknown; query: URLSearchParams }) => unknown);

export type Asked = { method: string; path: string; body: unknown };

/** Stands in for the network only; everything of our own runs as it is. */
export function answerWith(answers: Readonly<Record<string, Answer>>): { asked: Asked[]; stop: () => void } {
  const real = window.fetch;
  const asked: Asked[] = [];
  window.fetch = async (input, init) => {
    const url = new URL(String(input), location.href);
    const method = init?.method ?? 'GET';
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    asked.push({ method, path: url.pathname, body });
    const answer = answers[`${method} ${url.pathname}`];
    const data = typeof answer === 'function' ? answer({ body, query: url.searchParams }) : answer;
    if (data instanceof Response) return data;
    const status = answer === undefined ? 404 : 200;
    const shown = data ?? { code: 'not_found', detail: 'There is nothing here.' };
    return new Response(JSON.stringify(shown), { status, headers: { 'content-type': 'application/json' } });
  };
  return {
    asked,
    stop: () => {
      window.fetch = real;
    },
  };
}

/** A refusal as the API words it, for an answer. */
export const refusal = (
  status: number,
  code: string,
  errors: readonly { pointer: string; code: string; message: string }[] = [],
): Response =>
  new Response(JSON.stringify({ code, detail: `Refused: ${code}.`, requestId: 'req_1', errors }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });

/** Waits for what a page shows, not for time. */
export async function shown<Found>(find: () => Found | null | undefined | false, what: string): Promise<Found> {
  for (let frame = 0; frame < 200; frame++) {
    const found = find();
    if (found) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  throw new Error(`Never shown: ${what}`);
}
