import { expect, fixture, html } from '@open-wc/testing';
import type { PolicyBody } from '../../api/policies.ts';
import { me } from '../../shell/session.ts';
import { answerWith, shown } from '../../testing/answers.ts';
import { recruiter } from '../../testing/portal-app.ts';
import './approval-expiry.ts';
import './policy-section.ts';

const policy: PolicyBody = {
  name: 'jobPosts',
  settings: { openDays: 10 },
  inherited: { openDays: 14 },
  own: { openDays: 10 },
  changeable: ['openDays'],
  bounds: {},
  needsPlan: false,
  etag: '"1"',
};
const approvals: PolicyBody = { ...policy, name: 'approvals', settings: { expiryDays: 14 }, own: {} };
let stop = () => {};

async function open() {
  me.set({ ...recruiter, roles: ['accountAdmin'] });
  const saved = (own: Record<string, unknown>) => ({ ...policy, own, settings: { ...policy.inherited, ...own } });
  const network = answerWith({
    'PUT /v1/tenant/policies/jobPosts': ({ body }: { body: unknown }) =>
      saved((body as { settings: Record<string, unknown> }).settings),
  });
  stop = network.stop;
  const page = await fixture<HTMLElement>(html`<div>
    <portal-approval-expiry .policy=${approvals}></portal-approval-expiry>
    <portal-policy-section .policy=${policy}></portal-policy-section>
  </div>`);
  const section = page.querySelector('portal-policy-section')!;
  await shown(() => section.querySelector('button'), 'the form');
  const type = (value: string) => {
    const input = section.querySelector('input')!;
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  return { page, section, type, asked: network.asked };
}
const primary = (page: Element) => [...page.querySelectorAll('button.primary')];

describe('settings that share a page', () => {
  afterEach(() => {
    stop();
    me.set(undefined);
  });

  it('ask to be saved only where something was changed, and send nothing before', async () => {
    const { page, section, type, asked } = await open();
    for (const form of page.querySelectorAll('form')) form.requestSubmit();
    expect(primary(page)).to.have.lengthOf(0);
    expect(asked).to.deep.equal([]);
    type('7');
    await shown(() => primary(page).length > 0, 'that there is something to save');
    expect(primary(page)).to.deep.equal([section.querySelector('button')]);
    type('10');
    await shown(() => primary(page).length === 0, 'that there is nothing to save again');
    await expect(page).to.be.accessible();
  });

  it('follow the installation again where a number is left empty', async () => {
    const { page, section, type, asked } = await open();
    type('');
    await shown(() => primary(page).length === 1, 'that there is something to save');
    section.querySelector('button')!.click();
    await shown(() => section.querySelector('input')!.value === '14', 'the number of the installation');
    expect(asked.at(-1)?.body).to.deep.equal({ settings: {} });
    expect(primary(page)).to.have.lengthOf(0);
  });
});
