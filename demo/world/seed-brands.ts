import { storeBrandImage } from '@portico/api/platform/tenants/brand-images.ts';
import { publishDraft, readBrand, saveDraft } from '@portico/api/platform/tenants/change-brand.ts';
import { tenantScope } from '@portico/api/platform/tenants/tenant-scope.ts';
import { seedBrands } from './brands.ts';
import { drawBrandMarks, type MarkedTenant } from './pictures/brand-marks.ts';
import type { SeededApp } from './seed-tenants.ts';

/** Companies publish their brands by the commands that people use; one that has published already is left as it is. */
export async function seedBrandsOnce({ deps, identity }: SeededApp): Promise<void> {
  for (const slug of Object.keys(seedBrands) as MarkedTenant[]) {
    const tenant = await identity.directory.bySlug(slug);
    if (!tenant) continue;
    const before = await readBrand(deps.database.db, tenant.id);
    if (before.version > 0) continue;
    const scope = tenantScope(tenant.id);
    const marks = await drawBrandMarks(slug);
    const logo = await storeBrandImage(deps, scope, 'logo', marks.logo);
    const darkLogo = await storeBrandImage(deps, scope, 'darkLogo', marks.darkLogo);
    const favicon = await storeBrandImage(deps, scope, 'favicon', marks.favicon);
    const picture = await storeBrandImage(deps, scope, 'picture', marks.picture);
    const { signIn, print, ...look } = seedBrands[slug];
    const by = { actor: { kind: 'clock' }, requestId: 'seed' } as const;
    const brand = {
      ...look,
      theme: { ...before.published.theme },
      ...{ logo: logo.hash, darkLogo: darkLogo.hash, favicon: favicon.hash },
      signIn: { ...signIn, picture: picture.hash },
      print: { ...print, footer: [...print.footer] },
    };
    const commands = { ...deps, authority: identity.authority };
    await saveDraft(commands, tenant, by, before, structuredClone(brand) as Parameters<typeof saveDraft>[4]);
    await publishDraft(commands, tenant, by, await readBrand(deps.database.db, tenant.id));
  }
}
