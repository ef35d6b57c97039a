import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { me } from '../shell/session.ts';
import { answerWith, shown } from '../testing/answers.ts';
import { noDifferences, ownInvitation, ownOffer, ownProposal, signInFreelancer } from '../testing/own-world.ts';
import './offer-invitation/offer-invitation-page.ts';
import './own-invitations/own-invitation-page.ts';
import './own-invitations/own-invitations-page.ts';
import './own-offers/counter-page.ts';
import './own-offers/own-offer-page.ts';
import './own-offers/own-offers-page.ts';
import './own-proposals/own-proposal-page.ts';
import './own-proposals/own-proposals-page.ts';

const mine = '/v1/freelancers/me';
const thread = { items: [], unread: 0, mayWrite: false, whyNot: 'clientHasNotReplied' };
const timeline = { items: [] };
const answers = {
  [`GET ${mine}/proposals`]: {
    items: [ownProposal],
    counts: { submitted: 1, active: 0, offered: 0, hired: 0, declined: 0, withdrawn: 0, closed: 0 },
    nextCursor: null,
  },
  [`GET ${mine}/proposals/pr_1`]: ownProposal,
  [`GET ${mine}/proposals/pr_1/messages`]: thread,
  [`GET ${mine}/proposals/pr_1/timeline`]: timeline,
  [`GET ${mine}/invitations`]: {
    items: [ownInvitation],
    counts: { sent: 1, accepted: 0, declined: 0, withdrawn: 0, expired: 0 },
    nextCursor: null,
  },
  [`GET ${mine}/invitations/in_1`]: ownInvitation,
  [`GET ${mine}/invitations/in_1/timeline`]: timeline,
  [`GET ${mine}/offers`]: { items: [ownOffer], nextCursor: null },
  [`GET ${mine}/offers/of_1`]: ownOffer,
  [`GET ${mine}/offers/of_1/timeline`]: timeline,
  [`GET ${mine}/offers/of_1/versions/2/differences/3`]: noDifferences,
  'GET /v1/offer-invitations/of_1': {
    id: 'of_1',
    clientName: 'Fennec',
    sentBy: 'Noor van Dijk',
    title: 'Audit',
    maskedEmail: 'j…@x.example',
    isOpen: true,
    expiresAt: null,
  },
};

let stop = () => {};
let asked: { method: string; path: string; body: unknown }[] = [];

async function open(page: TemplateResult, words: string, more: Record<string, unknown> = {}): Promise<HTMLElement> {
  signInFreelancer();
  ({ stop, asked } = answerWith({ ...answers, ...more }));
  const shownPage = await fixture<HTMLElement>(html`<main>${page}</main>`);
  await shown(() => shownPage.textContent?.includes(words) && !shownPage.querySelector('.skeleton'), words);
  return shownPage;
}

const pages: Record<string, [TemplateResult, string]> = {
  proposals: [html`<portal-own-proposals-page .view=${'live'}></portal-own-proposals-page>`, 'React engineer'],
  'one proposal': [html`<portal-own-proposal-page .proposalId=${'pr_1'}></portal-own-proposal-page>`, '$540'],
  invitations: [html`<portal-own-invitations-page .view=${'waiting'}></portal-own-invitations-page>`, 'Would you look'],
  'one invitation': [
    html`<portal-own-invitation-page .invitationId=${'in_1'}></portal-own-invitation-page>`,
    'Would you look',
  ],
  offers: [html`<portal-own-offers-page .view=${'open'}></portal-own-offers-page>`, 'Audit'],
  'one offer': [html`<portal-own-offer-page .offerId=${'of_1'}></portal-own-offer-page>`, 'Nothing is different'],
  'other terms': [html`<portal-counter-page .offerId=${'of_1'}></portal-counter-page>`, '$2,880'],
  'an offer by mail': [
    html`<portal-offer-invitation-page .invitationId=${'of_1'}></portal-offer-invitation-page>`,
    'j…@x.example',
  ],
};

describe('the freelancer’s own pages', () => {
  afterEach(() => {
    stop();
    me.set(undefined);
    localStorage.clear();
    for (const dialog of document.querySelectorAll('portal-reason-dialog')) dialog.remove();
  });

  for (const [name, [page, words]] of Object.entries(pages))
    it(`is accessible: ${name}`, async () => {
      await expect(await open(page, words)).to.be.accessible();
    });

  it('shows a sent proposal as sent, with its place and what is left after the fee', async () => {
    const page = await open(...pages['one proposal']!);
    expect(page.querySelector('.lead')?.textContent).to.contain('Sent');
    expect(page.textContent).to.contain('Place 2 now.').and.contain('$540').and.contain('−$60');
  });

  it('offers no move that a proposal does not allow any more', async () => {
    const ended = { ...ownProposal, state: 'closed', mayEditTerms: false, mayWithdraw: false };
    const page = await open(html`<portal-own-proposal-page .proposalId=${'pr_1'}></portal-own-proposal-page>`, '$540', {
      [`GET ${mine}/proposals/pr_1`]: ended,
    });
    expect([...page.querySelectorAll('.page-head button')]).to.deep.equal([]);
  });

  it('sends other terms without the text that stayed, against the version that was read', async () => {
    const page = await open(...pages['other terms']!, { [`POST ${mine}/offers/of_1/counter`]: ownOffer });
    const type = (id: string, value: string) => {
      const field = page.querySelector<HTMLInputElement>(`[id="${id}"]`)!;
      field.value = value;
      for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
    };
    type('message', 'Three more days.');
    type('bid/milestones/1/amount', '1500');
    await shown(() => page.textContent?.includes('$3,150'), 'what is left of the new sum');
    page.querySelector('form')!.requestSubmit();
    const { body } = await shown(() => asked.find(({ method }) => method === 'POST'), 'the other terms');
    expect(body).to.deep.equal({
      version: 3,
      message: 'Three more days.',
      terms: {
        payment: {
          kind: 'fixed',
          total: { amountMinor: 350_000, currency: 'USD' },
          milestones: [
            { description: 'Findings', dueOn: null, amount: { amountMinor: 200_000, currency: 'USD' } },
            { description: 'Notes', dueOn: null, amount: { amountMinor: 150_000, currency: 'USD' } },
          ],
        },
        startsOn: null,
        endsOn: null,
      },
    });
  });

  it('leads who is not signed in from the mail of an offer to an account', async () => {
    const template = html`<portal-offer-invitation-page .invitationId=${'of_1'}></portal-offer-invitation-page>`;
    signInFreelancer();
    me.set(undefined);
    ({ stop } = answerWith(answers));
    const page = await fixture<HTMLElement>(html`<main>${template}</main>`);
    await shown(() => page.querySelector('a[href="/sign-up"]'), 'the way to an account');
    expect(page.querySelector('a[href^="/sign-in?next=%2Fmy%2Foffers%2Fof_1"]')).not.to.equal(null);
  });
});
