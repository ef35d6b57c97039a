import type { OpenAPIHono } from '@hono/zod-openapi';
import type { HttpEnv } from '../../platform/http/environment.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { becomeFreelancer } from './become-freelancer.ts';
import { type ChangeDeps, noteActivity } from './change-freelancer.ts';
import { completenessOf } from './completeness.ts';
import { countsOf } from './count-profile.ts';
import * as edits from './edit-profile.ts';
import { ifMatch, ownCaching, ownerId, ownWithEtag, readOwn } from './own-profile.ts';
import { portfolioRoutes } from './portfolio-routes.ts';
import { presentProfile } from './present-freelancer.ts';
import { type ProfilePorts, profileRoutes } from './profile-routes.ts';
import * as wire from './schema.ts';

export function freelancerRoutes(deps: ChangeDeps, ports: ProfilePorts = {}): OpenAPIHono<HttpEnv> {
  const routes = newRoutes();

  routes.openapi(wire.becomeFreelancer, async (c) => {
    // A signed-in person has proven their e-mail address: platform/auth takes nobody else for one.
    const record = await becomeFreelancer(deps, ownerId(c), c.req.valid('json'));
    return c.json(ownWithEtag(c, record), 201);
  });

  routes.openapi(wire.getOwnFreelancer, async (c) => {
    const record = await readOwn(c, deps);
    await noteActivity(deps, record.row);
    return c.json(ownWithEtag(c, record), 200);
  });

  routes.openapi(wire.editOwnFreelancer, async (c) =>
    c.json(ownWithEtag(c, await edits.editProfile(deps, ownerId(c), ifMatch(c), c.req.valid('json'))), 200),
  );
  routes.openapi(wire.replaceSkills, async (c) =>
    c.json(ownWithEtag(c, await edits.replaceSkillList(deps, ownerId(c), ifMatch(c), c.req.valid('json'))), 200),
  );
  routes.openapi(wire.replaceLanguages, async (c) =>
    c.json(ownWithEtag(c, await edits.replaceLanguageList(deps, ownerId(c), ifMatch(c), c.req.valid('json'))), 200),
  );
  routes.openapi(wire.replaceEmployment, async (c) =>
    c.json(ownWithEtag(c, await edits.replaceEmploymentList(deps, ownerId(c), ifMatch(c), c.req.valid('json'))), 200),
  );
  routes.openapi(wire.replaceEducation, async (c) =>
    c.json(ownWithEtag(c, await edits.replaceEducationList(deps, ownerId(c), ifMatch(c), c.req.valid('json'))), 200),
  );
  routes.openapi(wire.replaceCertifications, async (c) =>
    c.json(
      ownWithEtag(c, await edits.replaceCertificationList(deps, ownerId(c), ifMatch(c), c.req.valid('json'))),
      200,
    ),
  );
  routes.openapi(wire.replaceLinks, async (c) =>
    c.json(ownWithEtag(c, await edits.replaceLinkList(deps, ownerId(c), ifMatch(c), c.req.valid('json'))), 200),
  );

  routes.openapi(wire.getCompleteness, async (c) =>
    c.json(completenessOf(countsOf(await readOwn(c, deps))), 200, ownCaching),
  );

  routes.openapi(wire.previewOwnFreelancer, async (c) =>
    c.json({ ...presentProfile(await readOwn(c, deps)), saved: false }, 200, ownCaching),
  );

  routes.route('/', portfolioRoutes(deps));
  // Last: its path would take `me` for an id.
  routes.route('/', profileRoutes(deps, ports));
  return routes;
}
