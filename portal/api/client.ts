import { basePath } from '../router.ts';
import { noteServerDate } from '../shell/now.ts';
import { ApiProblem, readProblem } from './problem.ts';

export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

export type Send = {
  query?: Query;
  body?: unknown;
  /** The ETag that was read: the change is refused when somebody else changed it meanwhile. */
  ifMatch?: string;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
};

export type Answer<T> = { data: T; etag: string | undefined };

/** Told of every 401 so that the shell can ask for a sign-in; set once at start. */
let onSignedOut: () => void = () => {};
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

export async function send<T>(method: string, path: string, options: Send = {}): Promise<Answer<T>> {
  const response = await answerOf(method, path, options);
  noteServerDate(response.headers.get('date'));
  if (!response.ok) {
    const problem = await readProblem(response);
    if (problem.status === 401 && problem.code === 'unauthenticated') onSignedOut();
    throw problem;
  }
  const text = response.status === 204 ? '' : await response.text();
  return { data: (text ? JSON.parse(text) : undefined) as T, etag: response.headers.get('etag') ?? undefined };
}

export const get = async <T>(path: string, options?: Send): Promise<T> => (await send<T>('GET', path, options)).data;
export const post = async <T>(path: string, body?: unknown, options?: Send): Promise<T> =>
  (await send<T>('POST', path, { ...options, body })).data;
export const put = async <T>(path: string, body?: unknown, options?: Send): Promise<T> =>
  (await send<T>('PUT', path, { ...options, body })).data;
export const patch = async <T>(path: string, body: unknown, options?: Send): Promise<T> =>
  (await send<T>('PATCH', path, { ...options, body })).data;
export const remove = async <T>(path: string, options?: Send): Promise<T> =>
  (await send<T>('DELETE', path, options)).data;

export function queryString(query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '') search.append(name, String(one));
    }
  }
  return search.size > 0 ? `?${search}` : '';
}

async function answerOf(method: string, path: string, { query, body, ifMatch, headers, signal }: Send) {
  const isFile = body instanceof Blob || body instanceof FormData;
  try {
    return await fetch(basePath + path + queryString(query), {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body !== undefined && !isFile && { 'content-type': 'application/json' }),
        ...(ifMatch && { 'if-match': ifMatch }),
        ...headers,
      },
      ...(body !== undefined && { body: isFile ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiProblem(0, navigator.onLine ? 'network' : 'offline', '', { cause });
  }
}
