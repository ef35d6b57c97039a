import { expect, fixture, html } from '@open-wc/testing';
import { answerWith, refusal, shown } from '../../testing/answers.ts';
import '../../shell/toasts.ts';
import '../jobs/saved-job-searches-page.ts';
import './saved-searches-page.ts';

const common = { alert: 'none', createdAt: '2026-11-20T09:00:00.000Z' };
const forPeople = [
  { ...common, id: 'ss_1', name: 'React in Berlin', query: { q: 'react' }, newCount: 3 },
  { ...common, id: 'ss_2', name: 'Translators', query: { q: 'arabic' }, newCount: 0 },
];
let stop = () => {};

async function open(page: ReturnType<typeof html>, answers: Record<string, unknown>) {
  const network = answerWith(answers);
  stop = network.stop;
  const root = await fixture<HTMLElement>(html`<div>${page}<portal-toasts></portal-toasts></div>`);
  await shown(() => root.querySelector('tbody tr'), 'the searches');
  return { root, asked: network.asked };
}
const names = (root: Element) => [...root.querySelectorAll('tbody a')].map((link) => link.textContent?.trim());
const press = (root: Element, label: string) =>
  [...root.querySelectorAll('button')]
    .find((one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === label)!
    .click();

describe('saved searches', () => {
  afterEach(() => stop());

  it('lead to what they find, say what is new, and come back after they were removed', async () => {
    const { root, asked } = await open(html`<portal-saved-searches-page></portal-saved-searches-page>`, {
      'GET /v1/talent/saved-searches': { items: forPeople },
      'DELETE /v1/talent/saved-searches/ss_1': {},
      'POST /v1/talent/saved-searches': {},
    });
    expect(root.querySelector<HTMLAnchorElement>('tbody a')?.getAttribute('href')).to.contain('/talent?q=react');
    expect(root.querySelector('tbody tr')?.textContent).to.contain('3 new');
    await expect(root).to.be.accessible();
    press(root, 'Remove the saved search React in Berlin');
    await shown(() => names(root).join() === 'Translators', 'that it is gone');
    await shown(() => root.querySelector('.toasts button'), 'the way back');
    press(root.querySelector('.toasts')!, 'Undo');
    await shown(() => names(root).length === 2, 'that it is back');
    expect(asked.find(({ method }) => method === 'POST')?.body).to.deep.equal({
      name: 'React in Berlin',
      query: { q: 'react' },
      alert: 'none',
    });
  });

  it('keep the alert that holds when another is refused; that of a mail’s link is marked', async () => {
    const { root } = await open(
      html`<portal-saved-job-searches-page .current=${'js_2'}></portal-saved-job-searches-page>`,
      {
        'GET /v1/jobs/saved-searches': {
          items: forPeople.map((search, at) => ({ ...search, id: `js_${at + 1}` })),
        },
        'PATCH /v1/jobs/saved-searches/js_2': () => refusal(503, 'unavailable'),
      },
    );
    const row = root.querySelectorAll('tbody tr')[1]!;
    expect(row.classList.contains('current')).to.equal(true);
    expect(row.querySelector('a')?.getAttribute('href')).to.contain('/jobs/search?q=arabic');
    const select = row.querySelector('select')!;
    select.value = [...select.options].find(({ value }) => value !== 'none')!.value;
    select.dispatchEvent(new Event('change'));
    await shown(() => root.querySelector('.toasts')?.textContent?.includes('Refused'), 'the refusal');
    expect(select.value).to.equal('none');
  });
});
