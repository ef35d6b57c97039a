import type { Deps } from '@portico/api/deps.ts';
import type { Actor, Person } from '@portico/api/platform/auth/actor.ts';
import type { HttpEnv, RequestTenant } from '@portico/api/platform/http/environment.ts';
import { onError } from '@portico/api/platform/http/on-error.ts';
import { tenantScope } from '@portico/api/platform/tenants/tenant-scope.ts';
import { Hono } from 'hono';

/** Asks the real routes as somebody who need not sign in first, and throws their refusals. */
export type ActAs = {
  <T = unknown>(
    actor: Actor,
    tenant: RequestTenant | undefined,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<T>;
  /** For changing what is edited by revision. */
  etag(actor: Actor, tenant: RequestTenant | undefined, path: string): Promise<string>;
};

export function actAs(deps: Deps, routes: readonly Hono<HttpEnv>[]): ActAs {
  let now: { actor: Actor; tenant: RequestTenant | undefined };
  const http = new Hono<HttpEnv>();
  http.onError(onError);
  http.use(async (c, next) => {
    c.set('requestId', deps.newId('req'));
    c.set('log', deps.log);
    c.set('clientAddress', 'local');
    c.set('actor', now.actor);
    c.set('tenant', now.tenant);
    c.set('scope', now.tenant && tenantScope(now.tenant.id));
    await next();
  });
  for (const each of routes) http.route('/', each);

  async function answerTo(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const answer = await http.request(path, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok)
      throw new Error(`${method} ${path} answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
    return answer;
  }

  const ask = async <T>(...[actor, tenant, method, path, body, headers]: Parameters<ActAs>): Promise<T> => {
    now = { actor, tenant };
    const text = await (await answerTo(method, path, body, headers)).text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  return Object.assign(ask, {
    async etag(actor: Actor, tenant: RequestTenant | undefined, path: string) {
      now = { actor, tenant };
      return (await answerTo('GET', path)).headers.get('etag') ?? '';
    },
  });
}

export function seededPerson(
  personId: string,
  email: string,
  more: Pick<Person, 'roles' | 'freelancerId'>,
  nowMs: number,
): Person {
  return {
    kind: 'person',
    personId,
    email,
    operatorRoles: [],
    via: { kind: 'cookie', sessionId: 'seed', signedInAtMs: nowMs },
    ...more,
  };
}
