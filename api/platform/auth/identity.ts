import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { Clock, NewId } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { createEmbedTokens, type EmbedTokens } from '../embed-sessions/embed-token.ts';
import type { HttpEnv } from '../http/environment.ts';
import type { Mailer } from '../mail/mailer.ts';
import { createApiKeys } from '../tenants/api-keys.ts';
import { createSite, type Site } from '../tenants/site.ts';
import { createTenantDirectory, type TenantDirectory } from '../tenants/tenant-directory.ts';
import { tenantOfRequest } from '../tenants/tenant-of-request.ts';
import { actorOfRequest } from './actor-of-request.ts';
import { type Auth, createAuth } from './auth.ts';
import { authEvents } from './auth-mails.ts';
import { type Authority, createAuthority } from './authority.ts';
import { crossOrigin } from './cross-origin.ts';
import type { FindFreelancerId } from './person-authority.ts';
import { sameSiteOnly } from './same-site.ts';
import { createSignIns } from './sign-ins.ts';

export type IdentityDeps = {
  database: Database;
  clock: Clock;
  newId: NewId;
  log: Logger;
  secret: string;
  baseUrl: string;
  siteName?: string;
  mailer: Mailer;
  findFreelancerId: FindFreelancerId;
};

/** Everything that knows who is who: one for each app, shared by the routes of identity, tenants and embed sessions. */
export type Identity = {
  site: Site;
  directory: TenantDirectory;
  authority: Authority;
  tokens: EmbedTokens;
  authOf(origin: string): Auth;
  /** Sets tenant, scope and actor; answers preflights; refuses what comes from other sites. */
  middleware: MiddlewareHandler<HttpEnv>[];
  /** Resolves when the mails under way were handed over: for shutdown and tests. */
  settled(): Promise<void>;
};

const originsMax = 500;

export function createIdentity(deps: IdentityDeps): Identity {
  const { database, clock, log } = deps;
  const site = createSite(deps.baseUrl, deps.siteName);
  const authority = createAuthority(deps);
  const directory = createTenantDirectory(database, authority);
  const tokens = createEmbedTokens([deps.secret], clock);
  const apiKeys = createApiKeys({ database, authority, clock });
  const underway = new Set<Promise<unknown>>();
  const auths = new Map<string, Auth>();

  /** One for each origin we serve: only configured hosts get here, so a header cannot make new ones. */
  function authOf(origin: string): Auth {
    const known = auths.get(origin);
    if (known) return known;
    const events = authEvents({ mailer: deps.mailer, site, directory, authority, log }, origin, underway);
    const made = createAuth(deps, origin, events);
    auths.set(origin, made);
    if (auths.size > originsMax) auths.delete(auths.keys().next().value!);
    return made;
  }

  const signIns = createSignIns({ authOf, authority, site, clock });
  return {
    site,
    directory,
    authority,
    tokens,
    authOf,
    middleware: [
      async (_, next) => {
        await authority.refresh();
        await next();
      },
      tenantOfRequest(site, directory),
      crossOrigin(site, directory),
      actorOfRequest({ site, directory, authority, tokens, apiKeys, signIns }),
      sameSiteOnly(site),
    ],
    settled: async () => {
      await Promise.all(underway);
    },
  };
}
