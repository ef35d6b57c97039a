import { expect } from '@open-wc/testing';
import { portalPaths } from '@portico/api/platform/notices/portal-paths.ts';
import { findRoute } from './router.ts';
import { routes } from './routes.ts';

/** What a link of a mail, a notification or an approval opens. */
function opened(path: string) {
  const { pathname } = new URL(path, 'https://portal.example');
  return findRoute(routes, pathname);
}

describe('the pages of the portal', () => {
  for (const [name, pathOf] of Object.entries(portalPaths)) {
    it(`has the page that ${name} links to, for the side that is told of it`, () => {
      const match = opened(pathOf('xx_1'));
      expect(match, pathOf('xx_1')).not.to.equal(undefined);
      const side = /^own|connects/.test(name) ? 'freelancer' : /^job$|Invitation$/.test(name) ? 'anyone' : 'member';
      expect(match!.route.access).to.equal(side);
      const wanted = new URL(pathOf('xx_1'), 'https://portal.example').searchParams.has('id') ? undefined : 'xx_1';
      if (pathOf.length > 0) expect(match!.params.id).to.equal(wanted);
    });
  }

  it('has no page behind another one', () => {
    for (const route of routes) expect(findRoute(routes, route.path)?.route, route.path).to.equal(route);
  });

  it('escapes what an id should never hold', () => {
    expect(portalPaths.ownOffer('a/b?c')).to.equal('/my/offers/a%2Fb%3Fc');
  });
});
