import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Proposal, ProposalBoard, ProposalCard } from '../../api/proposals.ts';
import { me } from '../../shell/session.ts';
import { adoptStyles } from '../../styles/adopt.ts';
import { shellStyles } from '../../styles/shell-styles.ts';
import { answerWith, shown } from '../../testing/answers.ts';
import './proposal-board.ts';

const card = (id: string, name: string, more: Partial<ProposalCard> = {}): ProposalCard => ({
  id,
  state: 'submitted',
  freelancer: {
    id: `fr_${id}`,
    name,
    headline: `Engineer ${name}`,
    photoUrl: null,
    country: 'DE',
    timezone: 'Europe/Berlin',
    hourlyRate: null,
    jobSuccess: 96,
    badge: null,
    isVerified: true,
    hoursPerWeek: 30,
    nextFreeDate: null,
  },
  bid: { kind: 'hourly', rate: { amountMinor: 6800, currency: 'USD' } },
  fit: { matchedSkills: ['React'], missingSkills: ['GraphQL'], score: 0.5, reasons: ['verified'] },
  letterExcerpt: 'I have done this.',
  answers: [],
  attachmentCount: 0,
  boostPlace: null,
  isInvited: false,
  isShortlisted: false,
  isArchived: false,
  rating: { average: null, count: 0, own: null },
  noteCount: 0,
  messageCount: 0,
  unreadMessages: 0,
  submittedAt: '2026-11-20T09:00:00.000Z',
  termsChangedAt: null,
  viewedAt: null,
  closing: null,
  ...more,
});

const cards = [card('pr_1', 'Ada'), card('pr_2', 'Ben'), card('pr_3', 'Cem')];
const none = { submitted: 0, active: 0, offered: 0, hired: 0, declined: 0, withdrawn: 0, closed: 0 };
const board: ProposalBoard = {
  jobPost: { id: 'jp_1', title: 'React engineer', state: 'open', skills: ['React'], questions: [] },
  items: cards,
  total: 3,
  counts: { ...none, submitted: 3, shortlisted: 0, archived: 0, unread: 3 },
};

function whole(id: string, more: Partial<Proposal> = {}): Proposal {
  const { letterExcerpt: _, answers: __, attachmentCount: ___, ...rest } = cards.find((one) => one.id === id)!;
  return {
    ...rest,
    jobPost: { id: 'jp_1', title: 'React engineer', state: 'open' },
    coverLetter: { markdown: 'x', content: [{ kind: 'paragraph', content: [{ kind: 'text', text: `Letter ${id}` }] }] },
    answers: [],
    attachments: [],
    termsVersion: 1,
    shortlistedBy: null,
    viewedAt: '2026-11-21T09:00:00.000Z',
    ...more,
  };
}

const start = location.href;
let stop = () => {};

async function open(more: Record<string, unknown> = {}, query = '') {
  history.replaceState(null, '', `/job-posts/jp_1/proposals${query}`);
  adoptStyles(...shellStyles);
  me.set({
    person: { id: 'pe_1', name: 'Rosa', email: 'rosa@x.example', locale: null },
    roles: ['recruiter'],
    memberships: [],
    freelancerId: null,
    operatorRoles: [],
    teamRoles: [],
    features: [],
  });
  const network = answerWith({
    'GET /v1/job-posts/jp_1/proposals': board,
    'GET /v1/proposals/pr_1': whole('pr_1'),
    'GET /v1/proposals/pr_2': whole('pr_2'),
    'GET /v1/proposals/pr_3': whole('pr_3'),
    ...more,
  });
  stop = network.stop;
  const page = await fixture<HTMLElement>(
    html`<div><portal-proposal-board .jobPost=${{ id: 'jp_1' }}></portal-proposal-board></div>`,
  );
  await shown(() => page.querySelector('tbody tr, .queue li'), 'the proposals');
  return { page, asked: network.asked };
}

const letter = (page: HTMLElement) => page.querySelector('.letter')?.textContent?.trim();

describe('the review board', () => {
  before(() => setViewport({ width: 1280, height: 800 }));
  afterEach(() => {
    stop();
    me.set(undefined);
    history.replaceState(null, '', start);
  });

  it('opens a proposal beside the queue and walks on by keyboard, the URL along with it', async () => {
    const { page } = await open();
    page.querySelector<HTMLElement>('tbody a')!.click();
    await shown(() => letter(page) === 'Letter pr_1', 'the first letter');
    expect(new URLSearchParams(location.search).get('proposal')).to.equal('pr_1');
    await sendKeys({ press: 'j' });
    await shown(() => letter(page) === 'Letter pr_2', 'the second letter');
    await sendKeys({ press: 'k' });
    await shown(() => letter(page) === 'Letter pr_1', 'the first letter again');
    await sendKeys({ press: 'Escape' });
    await shown(() => page.querySelector('tbody tr'), 'the table');
    expect(location.search).to.equal('');
  });

  it('shortlists by one key without leaving the proposal', async () => {
    const { page, asked } = await open(
      { 'PUT /v1/proposals/pr_2/shortlisted': whole('pr_2', { isShortlisted: true }) },
      '?proposal=pr_2',
    );
    await shown(() => letter(page) === 'Letter pr_2', 'the letter');
    await sendKeys({ press: 's' });
    await shown(() => page.querySelector('.case [aria-pressed=true]'), 'the flag');
    expect(asked.find(({ method }) => method === 'PUT')?.body).to.deep.equal({ shortlisted: true });
    expect(letter(page)).to.equal('Letter pr_2');
  });

  it('does not take letters of a message for orders', async () => {
    const { page, asked } = await open(
      { 'GET /v1/proposals/pr_1/messages': { items: [], unread: 0, mayWrite: true, whyNot: null } },
      '?proposal=pr_1',
    );
    await shown(() => letter(page), 'the letter');
    const messages = [...page.querySelectorAll<HTMLElement>('.case .count-tabs button')].find((tab) =>
      tab.textContent?.includes('Messages'),
    )!;
    messages.click();
    const box = await shown(() => page.querySelector('textarea'), 'the message box');
    box.focus();
    await sendKeys({ type: 'jes' });
    expect(box.value).to.equal('jes');
    expect(new URLSearchParams(location.search).get('proposal')).to.equal('pr_1');
    expect(asked.some(({ method }) => method === 'PUT')).to.equal(false);
  });

  it('asks the server for what its filters say, and keeps them in the URL', async () => {
    const queries: URLSearchParams[] = [];
    const { page } = await open(
      {
        'GET /v1/job-posts/jp_1/proposals': ({ query }: { query: URLSearchParams }) => {
          queries.push(query);
          return board;
        },
      },
      '?view=shortlisted&sort=bidLow',
    );
    expect(queries[0]?.get('shortlisted')).to.equal('true');
    expect(queries[0]?.get('sort')).to.equal('bidLow');
    const tabs = [...page.querySelectorAll<HTMLElement>('.count-tabs button')];
    tabs.find((tab) => tab.textContent?.includes('Archived'))!.click();
    await shown(() => queries.length === 2, 'another question');
    expect(queries[1]?.get('archived')).to.equal('only');
    expect(new URLSearchParams(location.search).get('view')).to.equal('archived');
  });

  it('lets nobody without the role make an offer, and says whom to ask', async () => {
    const { page } = await open({}, '?proposal=pr_1');
    await shown(() => letter(page), 'the letter');
    const offer = [...page.querySelectorAll('button')].find((button) => button.textContent?.includes('Make an offer'))!;
    expect(offer.getAttribute('aria-disabled')).to.equal('true');
    expect(offer.title).to.contain('Ask a hiring manager');
    await expect(page).to.be.accessible();
  });
});
