import { expect, fixture, html } from '@open-wc/testing';
import '../define/timesheet-review.ts';
import { problem } from '../testing/canned-api.ts';
import { cannedWeeks } from '../testing/canned-weeks.ts';
import { connect, disconnect, until } from '../testing/mount.ts';
import type { TimesheetReview } from './timesheet-review.ts';

afterEach(disconnect);

type Page = (content: unknown) => ReturnType<typeof html>;

async function mount(page: Page, { count = 2, id = '', fails = false } = {}): Promise<TimesheetReview> {
  const grants = { timesheetReview: { read: true, decide: true } };
  const { api } = connect({ locale: undefined }, { grants, routes: cannedWeeks({ count }).routes });
  if (fails) api.instead('/v1/timesheets', () => problem(503, 'unavailable'));
  const host = await fixture(page(html`<hire-timesheet-review timesheet-id=${id}></hire-timesheet-review>`));
  const element = host.querySelector<TimesheetReview>('hire-timesheet-review')!;
  await until(() => element.strings && !element.matches(':state(loading)'));
  if (id) await until(() => element.root.querySelector('aside h3'));
  return element;
}

const states: Record<string, (page: Page) => Promise<TimesheetReview>> = {
  list: (page) => mount(page),
  empty: (page) => mount(page, { count: 0 }),
  error: (page) => mount(page, { fails: true }),
  week: (page) => mount(page, { id: 'ts_1' }),
  dispute: async (page) => {
    const element = await mount(page, { id: 'ts_1' });
    element.root.querySelector<HTMLInputElement>('.entry input')!.click();
    await until(() => element.root.querySelector('aside form'));
    return element;
  },
  accept: async (page) => {
    const element = await mount(page);
    element.accept(element.page!.items[0]!);
    await until(() => element.root.querySelector('dialog[open]'));
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

for (const id of ['', 'ts_1'])
  it(`fits 320 px, and what fingers press is 44 px high: ${id || 'list'}`, async () => {
    const element = await mount((content) => html`<div style="inline-size: 320px">${content}</div>`, { id });
    const edge = element.getBoundingClientRect().right + 1;
    for (const part of element.root.querySelectorAll('.root *:not(.sr, .sr *)'))
      expect(part.getBoundingClientRect().right, part.outerHTML.slice(0, 90)).to.be.at.most(edge);
    for (const control of element.root.querySelectorAll<HTMLElement>('button:not(.link), label.entry'))
      if (control.checkVisibility())
        expect(control.getBoundingClientRect().height, control.outerHTML.slice(0, 90)).to.be.at.least(44);
  });
