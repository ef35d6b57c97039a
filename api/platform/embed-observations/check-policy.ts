/**
 * What a Content-Security-Policy does to the widgets, read as a browser reads it (CSP level 3, §6.7). Pure: the portal
 * says it while somebody types.
 */
export type PolicyNeed = 'script' | 'connect' | 'image' | 'dataImage' | 'trustedTypes' | 'sandbox';
export type PolicyFinding = {
  need: PolicyNeed;
  isAllowed: boolean;
  /** The directive that decides, or none: then everything is allowed. */
  decidedBy: string | undefined;
  /** What to write instead of the directive; undefined where nothing has to change. */
  fix: string | undefined;
};

type Directives = Map<string, string[]>;

/** The first of a name counts, as in browsers. */
export function parsePolicy(text: string): Directives {
  const directives: Directives = new Map();
  const body = text.trim().replace(/^content-security-policy(-report-only)?\s*:\s*/i, '');
  for (const part of body.split(';')) {
    const [name, ...values] = part.trim().split(/\s+/);
    const key = name?.toLowerCase();
    if (key && !directives.has(key)) directives.set(key, values);
  }
  return directives;
}

/** @param base of the tenant: everything before `/v1` and `/embed` */
export function checkPolicy(text: string, base: string): PolicyFinding[] {
  const directives = parsePolicy(text);
  return [
    fetched(
      directives,
      'script',
      ['script-src-elem', 'script-src', 'default-src'],
      'script-src',
      `${base}/embed/1/loader.js`,
    ),
    fetched(directives, 'connect', ['connect-src', 'default-src'], 'connect-src', `${base}/v1/me`),
    fetched(directives, 'image', ['img-src', 'default-src'], 'img-src', `${base}/v1/files/x`),
    dataImage(directives),
    trustedTypes(directives),
    sandbox(directives),
  ];
}

/** What a page has to allow, with nothing it does not need. */
function policyFor(base: string, extra: { trustedTypes: boolean; reports: boolean }): string {
  const { origin } = new URL(base);
  return [
    `script-src 'self' ${origin}`,
    `connect-src 'self' ${origin}`,
    `img-src 'self' data: ${origin}`,
    ...(extra.trustedTypes ? ["require-trusted-types-for 'script'", 'trusted-types lit-html'] : []),
    // Alone: a browser that finds `report-to` too sends nothing here for a minute, and nothing ever from a page over http.
    ...(extra.reports ? [`report-uri ${base}/v1/embed/csp-reports`] : []),
  ].join('; ');
}

/** As it is shown first, in the guide and in the console. */
export const policyDefaults = { trustedTypes: false, reports: true } as const;

/** As a server sends it. */
export const policyHeader = (base: string, extra: { trustedTypes: boolean; reports: boolean }): string =>
  `Content-Security-Policy: ${policyFor(base, extra)}`;

function fetched(
  directives: Directives,
  need: PolicyNeed,
  names: readonly string[],
  general: string,
  address: string,
): PolicyFinding {
  const decidedBy = names.find((name) => directives.has(name));
  if (!decidedBy) return { need, isAllowed: true, decidedBy, fix: undefined };
  const sources = directives.get(decidedBy)!;
  const isStrict = need === 'script' && sources.includes("'strict-dynamic'");
  const isAllowed = !isStrict && sources.some((source) => matches(source, address));
  const { origin } = new URL(address);
  const named = decidedBy === 'default-src' ? general : decidedBy;
  const kept = sources.filter((source) => source !== "'none'");
  const fix = [named, ...kept, ...(isStrict ? ["'nonce-…'"] : [origin])].join(' ');
  return { need, isAllowed, decidedBy, fix: isAllowed ? undefined : fix };
}

function dataImage(directives: Directives): PolicyFinding {
  const decidedBy = ['img-src', 'default-src'].find((name) => directives.has(name));
  const sources = decidedBy ? directives.get(decidedBy)! : [];
  const isAllowed = !decidedBy || sources.some((source) => source.toLowerCase() === 'data:');
  const kept = sources.filter((source) => source !== "'none'");
  return {
    need: 'dataImage',
    isAllowed,
    decidedBy,
    fix: isAllowed ? undefined : ['img-src', ...kept, 'data:'].join(' '),
  };
}

/** Where sinks take trusted values alone, or policies are named, ours must be one of them. */
function trustedTypes(directives: Directives): PolicyFinding {
  const named = directives.get('trusted-types');
  const isAllowed = !named || named.includes('*') || named.includes('lit-html');
  const kept = (named ?? []).filter((source) => source !== "'none'");
  return {
    need: 'trustedTypes',
    isAllowed,
    decidedBy: named && 'trusted-types',
    fix: isAllowed ? undefined : ['trusted-types', ...kept, 'lit-html'].join(' '),
  };
}

function sandbox(directives: Directives): PolicyFinding {
  const tokens = directives.get('sandbox');
  const missing = ['allow-scripts', 'allow-same-origin', 'allow-forms', 'allow-popups'].filter(
    (one) => !tokens?.includes(one),
  );
  const isAllowed = !tokens || missing.length === 0;
  return {
    need: 'sandbox',
    isAllowed,
    decidedBy: tokens && 'sandbox',
    fix: isAllowed ? undefined : ['sandbox', ...(tokens ?? []), ...missing].join(' '),
  };
}

/** Paths count up to their last slash; `*` stands for web addresses, and in front of a host for its names. */
function matches(source: string, address: string): boolean {
  const url = new URL(address);
  const text = source.toLowerCase();
  if (text === '*') return url.protocol === 'https:' || url.protocol === 'http:';
  if (text === `${url.protocol}`) return true;
  const parts = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::(\d+|\*))?(\/.*)?$/.exec(
    text,
  );
  if (!parts) return false;
  const [, scheme, host = '', port, path] = parts;
  if (scheme && `${scheme}:` !== url.protocol && !(scheme === 'http' && url.protocol === 'https:')) return false;
  const isHost =
    host === '*' || host === url.hostname || (host.startsWith('*.') && url.hostname.endsWith(host.slice(1)));
  if (!isHost) return false;
  if (port !== '*' && (port ?? '') !== url.port && !(port === '443' && url.port === '' && url.protocol === 'https:'))
    return false;
  if (!path || path === '/') return true;
  return path.endsWith('/') ? url.pathname.toLowerCase().startsWith(path) : url.pathname.toLowerCase() === path;
}
