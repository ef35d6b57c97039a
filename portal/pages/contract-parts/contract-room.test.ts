import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { me } from '../../shell/session.ts';
import { answerWith, shown } from '../../testing/answers.ts';
import { contractList, contractStatus, ownContractStatus } from '../../testing/contract-world.ts';
import { ownContract, signInFreelancer } from '../../testing/own-world.ts';
import './contract-room.ts';
import './contracts-list.ts';

const mine = '/v1/freelancers/me';
const amendments = { items: [], versions: [] };
const answers = {
  'GET /v1/contract-status': contractList,
  'GET /v1/contract-status/ct_1': contractStatus,
  'GET /v1/contract-status/ct_1/timeline': { items: [] },
  'GET /v1/contracts/ct_1/amendments': amendments,
  [`GET ${mine}/contract-status`]: contractList,
  [`GET ${mine}/contract-status/ct_1`]: ownContractStatus,
  [`GET ${mine}/contracts/ct_1`]: ownContract,
  [`GET ${mine}/contracts/ct_1/amendments`]: amendments,
};

describe('a contract’s room', () => {
  let stop = () => {};
  afterEach(() => {
    stop();
    me.set(undefined);
    for (const dialog of document.querySelectorAll('portal-reason-dialog')) dialog.remove();
  });

  async function open(page: TemplateResult, words: string, more: Record<string, unknown> = {}) {
    signInFreelancer();
    const network = answerWith({ ...answers, ...more });
    stop = network.stop;
    const found = await fixture<HTMLElement>(html`<main>${page}</main>`);
    await shown(() => found.textContent?.includes(words) && !found.querySelector('.skeleton'), words);
    return { page: found, asked: network.asked };
  }
  const client = html`<portal-contract-room .side=${'client'} .contractId=${'ct_1'}></portal-contract-room>`;
  const own = html`<portal-contract-room .side=${'freelancer'} .contractId=${'ct_1'}></portal-contract-room>`;

  it('says first what waits, for whom, and what happens by itself', async () => {
    const { page } = await open(client, 'Order detail');
    expect(page.textContent).to.contain('Review “Order detail”').and.contain('Waits for you');
    await expect(page).to.be.accessible();
  });

  it('has every figure with what it means, and says that no real money moves', async () => {
    const { page } = await open(client, '$3,200');
    for (const words of ['$5,600', '$2,400', '$1,900', '$5,880', 'Sandbox: no real money moves.'])
      expect(page.textContent).to.contain(words);
  });

  it('shows the freelancer what of it is theirs', async () => {
    const { page } = await open(own, '$2,160');
    expect(page.textContent).to.contain('Larkmoor Industries');
    await expect(page).to.be.accessible();
  });

  it('has no part that this contract has not, not even by its address', async () => {
    const without = { 'GET /v1/contract-status/ct_1': { ...contractStatus, hasOnboarding: false } };
    const { page, asked } = await open(
      html`<portal-contract-room .side=${'client'} .contractId=${'ct_1'} .tab=${'onboarding'}></portal-contract-room>`,
      'Order detail',
      without,
    );
    const tabs = [...page.querySelectorAll('nav.tabs a, [role=tab]')].map((tab) => tab.textContent?.trim());
    expect(tabs).to.include('Overview').and.not.include('Before work').and.not.include('Time');
    expect(asked.some(({ path }) => path.includes('onboarding'))).to.equal(false);
  });

  it('is paused with a reason that the other side reads', async () => {
    const { page, asked } = await open(client, 'Order detail', { 'POST /v1/contracts/ct_1/pause': {} });
    const button = (root: ParentNode, name: string) =>
      [...root.querySelectorAll<HTMLButtonElement>('button')].find((one) => one.textContent?.trim() === name)!;
    button(page, 'More').click();
    button(page, 'Pause').click();
    const dialog = await shown(() => document.querySelector('portal-reason-dialog dialog[open]'), 'the question');
    const reason = dialog.querySelector('textarea')!;
    reason.value = 'The plant is closed until January.';
    reason.dispatchEvent(new Event('input', { bubbles: true }));
    dialog.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
    const sent = await shown(() => asked.find(({ method }) => method === 'POST'), 'the pause');
    expect(sent.body).to.deep.equal({ reason: 'The plant is closed until January.' });
  });

  for (const [name, list] of Object.entries({
    client: html`<portal-contracts-list .side=${'client'} .filter=${'open'}></portal-contracts-list>`,
    freelancer: html`<portal-contracts-list .side=${'freelancer'} .filter=${'open'}></portal-contracts-list>`,
  }))
    it(`is found in the list of the ${name}, with its next step`, async () => {
      const { page } = await open(list, 'Order history for the service portal');
      expect(page.textContent).to.contain('Order detail');
      await expect(page).to.be.accessible();
    });
});
