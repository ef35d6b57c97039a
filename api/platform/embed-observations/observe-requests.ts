import { createMiddleware } from 'hono/factory';
import type { Identity } from '../auth/identity.ts';
import type { HttpContext, HttpEnv } from '../http/environment.ts';
import { Refusal } from '../http/problem.ts';
import type { whyKeyIsRefused } from '../tenants/api-keys.ts';
import { addressOf } from '../tenants/site.ts';
import type { Tenant } from '../tenants/tenant.ts';
import type { EmbedObserver } from './observer.ts';
import { widgetOfPath } from './widget-of-path.ts';

type Seeing = Pick<Identity, 'site' | 'directory'> & {
  observer: EmbedObserver;
  whyKeyIsRefused: (tenantId: string, key: string) => ReturnType<typeof whyKeyIsRefused>;
};

/** What says that something is not set up, beside what a person may not do. */
const setUpCodes = new Set([
  'origin_not_allowed',
  'session_denied',
  'key_unknown',
  'secret_key_in_browser',
  'plan_does_not_include',
]);

/** Looks at what pages of others ask, once it was answered. */
export function observeRequests(seeing: Seeing) {
  const { site, directory, observer } = seeing;
  return createMiddleware<HttpEnv>(async (c, next) => {
    await next();
    const tenantId = c.get('tenant')?.id;
    if (!tenantId) return;
    const { method, path } = c.req;
    const code = c.error instanceof Refusal ? c.error.code : undefined;
    if (method === 'POST' && path === '/v1/embed/sessions') {
      if (code && c.req.header('authorization')) await sessionRefused(seeing, c, tenantId, code);
      return;
    }
    const origin = c.req.header('origin');
    if (origin === undefined || origin === site.originOf(addressOf(c).host) || path === '/v1/embed/csp-reports') return;
    const tenant = await directory.byId(tenantId);
    if (tenant) pageAsked(observer, c, tenant, originKept(origin), code);
  });
}

function pageAsked(observer: EmbedObserver, c: HttpContext, tenant: Tenant, origin: string, code: string | undefined) {
  const { method, path } = c.req;
  const { id: tenantId } = tenant;
  if (code && setUpCodes.has(code)) observer.saw({ tenantId, kind: 'request', code, origin });
  if (method === 'OPTIONS') return;
  const isPage = method === 'GET' && path === '/v1/tenant';
  if (isPage) observer.saw({ tenantId, kind: 'page', origin });
  if (!tenant.origins.has(origin)) return;
  const actor = c.get('actor');
  const via = actor?.kind === 'person' && actor.via.kind === 'embed' ? actor.via : undefined;
  const widget = widgetOfPath(path, via?.grants) ?? '';
  if (via || actor?.kind === 'publishableKey') observer.saw({ tenantId, kind: 'use', origin });
  const isWrong = c.res.status >= 400;
  observer.used({
    tenantId,
    origin,
    widget,
    by: via && actor?.kind === 'person' ? { sessionId: via.sessionId, personId: actor.personId } : undefined,
    metrics: [
      { metric: isPage ? 'pageLoad' : 'request' },
      ...(isWrong ? [{ metric: 'error', detail: code ?? `status_${c.res.status}` } as const] : []),
      ...(!isWrong && !['GET', 'HEAD'].includes(method) ? [{ metric: 'action' } as const] : []),
    ],
  });
}

async function sessionRefused(
  { observer, whyKeyIsRefused: why }: Seeing,
  c: HttpContext,
  tenantId: string,
  code: string,
) {
  const { origins, email } = await askedIn(c);
  if (code === 'key_unknown') {
    const key = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    const isKey = /^[sp]k_/.test(key);
    observer.saw({
      tenantId,
      kind: 'session',
      code: isKey ? await why(tenantId, key) : code,
      detail: isKey ? key.slice(0, 8) : '',
    });
    return;
  }
  const detail = code === 'unknown_member' ? maskedEmail(email) : '';
  for (const origin of origins.length > 0 ? origins : [''])
    observer.saw({ tenantId, kind: 'session', code, origin, detail });
}

/** What was asked for, as far as it can be read: the refusal may be about just that. */
async function askedIn(c: HttpContext): Promise<{ origins: string[]; email: string }> {
  const body: unknown = await c.req.json().catch(() => undefined);
  const { origins, member } = (body ?? {}) as { origins?: unknown; member?: { email?: unknown } };
  return {
    origins: Array.isArray(origins)
      ? origins
          .filter((one): one is string => typeof one === 'string')
          .slice(0, 3)
          .map(originKept)
      : [],
    email: typeof member?.email === 'string' ? member.email : '',
  };
}

/** Enough for an admin to know whom to invite, and no list of addresses. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '' : `${email[0]}…${email.slice(at).slice(0, 100)}`;
}

const originKept = (origin: string): string => origin.slice(0, 255);

/** The loader is fetched by the pages that embed us; `crossorigin` makes the browser say which. */
export function observeLoader({ site, directory, observer }: Seeing) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    await next();
    const origin = c.req.header('origin');
    const version = /\/embed\/([\d.]{1,20})\/loader\.js$/.exec(c.req.path)?.[1];
    if (!origin || !version || ![200, 304].includes(c.res.status)) return;
    const { host, slug } = addressOf(c);
    if (origin === site.originOf(host)) return;
    const tenant = await (site.isOwnHost(host) ? slug && directory.bySlug(slug) : directory.byHost(host));
    if (!tenant) return;
    observer.saw({ tenantId: tenant.id, kind: 'loader', origin: originKept(origin), detail: version });
    if (tenant.origins.has(origin))
      observer.used({
        tenantId: tenant.id,
        origin,
        widget: '',
        by: undefined,
        metrics: [{ metric: 'loader', detail: version }],
      });
  });
}
