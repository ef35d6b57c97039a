import type { OpenAPIHono } from '@hono/zod-openapi';
import { peopleById } from '../auth/people.ts';
import { requireRole } from '../auth/require-role.ts';
import { isoInstant } from '../clock/clock.ts';
import type { Files } from '../files/files.ts';
import { readUpload } from '../files/read-upload.ts';
import { type HttpContext, type HttpEnv, requireScope } from '../http/environment.ts';
import { matchesIfNoneMatch, requireIfMatch, revisionEtag } from '../http/etag.ts';
import { notFound } from '../http/problem.ts';
import { newRoutes } from '../http/routes.ts';
import { formattedText } from '../rich-text/present-markdown.ts';
import { brandDifferences, featureNeededFor, planHasPart } from './brand.ts';
import { brandImageKey, storeBrandImage } from './brand-images.ts';
import * as definitions from './brand-schema.ts';
import { listImages, listVersionRows } from './brand-store.ts';
import { type BrandAtHand, publishDraft, readBrand, restoreVersion, saveDraft } from './change-brand.ts';
import type { TenantCommandDeps } from './command-deps.ts';
import { requireFeature } from './require-feature.ts';
import type { Tenant } from './tenant.ts';
import type { TenantDirectory } from './tenant-directory.ts';
import { tenantScope } from './tenant-scope.ts';

export type BrandRouteDeps = TenantCommandDeps & { files: Files; directory: TenantDirectory };

const imageBytesMax = 5 * 1024 * 1024;
const versionsShown = 100;

/** A tenant's brand: a draft that nobody sees, and what everything wears. */
export function brandRoutes(deps: BrandRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, directory, files } = deps;
  const { db } = database;
  const tenantOf = async (c: HttpContext): Promise<Tenant> => {
    const tenant = await directory.byId(requireScope(c).tenantId);
    if (!tenant) throw notFound();
    return tenant;
  };
  const doer = (c: HttpContext) => ({ actor: c.get('actor'), requestId: c.get('requestId') });
  const routes = newRoutes();

  /** Who may edit, and the very draft that was read. */
  async function atHandOf(c: HttpContext): Promise<{ tenant: Tenant; atHand: BrandAtHand }> {
    const tenant = await tenantOf(c);
    requireRole(c, 'owner', 'accountAdmin');
    const atHand = await readBrand(db, tenant.id);
    requireIfMatch(c, etagOf(tenant.id, atHand));
    return { tenant, atHand };
  }

  async function stateOf(tenant: Tenant): Promise<{ body: definitions.BrandState; etag: string }> {
    const atHand = await readBrand(db, tenant.id);
    const { draft, published, version } = atHand;
    const images = await listImages(db, tenantScope(tenant.id));
    const parts = [...(Object.keys(published) as (keyof typeof published)[]), 'mailSender' as const];
    const body = {
      draft: structuredClone(draft) as definitions.BrandBody,
      published: structuredClone(published) as definitions.BrandBody,
      changes: brandDifferences(published, draft),
      version,
      lacking: parts.filter((part) => featureNeededFor(part) && !planHasPart(tenant.plan, part)),
      images: Object.fromEntries(images.map(({ hash, kind, width, height }) => [hash, { kind, width, height }])),
    };
    return { body, etag: etagOf(tenant.id, atHand) };
  }

  routes.openapi(definitions.getBrand, async (c) => {
    const tenant = await tenantOf(c);
    requireRole(c, 'owner', 'accountAdmin', 'auditor');
    const { body, etag } = await stateOf(tenant);
    return c.json(body, 200, { etag, 'cache-control': 'private, no-store' });
  });

  routes.openapi(definitions.putDraft, async (c) => {
    const { tenant, atHand } = await atHandOf(c);
    await saveDraft(deps, tenant, doer(c), atHand, c.req.valid('json'));
    const { body, etag } = await stateOf(tenant);
    return c.json(body, 200, { etag });
  });

  routes.openapi(definitions.deleteDraft, async (c) => {
    const { tenant, atHand } = await atHandOf(c);
    await saveDraft(deps, tenant, doer(c), atHand, null);
    const { body, etag } = await stateOf(tenant);
    return c.json(body, 200, { etag });
  });

  routes.openapi(definitions.postPublication, async (c) => {
    const { tenant, atHand } = await atHandOf(c);
    await publishDraft(deps, tenant, doer(c), atHand);
    const { body, etag } = await stateOf(await tenantOf(c));
    return c.json(body, 200, { etag });
  });

  routes.openapi(definitions.postRestoration, async (c) => {
    const { tenant, atHand } = await atHandOf(c);
    await restoreVersion(deps, tenant, doer(c), atHand, c.req.valid('param').number);
    const { body, etag } = await stateOf(await tenantOf(c));
    return c.json(body, 200, { etag });
  });

  routes.openapi(definitions.listVersions, async (c) => {
    const scope = requireScope(c);
    requireRole(c, 'owner', 'accountAdmin', 'auditor');
    const rows = await listVersionRows(db, scope, versionsShown);
    const people = await peopleById(
      db,
      rows.flatMap(({ publishedBy }) => publishedBy ?? []),
    );
    const items = rows.map(({ number, changes, restoredFrom, publishedBy, publishedAt }, index) => ({
      number,
      changes: JSON.parse(changes) as string[],
      restoredFrom,
      publishedBy: publishedBy ? { id: publishedBy, name: people.get(publishedBy)?.name ?? '' } : null,
      publishedAt: isoInstant(publishedAt),
      isWorn: index === 0,
    }));
    return c.json({ items }, 200);
  });

  routes.openapi(definitions.postBrandImage, async (c) => {
    const scope = requireScope(c);
    requireRole(c, 'owner', 'accountAdmin');
    const { use } = c.req.valid('query');
    if (use === 'picture') requireFeature(c, 'brand');
    const bytes = await readUpload(c, imageBytesMax);
    return c.json(await storeBrandImage(deps, scope, use, bytes), 201);
  });

  routes.openapi(definitions.getBrandImage, async (c) => {
    const { hash, name } = c.req.valid('param');
    const key = brandImageKey(hash, name.replace(/\.png$/, ''));
    if (!key) throw notFound();
    const etag = `"${hash}.${name}"`;
    if (matchesIfNoneMatch(c, etag)) return c.body(null, 304, { ...imageHeaders, etag });
    const bytes = await files.get(key);
    if (!bytes) throw notFound();
    return c.body(new Uint8Array(bytes), 200, { ...imageHeaders, etag });
  });

  routes.openapi(definitions.getLegalText, async (c) => {
    const tenant = await tenantOf(c);
    const { kind } = c.req.valid('param');
    const text = tenant.brand.legal[kind];
    if (!text) throw notFound();
    const rows = await listVersionRows(db, requireScope(c), versionsShown);
    const since = rows.find(({ changes }) => (JSON.parse(changes) as string[]).includes('legal'));
    const body = {
      kind,
      title: text.title,
      url: text.url ?? null,
      text: text.markdown === undefined ? null : formattedText(text.markdown),
      validSince: since ? isoInstant(since.publishedAt) : null,
    };
    return c.json(body, 200, { 'cache-control': 'no-cache' });
  });

  return routes;
}

const etagOf = (tenantId: string, { revision, tenantRevision }: BrandAtHand): string =>
  revisionEtag(`brand.${tenantId}.${tenantRevision}`, revision);

const imageHeaders = {
  'content-type': 'image/png',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'public, max-age=31536000, immutable',
  // Mails, widgets on other pages and other tenants' lists of clients show them.
  'cross-origin-resource-policy': 'cross-origin',
};
