import { validateTheme } from '@portico/themes/validate-theme.ts';
import { type Doer, recordAudit } from '../audit/record-audit.ts';
import { Refusal, unprocessable } from '../http/problem.ts';
import { wearTheme } from './change-brand.ts';
import type { TenantCommandDeps } from './command-deps.ts';
import { originRefusal, originSentences } from './origin-rules.ts';
import { replaceOrigins, updateTenant } from './store.ts';
import type { Tenant } from './tenant.ts';
import { tenantScope } from './tenant-scope.ts';
import { themeErrors } from './theme-errors.ts';

/** @throws 422 theme_refused with one entry for each token that is unknown, malformed or too low in contrast */
export async function saveTheme(deps: TenantCommandDeps, tenant: Tenant, by: Doer, input: unknown): Promise<void> {
  const verdict = validateTheme(input);
  if (!verdict.ok)
    throw unprocessable(
      'theme_refused',
      'The theme was not saved. See errors for each token.',
      themeErrors(verdict.refusals),
    );
  await wearTheme(deps, tenant, by, verdict.tenantTheme);
}

/** @throws 422 origin_not_exact | origin_wildcard | origin_not_secure */
export async function saveOrigins(
  deps: TenantCommandDeps,
  tenant: Tenant,
  by: Doer,
  origins: readonly string[],
): Promise<void> {
  const errors = origins.flatMap((origin, index) => {
    const code = originRefusal(origin);
    return code ? [{ pointer: `/origins/${index}`, code, message: originSentences[code] }] : [];
  });
  if (errors[0]) throw unprocessable(errors[0].code, `The origins were not saved. ${errors[0].message}`, errors);
  const unique = [...new Set(origins)];
  const scope = tenantScope(tenant.id);
  await deps.authority.change(async (trx) => {
    if (!(await updateTenant(trx, scope, tenant.revision, {})))
      throw new Refusal(
        412,
        'changed_meanwhile',
        'Somebody changed this meanwhile; your change was not saved. Read it again.',
      );
    await replaceOrigins(trx, scope, unique, deps.clock.now());
    await recordAudit(trx, deps, scope, by, {
      action: 'tenant.originsChanged',
      object: { kind: 'tenant', id: tenant.id },
      details: { before: [...tenant.origins], after: unique },
      before: { theme: tenant.theme, origins: [...tenant.origins] },
      after: { theme: tenant.theme, origins: unique },
    });
    await deps.authority.record(trx, { tenantId: tenant.id });
  });
}
