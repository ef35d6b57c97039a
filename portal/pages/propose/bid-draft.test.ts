import { expect } from '@open-wc/testing';
import type { Bid } from '../../api/own-work.ts';
import { usd } from '../../testing/own-world.ts';
import { bidOf, draftOfBid, emptyBid, grossOf } from './bid-draft.ts';
import { bidProblems } from './bid-problems.ts';

const plan = { description: 'Plan', dueOn: null, amount: usd(20_050) };
const rest = { description: ' Rest ', dueOn: '2027-02-01', amount: usd(39_950) };
const limits = { min: usd(500), max: usd(100_000), milestoneMin: usd(500) };
const said = (problems: Record<string, string | false>) => Object.keys(problems).filter((id) => problems[id]);

describe('a bid as it is typed', () => {
  it('adds its milestones up, to the cent', () => {
    const draft = { ...emptyBid('milestones', 'USD'), milestones: [plan, rest] };
    expect(grossOf(draft)).to.deep.equal(usd(60_000));
    expect(bidOf(draft)).to.deep.equal({
      kind: 'milestones',
      total: usd(60_000),
      milestones: [plan, { ...rest, description: 'Rest' }],
    });
  });

  it('is no bid while a figure is missing', () => {
    for (const kind of ['hourly', 'fixed', 'milestones'] as const)
      expect(bidOf(emptyBid(kind, 'USD'))).to.equal(undefined);
  });

  it('keeps the figures of each kind while another is tried', () => {
    const draft = { ...emptyBid('fixed', 'USD'), total: usd(90_000), milestones: [plan] };
    expect(bidOf({ ...draft, kind: 'milestones' })).to.deep.include({ total: usd(20_050) });
    expect(bidOf(draft)).to.deep.equal({ kind: 'fixed', total: usd(90_000) });
  });

  it('comes back from a bid as it was sent', () => {
    const bids: Bid[] = [
      { kind: 'hourly', rate: { amountMinor: 7000, currency: 'JPY' } },
      { kind: 'fixed', total: usd(90_000) },
      { kind: 'milestones', total: usd(20_050), milestones: [plan] },
    ];
    for (const bid of bids) expect(bidOf(draftOfBid(bid))).to.deep.equal(bid);
  });

  it('says what is missing or out of bounds before it is sent', () => {
    const hourly = emptyBid('hourly', 'USD');
    expect(said(bidProblems(hourly, limits))).to.deep.equal(['bid/rate']);
    expect(bidProblems({ ...hourly, rate: usd(499) }, limits)).to.deep.equal({ 'bid/rate': 'At least $5.' });
    expect(bidProblems({ ...hourly, rate: usd(100_001) }, limits)).to.deep.equal({ 'bid/rate': 'At most $1,000.' });
    expect(said(bidProblems({ ...hourly, rate: usd(500) }, limits))).to.deep.equal([]);
    const milestones = [plan, { description: ' ', dueOn: null, amount: usd(499) }];
    expect(said(bidProblems({ ...emptyBid('milestones', 'USD'), milestones }, limits))).to.deep.equal([
      'bid/milestones/1/description',
      'bid/milestones/1/amount',
    ]);
  });
});
