import { expect } from '@open-wc/testing';
import { queryString } from './client.ts';

it('leaves out what was not chosen, and keeps the choice of what has none', () => {
  expect(queryString({ team: undefined, q: '', purchaseOrder: ['', 'PO 1'], page: 2 })).to.equal(
    '?purchaseOrder=&purchaseOrder=PO+1&page=2',
  );
  expect(queryString({ q: '', team: [] })).to.equal('');
});
