import { expect, fixture, html } from '@open-wc/testing';
import '../define/contract-status.ts';
import { problem } from '../testing/canned-api.ts';
import { cannedContracts } from '../testing/canned-contracts.ts';
import { connect, disconnect, until } from '../testing/mount.ts';
import type { ContractStatus } from './contract-status.ts';

afterEach(disconnect);

type Page = (content: unknown) => ReturnType<typeof html>;
const grants = {
  contractStatus: { read: true, approve: true, fund: true, release: true, bonus: true, manage: true },
  timesheetReview: { decide: true },
};

async function mount(page: Page, { count = 2, id = '', fails = false } = {}): Promise<ContractStatus> {
  const { api } = connect({ locale: undefined }, { grants, routes: cannedContracts({ count }).routes });
  if (fails) api.instead('/v1/contract-status', () => problem(503, 'unavailable'));
  const host = await fixture(page(html`<hire-contract-status contract-id=${id}></hire-contract-status>`));
  const element = host.querySelector<ContractStatus>('hire-contract-status')!;
  await until(() => element.strings && !element.matches(':state(loading)'));
  if (id) await until(() => element.root.querySelector('aside h3'));
  return element;
}

async function inDialog(page: Page, action: 'release' | 'bonus' | 'end'): Promise<ContractStatus> {
  const element = await mount(page, { id: 'ct_1' });
  element.act(action, element.page!.items[0]!, 'ms_1');
  await until(() => element.root.querySelector('dialog[open]') && !element.root.querySelector('dialog .bone'));
  return element;
}

const states: Record<string, (page: Page) => Promise<ContractStatus>> = {
  list: (page) => mount(page),
  empty: (page) => mount(page, { count: 0 }),
  error: (page) => mount(page, { fails: true }),
  'a fixed price': (page) => mount(page, { id: 'ct_1' }),
  'by the hour': (page) => mount(page, { id: 'ct_2' }),
  release: (page) => inDialog(page, 'release'),
  bonus: (page) => inDialog(page, 'bonus'),
  end: (page) => inDialog(page, 'end'),
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
      expect(element.root.querySelector('.root')!.getAttribute('dir')).to.equal('ltr');
      await expect(element).to.be.accessible();
    });
  }
}

for (const id of ['', 'ct_1', 'ct_2'])
  it(`fits 320 px, and what fingers press is 44 px high: ${id || 'list'}`, async () => {
    const element = await mount((content) => html`<div style="inline-size: 320px">${content}</div>`, { id });
    const edge = element.getBoundingClientRect().right + 1;
    for (const part of element.root.querySelectorAll('.root *:not(.sr, .sr *)'))
      expect(part.getBoundingClientRect().right, part.outerHTML.slice(0, 90)).to.be.at.most(edge);
    for (const control of element.root.querySelectorAll<HTMLElement>('button:not(.link)'))
      if (control.checkVisibility())
        expect(control.getBoundingClientRect().height, control.outerHTML.slice(0, 90)).to.be.at.least(44);
  });
