import { expect, fixture, html } from '@open-wc/testing';
import { problem } from '../testing/canned-api.ts';
import { disconnect, find, until } from '../testing/mount.ts';
import { connectJobs, input, openStep } from '../testing/mount-job-post.ts';
import type { JobPostForm } from './job-post.ts';

afterEach(disconnect);

type Page = (content: unknown) => ReturnType<typeof html>;

async function mount(markup: ReturnType<typeof html>): Promise<JobPostForm> {
  const page = await fixture(markup);
  const element = page.querySelector<JobPostForm>('hire-job-post')!;
  await until(() => element.strings && !element.matches(':state(loading)'));
  await element.updateComplete;
  return element;
}

const question = { kind: 'choice' as const, text: 'Which tool?', choices: ['Vite', 'Rolldown'], isRequired: true };
const filled = {
  title: 'Front-end engineer',
  description: 'Build **components**.',
  skills: [{ name: 'React' }, { name: 'CSS' }],
  categoryId: 'web-development',
  budget: {
    kind: 'hourly' as const,
    min: { amountMinor: 6000, currency: 'USD' },
    max: { amountMinor: 9000, currency: 'USD' },
  },
  countries: ['SE', 'PT'],
  timezone: 'Europe/Stockholm',
  overlapHours: 4,
  visibility: 'poolOnly' as const,
  poolIds: ['tp_1'],
  questions: [question, { ...question, kind: 'text' as const, choices: [] }],
  purchaseOrder: { kind: 'number' as const, number: '4500-12' },
};
const form = html`<hire-job-post .fields=${filled}></hire-job-post>`;
const language = { locale: undefined };

const states: Record<string, (page: Page) => Promise<JobPostForm>> = {
  start: async (page) => {
    connectJobs({}, language);
    return mount(page(html`<hire-job-post></hire-job-post>`));
  },
  error: async (page) => {
    connectJobs({}, language).api.instead('/v1/tenant/job-fields', () => problem(503, 'unavailable'));
    return mount(page(html`<hire-job-post></hire-job-post>`));
  },
  work: async (page) => {
    connectJobs({}, language);
    return mount(page(form));
  },
  terms: async (page) => {
    connectJobs({}, language);
    const element = await mount(page(form));
    await openStep(element, 1, 'budget-min');
    await until(() => element.root.querySelector('.guidance'));
    return element;
  },
  extras: async (page) => {
    connectJobs({}, language);
    const element = await mount(page(form));
    await openStep(element, 2, 'questions-1-text');
    return element;
  },
  review: async (page) => {
    connectJobs({}, language);
    const element = await mount(page(form));
    await openStep(element, 3, 'why-not');
    await until(() => element.root.querySelector('[part=preview]'));
    return element;
  },
  refused: async (page) => {
    connectJobs({}, language);
    const element = await mount(page(form));
    element.change({ description: 'Write to ada@example.org' });
    await element.saving.flush();
    await until(() => input(element, 'description').getAttribute('aria-invalid') === 'true');
    return element;
  },
  conflict: async (page) => {
    const { jobs } = connectJobs({ posts: [{ id: 'jp_9', title: 'One' }] }, language);
    const element = await mount(page(html`<hire-job-post job-id="jp_9"></hire-job-post>`));
    jobs.changeElsewhere('jp_9', { title: 'Two' });
    element.change({ title: 'Three' });
    await until(() => element.root.querySelector('[role=alert]'));
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

it('every step fits 320 px, and what fingers press is 44 px high', async () => {
  connectJobs();
  const page = await fixture<HTMLElement>(html`<div style="inline-size: 320px">${form}</div>`);
  const element = page.querySelector<JobPostForm>('hire-job-post')!;
  await until(() => element.matches(':state(ready)'));
  const firstFields = ['title', 'budget-min', 'questions-1-text', 'why-not'];
  for (const [step, id] of firstFields.entries()) {
    await openStep(element, step, id);
    if (step === 3) await until(() => element.root.querySelector('[part=preview]'));
    await element.updateComplete;
    const edge = page.getBoundingClientRect().right + 1;
    for (const part of element.root.querySelectorAll('.root *:not(.sr, .sr *)'))
      expect(part.getBoundingClientRect().right, part.outerHTML.slice(0, 90)).to.be.at.most(edge);
    for (const control of find(element, 'form').querySelectorAll<HTMLElement>(
      'button:not(.token, .link), select, .control > input',
    ))
      if (control.checkVisibility())
        expect(control.getBoundingClientRect().height, control.outerHTML.slice(0, 90)).to.be.at.least(44);
  }
});
