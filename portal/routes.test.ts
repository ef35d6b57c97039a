import { expect } from '@open-wc/testing';
import { portalPaths } from '@portico/api/platform/notices/portal-paths.ts';
import { findRoute } from './router.ts';
import { routes } from './routes.ts';

/** What a link of a mail, a notification or an approval opens. */
function opened(path: string) {
  const { pathname } = new URL(path, 'https://portal.example');
  return findRoute(routes, pathname);
}

/** Money is told of to those alone who may see it. */
function sideOf(name: string): string {
  if (/^own|^connects$|^payout|^tax$/.test(name)) return 'freelancer';
  if (/^job$|Invitation$/.test(name)) return 'anyone';
  if (/^payment$|^invoice$/.test(name)) return 'billing';
  if (/^operatorVetting/.test(name)) return 'vetter';
  if (/^vetting/.test(name)) return 'vettingReader';
  // What a role in one team reaches too.
  if (/^approval$|^delegation$|^purchaseOrder$|^budgets$|^rateCards$|^report/.test(name)) return 'teamMember';
  return name === 'bankDisputes' ? 'policyReader' : 'member';
}

describe('the pages of the portal', () => {
  for (const [name, pathOf] of Object.entries(portalPaths)) {
    it(`has the page that ${name} links to, for the side that is told of it`, () => {
      const match = opened(pathOf('xx_1'));
      expect(match, pathOf('xx_1')).not.to.equal(undefined);
      expect(match!.route.access).to.equal(sideOf(name));
      const { searchParams } = new URL(pathOf('xx_1'), 'https://portal.example');
      const wanted = searchParams.size > 0 ? undefined : 'xx_1';
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
