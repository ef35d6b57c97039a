import { expect } from '@open-wc/testing';
import { boardQueryOf, toApi, toUrl } from './board-query.ts';

const said = (text: string) => boardQueryOf(new URLSearchParams(text));

describe('a board’s address', () => {
  it('keeps every filter, so that it can be shared and comes back', () => {
    const text = 'q=react&skill=sql&country=DE&tag=core&week=1&minHours=20&rateMax=8000&overlapHours=4&sort=free';
    expect(toUrl(said(text)).toString()).to.equal(text);
  });

  it('leaves out what would only be refused', () => {
    for (const text of [
      'week=9',
      'minHours=0',
      'minHours=200',
      'sort=luck',
      'rateMax=-1',
      'overlapHours=9',
      'color=red',
    ])
      expect(said(text), text).to.deep.equal({});
  });

  it('asks for shared hours in the reader’s own zone, and for nothing of it otherwise', () => {
    expect(toApi(said('overlapHours=4'), 'Europe/Berlin')).to.deep.equal({
      overlapHours: '4',
      timezone: 'Europe/Berlin',
    });
    expect(toApi(said('q=a'), 'Europe/Berlin')).to.deep.equal({ q: 'a' });
  });
});
