import { expect, fixture, html } from '@open-wc/testing';
import { me } from '../../shell/session.ts';
import { answerWith, refusal, shown } from '../../testing/answers.ts';
import { bundles, job, ownProposal, proposalTerms, signInFreelancer } from '../../testing/own-world.ts';
import './propose-page.ts';

const sent = 'POST /v1/freelancers/me/proposals';
const termsPath = 'GET /v1/freelancers/me/jobs/jp_1/proposal-terms';
const start = location.href;
let stop = () => {};

async function open(more: Record<string, unknown> = {}) {
  signInFreelancer();
  const network = answerWith({ 'GET /v1/jobs/jp_1': job, [termsPath]: proposalTerms, ...more });
  stop = network.stop;
  const page = await fixture<HTMLElement>(
    html`<div><portal-propose-page .jobId=${'jp_1'}></portal-propose-page></div>`,
  );
  await shown(() => page.querySelector('form'), 'the form');
  return { page, asked: network.asked };
}

const field = (page: HTMLElement, id: string) => page.querySelector<HTMLInputElement>(`[id="${id}"], [name="${id}"]`)!;

function type(page: HTMLElement, id: string, value: string): void {
  const control = field(page, id);
  control.value = value;
  for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, { bubbles: true }));
}

async function write(page: HTMLElement): Promise<void> {
  type(page, 'bid/rate', '70');
  type(page, 'coverLetter', 'I would begin with the order history.');
  type(page, 'answers/1', 'The old pages.');
  page.querySelector<HTMLInputElement>('[name="answers/2"][value="4"]')!.click();
  await shown(() => page.textContent?.includes('$63'), 'what is left after the fee');
}

const press = (page: HTMLElement) => page.querySelector('form')!.requestSubmit();
const errorAt = (page: HTMLElement, id: string) => page.querySelector(`[id="${id}-error"]`)?.textContent?.trim();

describe('proposing', () => {
  afterEach(() => {
    stop();
    me.set(undefined);
    localStorage.clear();
    history.replaceState(null, '', start);
    for (const dialog of document.querySelectorAll('portal-buy-connects-dialog')) dialog.remove();
  });

  it('shows cost, fee, net and odds before anything is sent', async () => {
    const { page, asked } = await open();
    await write(page);
    const lines = [...page.querySelectorAll('.summary .sums > div')].map((line) =>
      line.textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(lines).to.deep.equal([
      'The client pays youan hour$70',
      'Service fee−$7',
      'You receive$63',
      'This proposal costs14 connects',
      'You have20 connects',
      'Left after it6 connects',
    ]);
    expect(page.querySelector('.summary .facts')?.textContent).to.contain('10 to 19').and.contain('1 of 2 are yours');
    expect(asked.filter(({ method }) => method === 'POST')).to.deep.equal([]);
    await expect(page).to.be.accessible();
  });

  it('asks for what is missing where it is missing, and sends nothing', async () => {
    const { page, asked } = await open();
    press(page);
    await shown(() => errorAt(page, 'bid/rate'), 'the missing figure');
    expect(errorAt(page, 'coverLetter')).to.equal('Write a few sentences.');
    expect(errorAt(page, 'answers/0'), 'one may be left out').to.equal(undefined);
    expect(errorAt(page, 'answers/1')).to.equal('The client needs an answer to this.');
    expect(errorAt(page, 'answers/2')).to.equal('The client needs an answer to this.');
    expect(document.activeElement).to.equal(field(page, 'bid/rate'));
    expect(asked.some(({ method }) => method === 'POST')).to.equal(false);
    await expect(page).to.be.accessible();
  });

  it('puts what the server refused at the question it is about, though an earlier one was left out', async () => {
    const { page, asked } = await open({
      [sent]: () =>
        refusal(422, 'contact_details_in_text', [
          { pointer: '/answers/1/value', code: 'contact_details_in_text', message: 'No.' },
          { pointer: '/bid/rate/amountMinor', code: 'bid_too_high', message: 'No.' },
        ]),
    });
    await write(page);
    press(page);
    await shown(() => errorAt(page, 'answers/1'), 'the refused answer');
    expect(errorAt(page, 'answers/0')).to.equal(undefined);
    expect(errorAt(page, 'bid/rate')).to.equal('This is above what can be asked for.');
    expect(asked.at(-1)?.body).to.deep.include({
      answers: [
        { questionId: 'qu_1', value: '' },
        { questionId: 'qu_2', value: 'The old pages.' },
        { questionId: 'qu_3', value: '4' },
      ],
      bid: { kind: 'hourly', rate: { amountMinor: 7000, currency: 'USD' } },
    });
    expect(field(page, 'coverLetter').value).to.equal('I would begin with the order history.');
  });

  it('says a refusal that names no field it shows', async () => {
    const { page } = await open({
      [sent]: () => refusal(422, 'odd', [{ pointer: '/jobId', code: 'odd', message: 'Odd.' }]),
    });
    await write(page);
    press(page);
    const notice = await shown(() => page.querySelector('[role=alert]'), 'the refusal');
    expect(notice.textContent).to.contain('Refused: odd.').and.contain('req_1');
  });

  it('keeps what was written until it is sent, for this person alone', async () => {
    const first = await open();
    await write(first.page);
    first.page.querySelector('portal-propose-page')!.remove();
    stop();
    const { page } = await open({ [sent]: ownProposal });
    await shown(() => page.textContent?.includes('$63'), 'the sums of the kept bid');
    expect(field(page, 'coverLetter').value).to.equal('I would begin with the order history.');
    expect(field(page, 'answers/1').value).to.equal('The old pages.');
    expect(page.querySelector<HTMLInputElement>('[name="answers/2"]:checked')?.value).to.equal('4');
    press(page);
    await shown(() => location.pathname === '/my/proposals/pr_1', 'the sent proposal');
    expect(Object.keys(localStorage).filter((key) => key.startsWith('draft'))).to.deep.equal([]);
  });

  it('lets somebody short of connects buy them on the spot and goes on with every word', async () => {
    let balance = 4;
    const { page } = await open({
      [termsPath]: () => ({
        ...proposalTerms,
        connects: { price: 14, free: null, balance, balanceAfter: balance - 14 },
      }),
      'GET /v1/freelancers/me/connects/bundles': bundles,
      'POST /v1/freelancers/me/connects/purchases': () => {
        balance += 20;
        return { id: 'pa_1', connects: 20, state: 'posted' };
      },
    });
    await write(page);
    const buy = await shown(
      () => page.querySelector<HTMLButtonElement>('.summary .notice button'),
      'the way to more connects',
    );
    expect(page.querySelector('.summary .notice')?.textContent).to.contain('10 connects short');
    buy.click();
    const dialog = await shown(() => document.querySelector('portal-buy-connects-dialog'), 'the dialog');
    await shown(() => dialog.querySelector('[name=bundle]:checked'), 'the bundles');
    dialog.querySelector('form')!.requestSubmit();
    await shown(() => !page.querySelector('.summary .notice'), 'enough connects');
    expect(page.querySelector('.summary')?.textContent).to.contain('24 connects').and.contain('10 connects');
    expect(field(page, 'coverLetter').value).to.equal('I would begin with the order history.');
    expect(field(page, 'bid/rate').value).to.equal('70');
  });

  it('says why a post takes no proposal, and leads to the one that was sent', async () => {
    const closed = { code: 'job_post_paused', detail: 'Paused.' };
    signInFreelancer();
    ({ stop } = answerWith({ 'GET /v1/jobs/jp_1': job, [termsPath]: { ...proposalTerms, refusal: closed } }));
    const page = await fixture<HTMLElement>(
      html`<div><portal-propose-page .jobId=${'jp_1'}></portal-propose-page></div>`,
    );
    await shown(() => page.textContent?.includes('This job is paused'), 'why not');
    expect(page.querySelector('form')).to.equal(null);
    stop();
    ({ stop } = answerWith({ 'GET /v1/jobs/jp_1': job, [termsPath]: { ...proposalTerms, proposalId: 'pr_9' } }));
    const again = await fixture<HTMLElement>(
      html`<div><portal-propose-page .jobId=${'jp_1'}></portal-propose-page></div>`,
    );
    await shown(() => again.querySelector('a[href="/my/proposals/pr_9"]'), 'the way to the own proposal');
  });
});
