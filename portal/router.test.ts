import { expect } from '@open-wc/testing';
import { basePathOf, findRoute, matchPath, type Route, safePath } from './router.ts';

describe('the address of a page', () => {
  it('begins with the tenant when the path names one', () => {
    expect(basePathOf('/t/acme/lists')).to.equal('/t/acme');
    expect(basePathOf('/t/acme')).to.equal('/t/acme');
  });

  it('has no prefix when the host names the tenant', () => {
    expect(basePathOf('/lists')).to.equal('');
    expect(basePathOf('/talent')).to.equal('');
    expect(basePathOf('/t/Acme!')).to.equal('');
  });

  it('gives its parts by name, decoded', () => {
    expect(matchPath('/lists/:id', '/lists/tl_1')).to.deep.equal({ id: 'tl_1' });
    expect(matchPath('/lists/:id', '/lists/a%20b/')).to.deep.equal({ id: 'a b' });
  });

  it('matches whole paths only', () => {
    expect(matchPath('/lists', '/lists/tl_1')).to.equal(undefined);
    expect(matchPath('/lists/:id', '/lists')).to.equal(undefined);
  });

  it('matches nothing when it cannot be decoded', () => {
    expect(matchPath('/lists/:id', '/lists/%E0%A4%A')).to.equal(undefined);
  });

  it('prefers the route named first', () => {
    const route = (path: string) => ({ path }) as Route;
    const match = findRoute([route('/profile/start'), route('/profile/:part')], '/profile/start');
    expect(match?.route.path).to.equal('/profile/start');
  });
});

describe('where a sign-in leads', () => {
  for (const path of ['/lists', '/talent?q=react&skill=node-js', '/profile#skills']) {
    it(`may be ${path}`, () => expect(safePath(path)).to.equal(path));
  }

  const elsewhere = [
    null,
    '',
    'lists',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\nb',
  ];
  for (const path of elsewhere) {
    it(`is the home page instead of ${JSON.stringify(path)}`, () => expect(safePath(path)).to.equal('/'));
  }
});
