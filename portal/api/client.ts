import { basePath } from '../router.ts';
import { noteUnreachable } from '../shell/connection.ts';
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
  /** That nobody is signed in is an answer here, no reason to ask for a sign-in. */
  mayBeSignedOut?: boolean;
};

export type Answer<T> = { data: T; etag: string | undefined };

/** Told of every 401 so that the shell can ask for a sign-in; set once at start. @returns whether the same person is back */
let onSignedOut: () => Promise<boolean> = async () => false;
export function whenSignedOut(listener: () => Promise<boolean>): void {
  onSignedOut = listener;
}
let signingIn: Promise<boolean> | undefined;

function signInOnce(): Promise<boolean> {
  signingIn ??= onSignedOut().finally(() => {
    signingIn = undefined;
  });
  return signingIn;
}

/** Asks who sits here to confirm it; set once at start. @returns whether they did */
let confirmIdentity: () => Promise<boolean> = async () => false;
export function whenIdentityIsAsked(ask: () => Promise<boolean>): void {
  confirmIdentity = ask;
}

/** The person has to have signed in a moment ago: before money moves, before keys are made. */
const confirmationCodes = ['elevation_required', 'reauthentication_required'];
let confirming: Promise<boolean> | undefined;

/** Several requests at once ask the person once. */
function confirmOnce(): Promise<boolean> {
  confirming ??= confirmIdentity().finally(() => {
    confirming = undefined;
  });
  return confirming;
}

/** What was refused until the person confirms who they are is repeated as it was, with the same Idempotency-Key. */
export async function send<T>(method: string, path: string, options: Send = {}): Promise<Answer<T>> {
  const response = await accepted(method, path, options);
  const text = response.status === 204 ? '' : await response.text();
  return { data: (text ? JSON.parse(text) : undefined) as T, etag: response.headers.get('etag') ?? undefined };
}

/** A file that only the API gives out, once the person has confirmed who they are. */
export const getFile = async (path: string): Promise<Blob> => (await accepted('GET', path, {})).blob();

async function accepted(method: string, path: string, options: Send): Promise<Response> {
  let response = await answerOf(method, path, options);
  let problem = await problemOf(response);
  if (problem?.status === 401 && confirmationCodes.includes(problem.code) && (await confirmOnce())) {
    response = await answerOf(method, path, options);
    problem = await problemOf(response);
  }
  if (
    problem?.status === 401 &&
    problem.code === 'unauthenticated' &&
    !options.mayBeSignedOut &&
    (await signInOnce())
  ) {
    response = await answerOf(method, path, options);
    problem = await problemOf(response);
  }
  if (!problem) return response;
  throw problem;
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
      // In a list an empty one is a choice of its own: what has none.
      if (one !== undefined && (one !== '' || Array.isArray(value))) search.append(name, String(one));
    }
  }
  return search.size > 0 ? `?${search}` : '';
}

/** A server that restarts, or a proxy before it that finds nobody. */
const absent: ReadonlySet<number> = new Set([502, 503, 504]);

export async function isServerThere(): Promise<boolean> {
  try {
    return !absent.has((await fetch(`${basePath}/v1/tenant`, { cache: 'no-store' })).status);
  } catch {
    return false;
  }
}

async function problemOf(response: Response): Promise<ApiProblem | undefined> {
  noteServerDate(response.headers.get('date'));
  if (absent.has(response.status)) noteUnreachable();
  return response.ok ? undefined : readProblem(response);
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
    noteUnreachable();
    throw new ApiProblem(0, navigator.onLine ? 'network' : 'offline', '', { cause });
  }
}
