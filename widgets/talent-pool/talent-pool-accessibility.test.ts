import { expect, fixture, html } from '@open-wc/testing';
import '../define/talent-pool.ts';
import { problem } from '../testing/canned-api.ts';
import { cannedPools } from '../testing/canned-pools.ts';
import { connect, disconnect, until } from '../testing/mount.ts';
import type { TalentPool } from './talent-pool.ts';

afterEach(disconnect);

type Page = (content: unknown) => ReturnType<typeof html>;

async function mount(page: Page, { count = 3, member = false, fails = false } = {}): Promise<TalentPool> {
  const grants = { talentPool: { read: true, note: true, offer: true } };
  const { api } = connect({ locale: undefined }, { grants, routes: cannedPools({ count }).routes });
  if (fails) api.instead('/v1/talent/pools', () => problem(503, 'unavailable'));
  const host = await fixture(page(html`<hire-talent-pool></hire-talent-pool>`));
  const element = host.querySelector<TalentPool>('hire-talent-pool')!;
  await until(() => element.strings && !element.matches(':state(loading)'));
  if (member) {
    element.open(element.page!.items[0]!);
    await until(() => element.root.querySelector('aside [aria-busy=false] .notes'));
  }
  return element;
}

const states: Record<string, (page: Page) => Promise<TalentPool>> = {
  list: (page) => mount(page),
  empty: (page) => mount(page, { count: 0 }),
  error: (page) => mount(page, { fails: true }),
  member: (page) => mount(page, { member: true }),
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
      await expect(element).to.be.accessible();
    });
  }
}

for (const member of [false, true])
  it(`fits 320 px, and what fingers press is 44 px high: ${member ? 'member' : 'list'}`, async () => {
    const element = await mount((content) => html`<div style="inline-size: 320px">${content}</div>`, { member });
    const edge = element.getBoundingClientRect().right + 1;
    for (const part of element.root.querySelectorAll('.root *:not(.sr, .sr *, option)'))
      expect(part.getBoundingClientRect().right, part.outerHTML.slice(0, 90)).to.be.at.most(edge);
    for (const control of element.root.querySelectorAll<HTMLElement>('button:not(.link, .tag *), select, input'))
      if (control.checkVisibility())
        expect(control.getBoundingClientRect().height, control.outerHTML.slice(0, 90)).to.be.at.least(44);
  });
