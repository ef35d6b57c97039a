import { expect, fixture, html } from '@open-wc/testing';
import '../define/spend.ts';
import { problem } from '../testing/canned-api.ts';
import { cannedSpend } from '../testing/canned-spend.ts';
import { connect, disconnect, until } from '../testing/mount.ts';
import type { Spend } from './spend.ts';

afterEach(disconnect);

type Page = (content: unknown) => ReturnType<typeof html>;

async function mount(page: Page, { count = 2, entries = false, fails = false } = {}): Promise<Spend> {
  const { api } = connect(
    { locale: undefined },
    { grants: { spend: { read: true } }, routes: cannedSpend({ count }).routes },
  );
  if (fails) api.instead('/v1/reports/spend', () => problem(503, 'unavailable'));
  const host = await fixture(page(html`<hire-spend></hire-spend>`));
  const element = host.querySelector<Spend>('hire-spend')!;
  await until(() => element.strings && !element.matches(':state(loading)'));
  if (entries) {
    element.open(element.rows[0]!);
    await until(() => element.root.querySelector('aside tbody td'));
  }
  return element;
}

const states: Record<string, (page: Page) => Promise<Spend>> = {
  figures: (page) => mount(page),
  empty: (page) => mount(page, { count: 0 }),
  error: (page) => mount(page, { fails: true }),
  entries: (page) => mount(page, { entries: true }),
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

for (const entries of [false, true])
  it(`fits 320 px, and what fingers press is 44 px high: ${entries ? 'entries' : 'figures'}`, async () => {
    const element = await mount((content) => html`<div style="inline-size: 320px">${content}</div>`, { entries });
    const edge = element.getBoundingClientRect().right + 1;
    for (const part of element.root.querySelectorAll('.root *:not(.sr, .sr *)'))
      expect(part.getBoundingClientRect().right, part.outerHTML.slice(0, 90)).to.be.at.most(edge);
    for (const control of element.root.querySelectorAll<HTMLElement>('button, select'))
      if (control.checkVisibility())
        expect(control.getBoundingClientRect().height, control.outerHTML.slice(0, 90)).to.be.at.least(44);
  });
