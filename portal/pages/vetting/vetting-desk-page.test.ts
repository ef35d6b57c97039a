import { expect, fixture, html } from '@open-wc/testing';
import type { DeskSummary, QueuedCase } from '../../api/vetting.ts';
import { adoptStyles } from '../../styles/adopt.ts';
import { shellStyles } from '../../styles/shell-styles.ts';
import { answerWith, shown } from '../../testing/answers.ts';
import './vetting-desk-page.ts';

const viktor = { id: 'pn_viktor', name: 'Viktor Hale' };
const summary: DeskSummary = {
  queues: [{ queue: 'scoring', count: 1, oldestDays: 6 }],
  appeals: 0,
  reviewers: [{ person: viktor, open: 1, interviews: 0, openSlots: 2, scoredLately: 3 }],
  programs: [{ id: 'vg_1', name: 'Front end', state: 'open' }],
  mayReview: true,
};
const waiting = {
  id: 'va_1',
  state: 'interviewed',
  program: { id: 'vg_1', name: 'Front end' },
  freelancer: { id: 'fr_1', name: 'Karim Mansour' },
  assignee: null,
  interviewAt: null,
  scoresGiven: 1,
  scoresNeeded: 2,
  hasAppeal: false,
  ageDays: 6,
} as unknown as QueuedCase;

let stop = () => {};

async function open(mayReview: boolean) {
  adoptStyles(...shellStyles);
  const queries: (string | null)[] = [];
  const network = answerWith({
    'GET /v1/vetting/summary': { ...summary, mayReview },
    'GET /v1/vetting/applications': ({ query }: { query: URLSearchParams }) => {
      queries.push(query.get('minAgeDays'));
      return { items: [waiting], nextCursor: null };
    },
  });
  stop = network.stop;
  const page = await fixture<HTMLElement>(
    html`<portal-vetting-desk-page .desk=${'tenant'}></portal-vetting-desk-page>`,
  );
  await shown(() => page.querySelector('.queue button'), 'the queue');
  await shown(() => page.querySelector('.workload'), 'the workload');
  return { page, queries };
}

describe('the vetting desk', () => {
  afterEach(() => stop());

  it('says who waits, for how long, who looks after them and how many scores are missing', async () => {
    const { page } = await open(true);
    const entry = page.querySelector('.queue button')!.textContent!;
    for (const words of ['Karim Mansour', '6 d', 'Nobody looks after it', '1 of 2']) expect(entry).to.contain(words);
    await expect(page).to.be.accessible();
  });

  it('asks for those who wait long', async () => {
    const { page, queries } = await open(true);
    const age = page.querySelector<HTMLSelectElement>('#minAgeDays')!;
    age.value = '5';
    age.dispatchEvent(new Event('change', { bubbles: true }));
    await shown(() => queries.includes('5'), 'the asked age');
  });

  it('lets nobody invite who only reads', async () => {
    const { page } = await open(false);
    expect(page.textContent).to.not.contain('Invite somebody');
  });
});
