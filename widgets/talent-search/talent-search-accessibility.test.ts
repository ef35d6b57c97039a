import { expect, fixture, html } from '@open-wc/testing';
import { problem } from '../testing/canned-api.ts';
import { button, connect, disconnect, find, until } from '../testing/mount.ts';
import type { TalentSearch } from './talent-search.ts';

afterEach(disconnect);

type Make = (page: (content: unknown) => ReturnType<typeof html>) => Promise<TalentSearch>;

const mount = async (markup: ReturnType<typeof html>) => {
  const page = await fixture(markup);
  const element = page.querySelector<TalentSearch>('hire-talent-search')!;
  await until(() => element.strings);
  return element;
};

const states: Record<string, Make> = {
  loading: async (page) => {
    connect({ locale: undefined }).api.instead('/v1/talent/search', () => new Promise(() => {}));
    return mount(page(html`<hire-talent-search></hire-talent-search>`));
  },
  empty: async (page) => {
    connect({ locale: undefined });
    const element = await mount(page(html`<hire-talent-search query="nobody"></hire-talent-search>`));
    await until(() => element.matches(':state(empty)'));
    return element;
  },
  error: async (page) => {
    connect({ locale: undefined }).api.instead('/v1/talent/search', () => problem(503, 'unavailable'));
    const element = await mount(page(html`<hire-talent-search></hire-talent-search>`));
    await until(() => element.matches(':state(error)'));
    return element;
  },
  ready: async (page) => {
    connect({ locale: undefined });
    const element = await mount(
      page(html`<hire-talent-search query="react" .filters=${{ skill: ['react'] }} name="who"></hire-talent-search>`),
    );
    await until(() => element.matches(':state(ready)'));
    element.compare(element.result!.items[0]!);
    return element;
  },
  profile: async (page) => {
    connect({ locale: undefined });
    const element = await mount(page(html`<hire-talent-search profile="fr_1"></hire-talent-search>`));
    await until(() => element.root.querySelector('dl'));
    return element;
  },
  compare: async (page) => {
    connect({ locale: undefined });
    const element = await mount(page(html`<hire-talent-search></hire-talent-search>`));
    await until(() => element.result);
    for (const hit of element.result!.items.slice(0, 3)) element.compare(hit);
    element.openCompare();
    await until(() => element.root.querySelector('table'));
    return element;
  },
};

for (const [state, make] of Object.entries(states)) {
  for (const scheme of ['light', 'dark']) {
    // Other languages and looks: demo/gallery.
    it(`axe finds nothing: ${state}, ${scheme}`, async () => {
      const element = await make(
        (content) =>
          html`<main lang="en" style=${`color-scheme: ${scheme}; background: ${scheme === 'dark' ? '#14171c' : '#fff'}`}>${content}</main>`,
      );
      await element.updateComplete;
      // A color on its way from one value to another is neither.
      await Promise.all(
        element.root
          .getAnimations()
          .map((animation) => animation.effect!.getTiming().iterations === Infinity || animation.finished),
      );
      await expect(element).to.be.accessible();
    });
  }
}

it('controls are 44 px high where fingers use them, and nothing overflows 320 px', async () => {
  connect();
  const page = await fixture<HTMLElement>(
    html`<div style="inline-size: 320px"><hire-talent-search query="react"></hire-talent-search></div>`,
  );
  const element = page.querySelector<TalentSearch>('hire-talent-search')!;
  await until(() => element.matches(':state(ready)'));
  await element.updateComplete;
  for (const name of [/^Save /, /^Compare /, /^Filters/, 'Show more'] as const) {
    const control = button(element, name);
    if (control) expect(control.getBoundingClientRect().height).to.be.at.least(44);
  }
  for (const part of element.root.querySelectorAll('.root *:not(.sr)'))
    expect(part.getBoundingClientRect().right, part.outerHTML.slice(0, 80)).to.be.at.most(
      page.getBoundingClientRect().right + 1,
    );
});

it('filters fold away in a narrow place and open by a button that says so', async () => {
  connect();
  const page = await fixture<HTMLElement>(
    html`<div style="inline-size: 400px"><hire-talent-search></hire-talent-search></div>`,
  );
  const element = page.querySelector<TalentSearch>('hire-talent-search')!;
  await until(() => element.matches(':state(ready)'));
  await element.updateComplete;
  expect(find(element, 'aside').checkVisibility()).to.equal(false);
  const toggle = button(element, /^Filters/);
  toggle.click();
  await element.updateComplete;
  expect(find(element, 'aside').checkVisibility()).to.equal(true);
  expect(toggle.getAttribute('aria-expanded')).to.equal('true');
});
