import { type ThemeRefusal, validateTheme } from '@portico/themes/validate-theme.ts';
import { type Doer, recordAudit } from '../audit/record-audit.ts';
import { Refusal, unprocessable } from '../http/problem.ts';
import type { TenantCommandDeps } from './command-deps.ts';
import { replaceOrigins, updateTenant } from './store.ts';
import type { Tenant } from './tenant.ts';
import { tenantScope } from './tenant-scope.ts';

/** @throws 422 theme_refused with one entry for each token that is unknown, malformed or too low in contrast */
export async function saveTheme(deps: TenantCommandDeps, tenant: Tenant, by: Doer, input: unknown): Promise<void> {
  const verdict = validateTheme(input);
  if (!verdict.ok) {
    const errors = verdict.refusals.map((refusal) => ({
      pointer: `/theme/${refusal.path.replaceAll('.', '/')}`,
      code: refusal.code,
      message: sentenceOf(refusal),
    }));
    throw unprocessable('theme_refused', 'The theme was not saved. See errors for each token.', errors);
  }
  const { tenantTheme } = verdict;
  await changeTenant(
    deps,
    tenant,
    by,
    'tenant.themeChanged',
    { theme: JSON.stringify(tenantTheme) },
    { theme: tenantTheme },
  );
}

/** @throws 422 origin_not_exact */
export async function saveOrigins(
  deps: TenantCommandDeps,
  tenant: Tenant,
  by: Doer,
  origins: readonly string[],
): Promise<void> {
  const wrong = origins.flatMap((origin, index) => (isExactOrigin(origin) ? [] : [index]));
  if (wrong.length > 0) {
    const message = 'Give scheme, host and port only, as https://intranet.example; http is for localhost alone.';
    const errors = wrong.map((index) => ({ pointer: `/origins/${index}`, code: 'origin_not_exact', message }));
    throw unprocessable('origin_not_exact', 'The origins were not saved. See errors.', errors);
  }
  const unique = [...new Set(origins)];
  await changeTenant(
    deps,
    tenant,
    by,
    'tenant.originsChanged',
    {},
    { before: [...tenant.origins], after: unique },
    unique,
  );
}

async function changeTenant(
  deps: TenantCommandDeps,
  tenant: Tenant,
  by: Doer,
  action: string,
  columns: { theme?: string },
  details: Record<string, unknown>,
  origins?: readonly string[],
): Promise<void> {
  const scope = tenantScope(tenant.id);
  await deps.authority.change(async (trx) => {
    if (!(await updateTenant(trx, scope, tenant.revision, columns)))
      throw new Refusal(
        412,
        'changed_meanwhile',
        'Somebody changed this meanwhile; your change was not saved. Read it again.',
      );
    if (origins) await replaceOrigins(trx, scope, origins, deps.clock.now());
    await recordAudit(trx, deps, scope, by, {
      action,
      object: { kind: 'tenant', id: tenant.id },
      details,
      before: { theme: tenant.theme, origins: [...tenant.origins] },
      after: {
        theme: columns.theme === undefined ? tenant.theme : JSON.parse(columns.theme),
        origins: origins ?? [...tenant.origins],
      },
    });
    await deps.authority.record(trx, { tenantId: tenant.id });
  });
}

/** Exactly what a browser sends as Origin; no wildcard, no path, no `null`. */
function isExactOrigin(text: string): boolean {
  const address = URL.parse(text);
  if (!address || address.origin !== text) return false;
  // URL takes `*` for a host name like any other.
  if (!/^[a-z0-9.-]+$/.test(address.hostname)) return false;
  const isLocal = address.hostname === 'localhost' || address.hostname === '127.0.0.1';
  return (
    address.protocol === 'https:' ||
    (address.protocol === 'http:' && (isLocal || address.hostname.endsWith('.localhost')))
  );
}

function sentenceOf(refusal: ThemeRefusal): string {
  switch (refusal.code) {
    case 'not_an_object':
      return 'This must be an object.';
    case 'unknown_token':
      return 'There is no such token.';
    case 'not_a_color':
      return 'This is not a color that every browser reads.';
    case 'not_a_number':
      return 'This must be a number.';
    case 'out_of_range':
      return `This must be between ${refusal.min} and ${refusal.max}.`;
    case 'not_in_list':
      return `Choose one of: ${refusal.allowed.join(', ')}.`;
    case 'contrast_too_low':
      return `The contrast of ${refusal.text} is too low to read.`;
  }
}
