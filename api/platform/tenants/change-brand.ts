import type { TenantTheme } from '@portico/themes/tokens.ts';
import { validateTheme } from '@portico/themes/validate-theme.ts';
import { type Doer, recordAudit } from '../audit/record-audit.ts';
import type { Executor } from '../database/database.ts';
import { conflict, notFound, Refusal, unprocessable } from '../http/problem.ts';
import { acceptBrand } from './accept-brand.ts';
import { type Brand, brandDifferences, brandImagePath, featureNeededFor } from './brand.ts';
import type { BrandBody } from './brand-schema.ts';
import { findDraft, findNewestNumber, findVersion, insertVersion, keepDraft, listImages } from './brand-store.ts';
import type { TenantCommandDeps } from './command-deps.ts';
import { requirePlan } from './require-feature.ts';
import { findTenantRow, updateTenant } from './store.ts';
import { brandOfRow, type Tenant } from './tenant.ts';
import { tenantScope } from './tenant-scope.ts';
import { themeErrors } from './theme-errors.ts';

/** What is worn, what is being edited, and its revision. */
export type BrandAtHand = { published: Brand; draft: Brand; revision: number; version: number; tenantRevision: number };

export async function readBrand(db: Executor, tenantId: string): Promise<BrandAtHand> {
  const scope = tenantScope(tenantId);
  const [row, kept, version] = await Promise.all([
    findTenantRow(db, scope),
    findDraft(db, scope),
    findNewestNumber(db, scope),
  ]);
  if (!row) throw notFound();
  const published = brandOfRow(row);
  const draft: Brand = kept?.draft ? { ...published, ...JSON.parse(kept.draft) } : published;
  return { published, draft, revision: kept?.revision ?? 0, version, tenantRevision: row.revision };
}

/** @throws 422 brand_refused, 412 changed_meanwhile */
export async function saveDraft(
  { database, clock }: TenantCommandDeps,
  tenant: Tenant,
  by: Doer,
  atHand: BrandAtHand,
  body: BrandBody | null,
): Promise<void> {
  const scope = tenantScope(tenant.id);
  const images = new Map((await listImages(database.db, scope)).map(({ hash, kind }) => [hash, kind]));
  const accepted = body && acceptBrand(body, images);
  const isChanged = accepted !== null && brandDifferences(atHand.published, accepted).length > 0;
  const draft = isChanged ? JSON.stringify(accepted) : null;
  const updatedBy = by.actor.kind === 'person' ? by.actor.personId : null;
  const row = { draft, updatedBy, updatedAt: clock.now() };
  if (!(await database.transaction((trx) => keepDraft(trx, scope, atHand.revision, row)))) throw changedMeanwhile();
}

/** @throws 409 nothing_to_publish, 422 theme_refused, 403 plan_does_not_include, 412 changed_meanwhile */
export async function publishDraft(
  deps: TenantCommandDeps,
  tenant: Tenant,
  by: Doer,
  atHand: BrandAtHand,
): Promise<void> {
  if (brandDifferences(atHand.published, atHand.draft).length === 0)
    throw conflict('nothing_to_publish', 'The draft is what is worn already; nothing was changed.');
  await publish(deps, tenant, by, atHand, atHand.draft, {
    keepsDraft: false,
    restoredFrom: null,
    action: 'tenant.brandPublished',
  });
}

/** @throws 404, 409 nothing_to_publish, 403 plan_does_not_include, 422 theme_refused */
export async function restoreVersion(
  deps: TenantCommandDeps,
  tenant: Tenant,
  by: Doer,
  atHand: BrandAtHand,
  number: number,
): Promise<void> {
  const version = await findVersion(deps.database.db, tenantScope(tenant.id), number);
  if (!version) throw notFound();
  const brand: Brand = { ...atHand.published, ...JSON.parse(version.brand) };
  if (brandDifferences(atHand.published, brand).length === 0)
    throw conflict('nothing_to_publish', 'This version is what is worn already; nothing was changed.');
  await publish(deps, tenant, by, atHand, brand, {
    keepsDraft: true,
    restoredFrom: number,
    action: 'tenant.brandRestored',
  });
}

/** The colours alone, at once; a draft is left as it is. */
export async function wearTheme(deps: TenantCommandDeps, tenant: Tenant, by: Doer, theme: TenantTheme): Promise<void> {
  const atHand = await readBrand(deps.database.db, tenant.id);
  if (atHand.tenantRevision !== tenant.revision) throw changedMeanwhile();
  const brand = { ...atHand.published, theme };
  const how = { keepsDraft: true, restoredFrom: null, action: 'tenant.themeChanged' };
  await publish(deps, tenant, by, atHand, brand, how);
}

type How = { keepsDraft: boolean; restoredFrom: number | null; action: string };

async function publish(
  deps: TenantCommandDeps,
  tenant: Tenant,
  by: Doer,
  { published, draft, revision, version, tenantRevision }: BrandAtHand,
  brand: Brand,
  { keepsDraft, restoredFrom, action }: How,
): Promise<void> {
  requireReadable(brand);
  const changes = brandDifferences(published, brand);
  for (const part of changes) {
    const feature = featureNeededFor(part);
    if (feature) requirePlan(tenant.plan, feature);
  }
  const scope = tenantScope(tenant.id);
  const [nowMs, personId] = [deps.clock.now(), by.actor.kind === 'person' ? by.actor.personId : null];
  const number = Math.max(version, 1) + 1;
  await deps.authority.change(async (trx) => {
    const worn = {
      brand: JSON.stringify(brand),
      theme: JSON.stringify(brand.theme),
      brandName: brand.name,
      ...(brand.logo !== published.logo && { logo: brand.logo && brandImagePath(brand.logo) }),
    };
    const left = keepsDraft && brandDifferences(brand, draft).length > 0 && draft !== published;
    const row = { draft: left ? JSON.stringify(draft) : null, updatedBy: personId, updatedAt: nowMs };
    if (!(await updateTenant(trx, scope, tenantRevision, worn)) || !(await keepDraft(trx, scope, revision, row)))
      throw changedMeanwhile();
    const fixed = { publishedAt: nowMs, restoredFrom: null };
    // What stood before anybody published can be gone back to as well.
    if (version === 0)
      await insertVersion(trx, scope, {
        ...{ ...fixed, number: 1, publishedBy: null },
        brand: JSON.stringify(published),
        changes: '[]',
      });
    await insertVersion(trx, scope, {
      ...{ number, publishedBy: personId, publishedAt: nowMs, restoredFrom },
      brand: JSON.stringify(brand),
      changes: JSON.stringify(changes),
    });
    await recordAudit(trx, deps, scope, by, {
      action,
      object: { kind: 'tenant', id: tenant.id },
      details: {
        ...{ version: number, changes },
        ...(restoredFrom !== null && { restoredFrom }),
        ...(changes.includes('theme') && { theme: brand.theme }),
      },
      before: published,
      after: brand,
    });
    await deps.authority.record(trx, { tenantId: tenant.id });
  });
}

function requireReadable({ theme }: Brand): void {
  const verdict = validateTheme(theme);
  if (verdict.ok) return;
  throw unprocessable(
    'theme_refused',
    'The brand was not published; its draft is kept. See errors for each color.',
    themeErrors(verdict.refusals),
  );
}

const changedMeanwhile = () =>
  new Refusal(
    412,
    'changed_meanwhile',
    'Somebody changed the brand meanwhile; your change was not saved. Read it again and repeat.',
  );
