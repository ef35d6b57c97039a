import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { defineElement } from '../core/define-element.ts';
import { problem } from '../testing/canned-api.ts';
import { button, connect, disconnect, find, mountTalentSearch, searches, until } from '../testing/mount.ts';
import { TalentSearch } from './talent-search.ts';

afterEach(disconnect);

const names = (element: TalentSearch) => [...element.root.querySelectorAll('.name')].map((name) => name.textContent);

describe('talent search: results', () => {
  it('shows people with what matched, and why', async () => {
    connect();
    const element = await mountTalentSearch();
    expect(names(element)[0]).to.equal('Amara Okafor');
    expect(find(element, '.count').textContent).to.equal('6 people');
    const first = find(element, '.person');
    expect([...first.querySelectorAll('mark')].map((mark) => mark.textContent)).to.deep.equal(['React', 'React']);
    expect(first.querySelector('.matched')!.textContent).to.contain('React');
    expect(first.textContent).to.contain('matches in headline, skills, and overview · in your talent pool');
    expect(first.querySelector('.figures')!.textContent).to.contain('$72').and.contain('98% Job Success');
  });

  it('never takes text from the wire as markup', async () => {
    const { api } = connect();
    api.instead('/v1/talent/search', async (request) => {
      const answer = await connect().api.answer(request);
      return new Response((await answer.text()).replaceAll('Amara Okafor', '<img src=x onerror=alert(1)>'), answer);
    });
    const element = await mountTalentSearch();
    expect(element.root.querySelector('img')).to.equal(null);
    expect(names(element)[0]).to.equal('<img src=x onerror=alert(1)>');
  });

  it('asks with words, filters, page size and the asker’s time zone, and no cookies', async () => {
    const { api } = connect();
    await mountTalentSearch(
      html`<hire-talent-search query="react" page-size="5" .filters=${{ skill: ['react', 'lit'], rateMax: 9000 }}></hire-talent-search>`,
    );
    const request = api.requests.find(({ url }) => url.includes('/search'))!;
    expect(request.credentials).to.equal('omit');
    expect(request.headers.get('authorization')).to.match(/^Bearer /);
    const [params] = searches(api);
    expect(params!.get('q')).to.equal('react');
    expect(params!.getAll('skill')).to.deep.equal(['react', 'lit']);
    expect(params!.get('rateMax')).to.equal('9000');
    expect(params!.get('limit')).to.equal('5');
    expect(params!.get('timezone')).to.equal(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });

  it('shows more on request and puts the focus on the first new person', async () => {
    connect();
    const element = await mountTalentSearch(html`<hire-talent-search page-size="4"></hire-talent-search>`);
    button(element, 'Show more').click();
    await until(() => names(element).length === 6);
    await until(() => element.root.activeElement?.textContent === 'Leïla Benali');
    expect(button(element, 'Show more')).to.equal(undefined);
  });

  it('says which word it corrected', async () => {
    connect();
    const element = await mountTalentSearch(html`<hire-talent-search query="raect"></hire-talent-search>`);
    expect(find(element, '.stack').textContent).to.contain('“react”, not “raect”');
  });
});

describe('talent search: four states', () => {
  it('is loading until the first answer, with rows where people will be', async () => {
    const { api } = connect();
    let arrive = (_: Response) => {};
    api.instead('/v1/talent/search', () => new Promise((resolve) => (arrive = resolve)));
    const element = await fixture<TalentSearch>(html`<hire-talent-search page-size="3"></hire-talent-search>`);
    await until(() => element.strings);
    expect(element.matches(':state(loading)')).to.equal(true);
    expect(find(element, '[aria-busy=true]')).to.exist;
    expect(element.root.querySelectorAll('.bone').length).to.equal(3);
    arrive(Response.json({ total: 0, items: [], facets: {}, nextCursor: null, tookMs: 1 }));
    await until(() => element.matches(':state(empty)'));
    expect(find(element, '[name=empty]').textContent).to.contain('Nobody fits');
  });

  it('keeps people on screen while it searches again', async () => {
    const { api } = connect();
    const element = await mountTalentSearch();
    api.instead('/v1/talent/search', () => new Promise(() => {}));
    element.query = 'vue';
    await until(() => find(element, 'section').getAttribute('aria-busy') === 'true');
    expect(names(element).length).to.equal(6);
    expect(element.matches(':state(ready):state(busy)')).to.equal(true);
  });

  it('says what failed, with the request id, and tries again on request', async () => {
    const { api } = connect();
    const restore = api.instead('/v1/talent/search', () => problem(503, 'unavailable', 'rq_42'));
    const failed = oneEvent(document, 'hire-error');
    const element = await mountTalentSearch();
    expect((await failed).detail).to.deep.equal({ code: 'unavailable', requestId: 'rq_42' });
    expect(find(element, '[role=alert]').textContent).to.contain('on our side').and.contain('rq_42');
    restore();
    button(element, 'Try again').click();
    await until(() => element.matches(':state(ready)'));
    expect(element.root.querySelector('[role=alert]')).to.equal(null);
  });

  const codes: [status: number, code: string, shown: string][] = [
    [403, 'origin_not_allowed', 'origin_not_allowed'],
    [403, 'anything_else', 'not_allowed'],
    [429, 'rate_limited', 'rate_limited'],
    [422, 'unknown_parameter', 'invalid_request'],
    [500, 'internal', 'unavailable'],
  ];
  for (const [status, code, shown] of codes) {
    it(`maps ${status} ${code} to ${shown}`, async () => {
      const { api } = connect();
      api.instead('/v1/talent/search', () => problem(status, code));
      const failed = oneEvent(document, 'hire-error');
      await mountTalentSearch();
      expect((await failed).detail.code).to.equal(shown);
    });
  }

  it('calls a lost connection by its name', async () => {
    const { api } = connect();
    api.instead('/v1/talent/search', () => Promise.reject(new TypeError('Failed to fetch')));
    const failed = oneEvent(document, 'hire-error');
    await mountTalentSearch();
    expect((await failed).detail.code).to.equal('network');
  });

  it('renews a refused session once and goes on', async () => {
    const { api } = connect();
    const restore = api.instead('/v1/talent/search', () => {
      restore();
      return problem(401, 'session_expired');
    });
    await mountTalentSearch();
    const reasons = api.requests.map(({ headers }) => headers.get('x-hire-session')).filter(Boolean);
    expect(reasons).to.deep.equal(['initial', 'refresh']);
  });
});

describe('talent search: searching', () => {
  it('waits for a pause in typing, then asks once', async () => {
    const { api } = connect();
    const element = await mountTalentSearch(html`<hire-talent-search></hire-talent-search>`);
    const searched = oneEvent(element, 'hire-search');
    find(element, 'input').focus();
    await sendKeys({ type: 'reac' });
    expect((await searched).detail.query.q).to.equal('reac');
    await until(() => searches(api).length === 2);
    expect(searches(api).map((params) => params.get('q'))).to.deep.equal([null, 'reac']);
  });

  it('suggests skills; chosen by keyboard one becomes a filter', async () => {
    connect();
    const element = await mountTalentSearch(html`<hire-talent-search></hire-talent-search>`);
    find(element, 'input').focus();
    await sendKeys({ type: 'rea' });
    await until(() => element.root.querySelectorAll('[role=option]').length === 3);
    const input = find<HTMLInputElement>(element, 'input');
    await sendKeys({ press: 'ArrowDown' });
    await element.updateComplete;
    expect(input.getAttribute('aria-activedescendant')).to.equal('suggestion-0');
    await sendKeys({ press: 'Enter' });
    await until(() => element.filters.skill?.[0] === 'react');
    expect(element.query).to.equal('');
    expect(input.getAttribute('aria-expanded')).to.equal('false');
  });

  it('filters by facet, shows the choice and takes it back', async () => {
    const { api } = connect();
    const element = await mountTalentSearch();
    const box = [...element.root.querySelectorAll<HTMLElement>('.choice')].find((each) =>
      each.textContent!.includes('Figma'),
    )!;
    box.click();
    await until(() => names(element).length === 1);
    expect(searches(api).at(-1)!.getAll('skill')).to.deep.equal(['figma']);
    button(element, 'Remove Figma').click();
    await until(() => names(element).length === 6);
    expect(element.filters.skill).to.deep.equal([]);
  });

  it('leaves the search to a host that prevents it', async () => {
    const { api } = connect();
    const element = await mountTalentSearch();
    element.addEventListener('hire-search', (event) => event.preventDefault());
    element.search({ query: 'vue' });
    await element.updateComplete;
    expect(element.query).to.equal('react');
    expect(searches(api).length).to.equal(1);
  });

  it('does not ask again when a host echoes the same state', async () => {
    const { api } = connect();
    const element = await mountTalentSearch(
      html`<hire-talent-search .filters=${{ skill: ['react'] }}></hire-talent-search>`,
    );
    element.filters = { skill: ['react'] };
    await element.updateComplete;
    expect(searches(api).length).to.equal(1);
  });
});

describe('talent search: what a person does', () => {
  it('saves at once and takes it back when refused', async () => {
    const { api } = connect();
    const element = await mountTalentSearch();
    let answer = (_: Response) => {};
    api.instead('/v1/talent/saved/fr_1', () => new Promise((resolve) => (answer = resolve)));
    button(element, 'Save Amara Okafor').click();
    await element.updateComplete;
    expect(button(element, 'Saved Amara Okafor').getAttribute('aria-pressed')).to.equal('true');
    await until(() => api.requests.at(-1)!.method === 'PUT');
    answer(problem(403, 'role_not_allowed'));
    await until(() => button(element, 'Save Amara Okafor'));
    expect(find(element, '[role=alert]').textContent).to.contain('Your role does not allow this');
  });

  const intents: [
    event: string,
    act: (element: TalentSearch) => void,
    mustNotHappen: (element: TalentSearch) => boolean,
  ][] = [
    [
      'hire-select',
      (element) => button(element, 'Amara Okafor').click(),
      (element) => element.root.querySelector('dialog')?.open === true,
    ],
    [
      'hire-save',
      (element) => button(element, 'Save Amara Okafor').click(),
      (element) => Boolean(button(element, 'Saved Amara Okafor')),
    ],
    [
      'hire-compare',
      (element) => element.openCompare(),
      (element) => element.root.querySelector('dialog')?.open === true,
    ],
    [
      'hire-invite',
      (element) => button(element, 'Invite Amara Okafor').click(),
      (element) => element.root.querySelector('dialog')?.open === true,
    ],
  ];
  for (const [type, act, happened] of intents) {
    it(`${type} bubbles out of the shadow and can be prevented`, async () => {
      connect();
      const element = await mountTalentSearch();
      for (const hit of element.result!.items.slice(0, 2)) element.compare(hit);
      const seen: Event[] = [];
      const listener = (event: Event) => {
        seen.push(event);
        event.preventDefault();
      };
      document.addEventListener(type, listener);
      act(element);
      await element.updateComplete;
      document.removeEventListener(type, listener);
      expect(seen.length).to.equal(1);
      expect(seen[0]).to.include({ bubbles: true, composed: true, cancelable: true });
      expect(happened(element)).to.equal(false);
    });
  }

  it('opens a profile from the keyboard, and Escape brings the focus back', async () => {
    connect();
    const element = await mountTalentSearch();
    find(element, '.name').focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(element.root.activeElement!.textContent).to.equal('Jonas Lindqvist');
    await sendKeys({ press: 'Enter' });
    await until(() => element.root.querySelector('dialog')?.textContent?.includes('Meridian Bank'));
    expect(element.profile).to.equal('fr_2');
    const closed = oneEvent(element, 'hire-close');
    await sendKeys({ press: 'Escape' });
    expect((await closed).detail).to.deep.equal({ id: 'fr_2' });
    expect(element.profile).to.equal(undefined);
    expect(element.root.activeElement!.textContent).to.equal('Jonas Lindqvist');
  });

  it('opens the profile a host names, and closes it with the name', async () => {
    connect();
    const element = await mountTalentSearch(html`<hire-talent-search profile="fr_3"></hire-talent-search>`);
    await until(() => element.root.querySelector('dialog')?.textContent?.includes('Mariana Souza e Silva'));
    element.removeAttribute('profile');
    await until(() => !find<HTMLDialogElement>(element, 'dialog').open);
  });

  it('compares up to four side by side', async () => {
    connect();
    const element = await mountTalentSearch();
    for (const hit of element.result!.items) element.compare(hit);
    await element.updateComplete;
    expect(element.compared.size).to.equal(4);
    expect(find(element, '.tray').textContent).to.contain('Four at most');
    button(element, 'Compare side by side').click();
    await until(() => element.root.querySelectorAll('tr:first-child td').length === 4);
    expect(element.root.querySelectorAll('dialog .matched').length).to.equal(4);
  });

  it('shows only what the session grants', async () => {
    connect({}, { features: { save: true, compare: false, invite: false } });
    const element = await mountTalentSearch();
    expect(button(element, /^Save /)).to.exist;
    expect(button(element, /^Compare /)).to.equal(undefined);
    expect(button(element, /^Invite /)).to.equal(undefined);
  });

  it('submits the chosen freelancer with the host’s form, and forgets on reset', async () => {
    connect();
    const form = await fixture<HTMLFormElement>(
      html`<form><hire-talent-search name="freelancer" query="react"></hire-talent-search></form>`,
    );
    const element = form.querySelector<TalentSearch>('hire-talent-search')!;
    await until(() => button(element, 'Choose Amara Okafor'));
    button(element, 'Choose Amara Okafor').click();
    await element.updateComplete;
    expect(new FormData(form).get('freelancer')).to.equal('fr_1');
    form.reset();
    await element.updateComplete;
    expect(new FormData(form).get('freelancer')).to.equal(null);
  });
});

describe('talent search: in somebody’s page', () => {
  it('switches its language in place, and Arabic reads from the right', async () => {
    connect({ locale: undefined });
    const page = await fixture(html`<div lang="de"><hire-talent-search></hire-talent-search></div>`);
    const element = page.querySelector<TalentSearch>('hire-talent-search')!;
    await until(() => element.strings && element.result);
    await until(() => find(element, '.count')?.textContent === '6 Personen');
    page.setAttribute('lang', 'ar');
    // Which digits Arabic is written with is up to the browser's own tables: WebKit's has ٦.
    await until(() => find(element, '.count').textContent === `${new Intl.NumberFormat('ar').format(6)} أشخاص`);
    expect(find(element, '.root').dir).to.equal('rtl');
    element.locale = 'xx-nonsense!';
    await element.updateComplete;
    expect(element.language).to.equal('ar');
  });

  it('takes the tenant’s theme, and the host’s CSS wins over it', async () => {
    connect({ theme: { light: { accent: '#7a1fa2' }, shape: { radiusControl: 0 } } });
    const element = await mountTalentSearch();
    const style = () => getComputedStyle(find(element, 'select'));
    await until(() => style().borderRadius === '0px');
    element.style.setProperty('--hire-radius-control', '9px');
    expect(style().borderRadius).to.equal('9px');
  });

  it('wears the theme that the tenant saved, with nothing said by the host', async () => {
    connect({}, { theme: { shape: { radiusControl: 13 } } });
    const element = await mountTalentSearch();
    await until(() => getComputedStyle(find(element, 'select')).borderRadius === '13px');
  });

  it('keeps properties that were set before the definition came', async () => {
    connect();
    const early = document.createElement('late-talent-search') as TalentSearch;
    early.filters = { skill: ['figma'] };
    early.pageSize = 3;
    document.body.append(early);
    defineElement('late-talent-search', TalentSearch);
    await until(() => early.result);
    expect(early.filters).to.deep.equal({ skill: ['figma'] });
    expect(early.result!.total).to.equal(1);
    early.remove();
  });

  it('defined twice, the first stays and nothing throws', () => {
    const first = customElements.get('hire-talent-search');
    defineElement('hire-talent-search', class extends HTMLElement {});
    expect(customElements.get('hire-talent-search')).to.equal(first);
  });

  it('works when the embed comes after the element', async () => {
    const element = await fixture<TalentSearch>(html`<hire-talent-search></hire-talent-search>`);
    expect(element.matches(':state(loading)')).to.equal(true);
    connect();
    await until(() => element.matches(':state(ready)'));
  });

  it('destroyed leaves no node, no sheet and asks for nothing; a new embed revives it', async () => {
    const { api, embed } = connect();
    const element = await mountTalentSearch();
    embed.destroy();
    await element.updateComplete;
    expect(element.root.childElementCount).to.equal(0);
    expect(element.root.adoptedStyleSheets.length).to.equal(0);
    const asked = api.requests.length;
    element.query = 'vue';
    await element.updateComplete;
    expect(api.requests.length).to.equal(asked);
    connect();
    await until(() => element.matches(':state(ready)') && names(element).length);
  });
});
