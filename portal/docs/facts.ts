import type { TenantTheme } from '@portico/themes/tokens.ts';
import type { Snippet } from '../pages/embed/snippets.ts';
import { basePathOf } from '../router.ts';

type Tenant = {
  brand: {
    name: string;
    logoUrl: string | null;
    darkLogoUrl?: string | null;
    support?: { email: string | null; url: string | null };
  };
  theme: TenantTheme;
};

/** What the pages are filled with: whose address this is, and what is served there. */
export type Facts = {
  basePath: string;
  embed: Pick<Snippet, 'base' | 'version' | 'loaderFile' | 'integrity'>;
  brand: string | undefined;
  logoUrl: string | undefined;
  darkLogoUrl: string | undefined;
  theme: TenantTheme;
  /** whom the company's people ask, if it says so */
  support: { email: string | null; url: string | null } | undefined;
  /** by which name a project installs and imports the package */
  packageName: string;
};

export async function loadFacts(): Promise<Facts> {
  const basePath = basePathOf(location.pathname);
  const base = location.origin + basePath;
  const addressOf = (url: string | null | undefined) => (url?.startsWith('/') ? basePath + url : (url ?? undefined));
  const [tenant, manifest] = await Promise.all([
    json<Tenant>(`${base}/v1/tenant`),
    json<{ version: string; loader: { file: string; integrity: string } }>(`${base}/embed/1.0.0/manifest.json`),
  ]);
  return {
    basePath,
    embed: {
      base,
      version: manifest?.version ?? '1.0.0',
      loaderFile: manifest?.loader.file ?? 'loader.js',
      integrity: manifest?.loader.integrity ?? 'sha384-…',
    },
    brand: tenant?.brand.name,
    logoUrl: addressOf(tenant?.brand.logoUrl),
    darkLogoUrl: addressOf(tenant?.brand.darkLogoUrl),
    theme: tenant?.theme ?? {},
    support: tenant?.brand.support,
    // On a company's own address its developers see no other name than its own.
    packageName: tenant ? 'hire-widgets' : '@portico/widgets',
  };
}

/** Nobody has to be signed in here, and the installation's own address has no tenant. */
async function json<Answer>(url: string): Promise<Answer | undefined> {
  const answer = await fetch(url).catch(() => undefined);
  return answer?.ok && answer.status !== 204 ? answer.json() : undefined;
}
