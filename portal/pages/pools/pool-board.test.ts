import { expect, fixture, html } from '@open-wc/testing';
import type { MemberPage, PoolMember, TalentPoolDetail } from '../../api/pools.ts';
import { adoptStyles } from '../../styles/adopt.ts';
import { shellStyles } from '../../styles/shell-styles.ts';
import { answerWith, shown } from '../../testing/answers.ts';
import './pool-board.ts';

const weeks = Array.from({ length: 8 }, (_, at) => ({
  startsOn: new Date(Date.UTC(2026, 10, 23 + 7 * at)).toISOString().slice(0, 10),
  freeHours: at === 1 ? 24 : 0,
  state: at === 1 ? ('partly' as const) : ('busy' as const),
}));
const adaeze = {
  freelancerId: 'fr_1',
  name: 'Adaeze Okafor',
  headline: 'Front-end developer',
  photoUrl: null,
  country: 'NG',
  skills: [{ id: 'lit', name: 'Lit' }],
  hourlyRate: { amountMinor: 7200, currency: 'USD' },
  weeks,
  state: 'active',
  vetting: null,
  withUs: { contracts: 1, running: 0, spend: [{ amountMinor: 240_000, currency: 'USD' }], lastWorkedAt: null },
  internal: { tags: ['first choice'], noteCount: 2, rating: { stars: 5 }, agreedRate: null },
} as unknown as PoolMember;
const none = { state: [], skill: [], country: [], tag: [], admittedBy: [], free: [] };
const page: MemberPage = { total: 1, items: [adaeze], facets: none, nextCursor: null };
const pool = { id: 'pl_1', name: 'Frame agreement', isKept: true, mayEdit: true } as unknown as TalentPoolDetail;

let stop = () => {};

async function open() {
  adoptStyles(...shellStyles);
  history.replaceState(null, '', location.pathname);
  const asked: URLSearchParams[] = [];
  const network = answerWith({
    'GET /v1/talent/pools/pl_1/members': ({ query }: { query: URLSearchParams }) => {
      asked.push(query);
      return page;
    },
  });
  stop = network.stop;
  const board = await fixture<HTMLElement>(html`<portal-pool-board .pool=${pool}></portal-pool-board>`);
  await shown(() => board.querySelector('tbody tr'), 'the member');
  return { board, asked };
}

describe('the board of a pool', () => {
  afterEach(() => stop());

  it('shows what was agreed, kept and worked beside the next eight weeks', async () => {
    const { board } = await open();
    const row = board.querySelector('tbody tr')!;
    for (const words of ['Adaeze Okafor', 'Nigeria', '$72', '1 contract', '$2,400', 'first choice', '2 notes'])
      expect(row.textContent).to.contain(words);
    expect(row.querySelectorAll('.week-strip > span').length).to.equal(8);
    await expect(board).to.be.accessible();
  });

  it('asks with one press who is free next week', async () => {
    const { board, asked } = await open();
    const button = [...board.querySelectorAll('button')].find((one) => one.textContent?.trim() === 'Free next week')!;
    button.click();
    const query = await shown(() => asked.find((one) => one.get('week') === '1'), 'the question');
    expect(query.get('minHours')).to.equal('20');
  });
});
