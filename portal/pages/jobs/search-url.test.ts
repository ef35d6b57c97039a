import { expect } from '@open-wc/testing';
import type { JobQuery } from '../../api/jobs.ts';
import { toggled } from './facet-choice.ts';
import { searchFromUrl, urlFromSearch } from './search-url.ts';

describe('a job search in the URL', () => {
  it('comes back as it was', () => {
    const search: JobQuery = {
      q: 'react "native"',
      skill: ['react', 'node-js'],
      skillMatch: 'any',
      kind: ['hourly'],
      rateMin: 4000,
      budgetMin: 0,
      budgetMax: 9999,
      postedWithinDays: 7,
      openTo: 'DE',
      reach: ['invited'],
      includeHidden: true,
      sort: 'newest',
    };
    expect(searchFromUrl(new URLSearchParams(urlFromSearch(search).toString()))).to.deep.equal(search);
  });

  it('leaves out what is not set, and drops numbers that are none', () => {
    expect(urlFromSearch({ q: '', skill: [] }).toString()).to.equal('');
    expect(searchFromUrl(new URLSearchParams('rateMin=abc&q=x'))).to.deep.equal({ q: 'x' });
  });
});

describe('choosing a facet', () => {
  it('adds to and takes from a list', () => {
    const one = toggled({}, 'kind', 'hourly');
    expect(one).to.deep.equal({ kind: ['hourly'] });
    expect(toggled(one, 'kind', 'fixed')).to.deep.equal({ kind: ['hourly', 'fixed'] });
    expect(toggled(one, 'kind', 'hourly')).to.deep.equal({});
  });

  it('sets both ends of a range, replaces them, and frees them again', () => {
    const range = toggled({ q: 'x' }, 'budget', '50000-99999');
    expect(range).to.deep.equal({ q: 'x', budgetMin: 50_000, budgetMax: 99_999 });
    expect(toggled(range, 'budget', '1000000-')).to.deep.equal({ q: 'x', budgetMin: 1_000_000 });
    expect(toggled(range, 'budget', '50000-99999')).to.deep.equal({ q: 'x' });
    expect(toggled({}, 'connects', '-0')).to.deep.equal({ connectsMax: 0 });
    expect(toggled({ rateMin: 4000 }, 'rate', '4000-')).to.deep.equal({});
  });

  it('holds one step at a time', () => {
    expect(toggled({ postedWithinDays: 3 }, 'postedWithin', '7')).to.deep.equal({ postedWithinDays: 7 });
    expect(toggled({ postedWithinDays: 7 }, 'postedWithin', '7')).to.deep.equal({});
    expect(toggled({}, 'clientHires', '5')).to.deep.equal({ clientHiresMin: 5 });
    expect(toggled({ openTo: 'DE' }, 'openTo', 'DE')).to.deep.equal({});
  });
});
