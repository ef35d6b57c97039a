import { expect, fixture, html } from '@open-wc/testing';
import '../define/approvals.ts';
import { problem } from '../testing/canned-api.ts';
import { cannedApprovals } from '../testing/canned-approvals.ts';
import { connect, disconnect, until } from '../testing/mount.ts';
import type { Approvals } from './approvals.ts';

afterEach(disconnect);

type Page = (content: unknown) => ReturnType<typeof html>;

async function mount(page: Page, { count = 2, id = '', fails = false } = {}): Promise<Approvals> {
  const grants = { approvals: { read: true, decide: true } };
  const { api } = connect({ locale: undefined }, { grants, routes: cannedApprovals({ count }).routes });
  if (fails) api.instead('/v1/approvals', () => problem(503, 'unavailable'));
  const host = await fixture(page(html`<hire-approvals approval-id=${id}></hire-approvals>`));
  const element = host.querySelector<Approvals>('hire-approvals')!;
  await until(() => element.strings && !element.matches(':state(loading)'));
  if (id) await until(() => element.root.querySelector('aside dl'));
  return element;
}

const states: Record<string, (page: Page) => Promise<Approvals>> = {
  list: (page) => mount(page),
  empty: (page) => mount(page, { count: 0 }),
  error: (page) => mount(page, { fails: true }),
  request: (page) => mount(page, { id: 'ap_2' }),
  reason: async (page) => {
    const element = await mount(page, { id: 'ap_1' });
    element.want('reject');
    await until(() => element.root.querySelector('textarea'));
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
      await expect(element).to.be.accessible();
    });
  }
}

for (const id of ['', 'ap_2'])
  it(`fits 320 px, and what fingers press is 44 px high: ${id || 'list'}`, async () => {
    const element = await mount((content) => html`<div style="inline-size: 320px">${content}</div>`, { id });
    const edge = element.getBoundingClientRect().right + 1;
    for (const part of element.root.querySelectorAll('.root *:not(.sr, .sr *)'))
      expect(part.getBoundingClientRect().right, part.outerHTML.slice(0, 90)).to.be.at.most(edge);
    for (const control of element.root.querySelectorAll<HTMLElement>('button:not(.link)'))
      if (control.checkVisibility())
        expect(control.getBoundingClientRect().height, control.outerHTML.slice(0, 90)).to.be.at.least(44);
  });
