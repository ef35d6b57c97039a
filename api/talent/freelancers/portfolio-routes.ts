import type { OpenAPIHono } from '@hono/zod-openapi';
import { imagePolicies } from '../../platform/files/file.ts';
import { readUpload } from '../../platform/files/read-upload.ts';
import type { HttpEnv } from '../../platform/http/environment.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import type { ChangeDeps } from './change-freelancer.ts';
import { addItemImage, clearPhoto, setPhoto } from './change-images.ts';
import { addItem, editItem, removeItem } from './edit-portfolio.ts';
import { ifMatch, ownerId, ownWithEtag } from './own-profile.ts';
import * as wire from './schema.ts';

/** Photo and portfolio of the own profile. */
export function portfolioRoutes(deps: ChangeDeps): OpenAPIHono<HttpEnv> {
  const routes = newRoutes();

  routes.openapi(wire.replacePhoto, async (c) => {
    const read = () => readUpload(c, imagePolicies.photo.bytesMax);
    return c.json(ownWithEtag(c, await setPhoto(deps, ownerId(c), ifMatch(c), read)), 200);
  });

  routes.openapi(wire.removePhoto, async (c) =>
    c.json(ownWithEtag(c, await clearPhoto(deps, ownerId(c), ifMatch(c))), 200),
  );

  routes.openapi(wire.addPortfolioItem, async (c) =>
    c.json(ownWithEtag(c, await addItem(deps, ownerId(c), c.req.valid('json'))), 201),
  );

  routes.openapi(wire.editPortfolioItem, async (c) => {
    const { itemId } = c.req.valid('param');
    return c.json(ownWithEtag(c, await editItem(deps, ownerId(c), ifMatch(c), itemId, c.req.valid('json'))), 200);
  });

  routes.openapi(wire.removePortfolioItem, async (c) =>
    c.json(ownWithEtag(c, await removeItem(deps, ownerId(c), ifMatch(c), c.req.valid('param').itemId)), 200),
  );

  routes.openapi(wire.addPortfolioImage, async (c) => {
    const { alt = '' } = c.req.valid('query');
    const read = () => readUpload(c, imagePolicies.portfolio.bytesMax);
    return c.json(ownWithEtag(c, await addItemImage(deps, ownerId(c), c.req.valid('param').itemId, alt, read)), 201);
  });

  return routes;
}
