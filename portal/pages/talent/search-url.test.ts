import { expect } from '@open-wc/testing';
import { type SearchState, searchFromUrl, urlFromSearch } from './search-url.ts';

describe('a search in the URL', () => {
  it('comes back as it was', () => {
    const search: SearchState = {
      q: 'react "native"',
      skill: ['react', 'node-js'],
      skillMatch: 'any',
      rateMin: 0,
      rateMax: 8000,
      language: ['de:fluent'],
      timezone: 'Europe/Berlin',
      overlapHours: 4,
      verified: true,
      sort: 'rateAsc',
    };
    expect(searchFromUrl(new URLSearchParams(urlFromSearch(search).toString()))).to.deep.equal(search);
  });

  it('leaves out what is not set', () => {
    expect(urlFromSearch({ q: '', skill: [] }).toString()).to.equal('');
  });

  it('drops numbers that are none', () => {
    expect(searchFromUrl(new URLSearchParams('rateMin=abc&q=x'))).to.deep.equal({ q: 'x' });
  });
});
