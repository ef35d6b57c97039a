import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { Actor } from '../auth/actor.ts';
import { isPerson, type Person } from '../auth/actor.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import { notFound, unauthenticated } from './problem.ts';

/** The tenant that the host name, the path or the credential decided. */
export type RequestTenant = { id: string; slug: string; plan: 'basic' | 'pro' | 'enterprise' };

/** What middleware leaves for handlers on Hono's context. */
export type HttpEnv = {
  Variables: {
    requestId: string;
    /** The app's; `logOf` says which request it speaks of. */
    log: Logger;
    /** Client address, from the socket or a configured proxy; for rate limits. */
    clientAddress: string;
    /** The host that people asked for, where a configured proxy asks us for another one. */
    forwardedHost?: string;
    actor: Actor;
    tenant: RequestTenant | undefined;
    scope: TenantScope | undefined;
  };
};
export type HttpContext = Context<HttpEnv>;

/** @throws 404 when the address names no tenant */
export function requireScope(c: HttpContext): TenantScope {
  const scope = c.get('scope');
  if (!scope) throw notFound();
  return scope;
}

/** @throws 401 */
export function requirePerson(c: HttpContext): Person {
  const actor = c.get('actor');
  if (!isPerson(actor)) throw unauthenticated();
  return actor;
}
