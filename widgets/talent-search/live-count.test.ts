import { expect } from '@open-wc/testing';
import { connect, disconnect, find, mountTalentSearch, until } from '../testing/mount.ts';

afterEach(disconnect);

describe('talent search: for who hears it', () => {
  it('announces how many there are whenever the list changes', async () => {
    connect();
    const element = await mountTalentSearch();
    // A reader hears only what changes in a region that was there before.
    const region = find(element, '[role=status]');
    expect(region.textContent).to.equal('6 people');
    element.filters = { ...element.filters, skill: ['figma'] };
    await until(() => element.root.querySelectorAll('.name').length === 1);
    expect(find(element, '[role=status]')).to.equal(region);
    expect(region.textContent).to.equal('1 person');
  });
});
