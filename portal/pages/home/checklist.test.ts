import { expect, fixture, html } from '@open-wc/testing';
import { me } from '../../shell/session.ts';
import { answerWith, shown } from '../../testing/answers.ts';
import { signInFreelancer } from '../../testing/own-world.ts';
import './checklist.ts';

const mine = '/v1/freelancers/me';
const done = {
  [`GET ${mine}/completeness`]: { percent: 100, missing: [] },
  [`GET ${mine}`]: { visibility: 'public' },
  [`GET ${mine}/proposals`]: { items: [], counts: { submitted: 1 } },
  [`GET ${mine}/payout-methods`]: { items: [{}] },
  [`GET ${mine}/tax`]: { current: {} },
};

describe('how to begin, on the home', () => {
  let stop = () => {};
  beforeEach(() => localStorage.clear());
  afterEach(() => {
    stop();
    me.set(undefined);
    localStorage.clear();
  });

  async function open(answers: Record<string, unknown>) {
    signInFreelancer();
    const network = answerWith(answers);
    stop = network.stop;
    const list = await fixture<HTMLElement>(html`<portal-checklists></portal-checklists>`);
    await shown(() => !list.querySelector('[aria-busy=true]') && network.asked.length >= 5, 'what is done');
    await (list as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete;
    return list;
  }

  it('stays where its outline stood on a first visit, with all steps done, and is gone the next time', async () => {
    const first = await open(done);
    expect(first.querySelectorAll('.step').length).to.equal(5);
    expect(first.querySelectorAll('.step.done').length).to.equal(5);
    await expect(first).to.be.accessible();
    first.remove();
    stop();
    const next = await open(done);
    expect(next.textContent?.trim()).to.equal('');
  });

  it('leads to what is left, and says how far one is', async () => {
    const list = await open({ ...done, [`GET ${mine}/tax`]: { current: null } });
    const left = [...list.querySelectorAll<HTMLAnchorElement>('.step:not(.done) a')];
    expect(left.map(({ pathname }) => pathname)).to.deep.equal(['/tax']);
    expect(list.textContent).to.contain('4 of 5');
  });
});
