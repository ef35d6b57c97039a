import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define/talent-pool.ts';
import { problem } from '../testing/canned-api.ts';
import { cannedPools } from '../testing/canned-pools.ts';
import { button, connect, disconnect, find, until } from '../testing/mount.ts';
import type { TalentPool } from './talent-pool.ts';

afterEach(disconnect);

async function opened({ pools = 2, count = 3, note = true, offer = true } = {}) {
  const world = cannedPools({ pools, count });
  const grants = { talentPool: { read: true, note, offer } };
  const { api } = connect({}, { grants, routes: world.routes });
  const element = await fixture<TalentPool>(html`<hire-talent-pool></hire-talent-pool>`);
  await until(() => element.strings && element.matches(':state(ready), :state(empty), :state(error)'));
  await element.updateComplete;
  return { ...world, api, element };
}

async function openMember(element: TalentPool, name: string) {
  button(element, name).click();
  await until(() => words(element.root.querySelector('aside h2')) === name);
  await until(() => element.root.querySelector('aside [aria-busy=false]'));
}

const words = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const rows = (element: TalentPool) => [...element.root.querySelectorAll('.item')].map(words);
const panel = (element: TalentPool) => element.root.querySelector('aside')!;
const said = (element: TalentPool) => words(element.root.querySelector('p[role=status]'));
const field = (element: TalentPool, label: string) => find<HTMLInputElement>(element, `input[aria-label='${label}']`);

async function write(element: TalentPool, label: string, text: string) {
  const input = field(element, label);
  input.value = text;
  input.form!.requestSubmit();
  await until(() => field(element, label).value === '' || panel(element).querySelector('[role=alert]'));
  await until(() => element.root.querySelector('aside [aria-busy=false]'));
}

describe('a talent pool in a host page', () => {
  it('says who is vetted, free when, and for how much', async () => {
    const { element } = await opened();
    expect(said(element)).to.equal('3 people');
    expect(rows(element)[0])
      .to.contain('Amara Okafor')
      .and.contain('React <b>engineer</b> · Sweden')
      .and.contain('$65 an hour, agreed')
      .and.contain('Vetted Apr 20, 2026, strong · React, Figma')
      .and.contain('pump data')
      .and.contain('Next week: 20 hr free');
    expect(rows(element)[1]).to.contain('$70 an hour').and.not.contain('Vetted');
    expect(element.root.querySelectorAll('.item:first-child .weeks li').length).to.equal(8);
    expect(words(element.root.querySelector('.item .weeks li'))).to.equal('Week of Nov 23, 2026: 0 hr free');
  });

  it('answers who is free next week, by a skill, in another pool', async () => {
    const { element, asked } = await opened();
    button(element, 'Free next week').click();
    await until(() => rows(element).length === 2);
    expect(asked.at(-1)!.query).to.contain('minHours=10').and.contain('week=1');
    const [pools, skills] = [...element.root.querySelectorAll('select')];
    skills!.value = 'react';
    skills!.dispatchEvent(new Event('change'));
    await until(() => asked.at(-1)!.query.includes('skill=react'));
    pools!.value = 'pl_2';
    pools!.dispatchEvent(new Event('change'));
    await until(() => rows(element).length === 1);
    expect(asked.at(-1)!.path).to.equal('/v1/talent/pools/pl_2/members');
    expect(asked.at(-1)!.query).to.not.contain('skill', 'a skill of the other pool is not asked of this one');
  });

  it('keeps notes and tags, each sent once, and shows what there is now', async () => {
    const { element, asked } = await opened();
    await openMember(element, 'Amara Okafor');
    expect(words(panel(element)))
      .to.contain('Contracts: 2 · $9,200 · last worked Nov 1, 2026')
      .and.contain('Our rating: 5 of 5 “Fast and clear”')
      .and.contain('Knows our plants <i>well</i>')
      .and.contain('Only your company sees this.');
    await write(element, 'Add a note', '  Asked for more hours  ');
    expect(words(panel(element))).to.contain('Asked for more hours');
    expect(asked.at(-1)!.body).to.deep.equal({ text: 'Asked for more hours' });
    await write(element, 'Add a tag', 'on site');
    expect(rows(element)[0]).to.contain('on site');
    button(element, 'Remove tag pump data').click();
    await until(() => !rows(element)[0]!.includes('pump data'));
    const keys = asked.filter(({ method }) => method !== 'GET').map(({ key }) => key);
    expect(new Set(keys).size).to.equal(3);
  });

  it('says what was refused, and keeps the words for another try', async () => {
    const { element } = await opened();
    await openMember(element, 'Amara Okafor');
    await write(element, 'Add a note', 'refused');
    expect(words(panel(element).querySelector('[role=alert]'))).to.equal('They left the pool. Nothing was kept.');
    expect(field(element, 'Add a note').value).to.equal('refused');
  });

  it('shows nothing internal where nothing internal came, and no button for what was not granted', async () => {
    const { element } = await opened({ note: false, offer: false });
    await openMember(element, 'Jonas Lind');
    expect(words(panel(element)))
      .to.contain('No contract with us yet.')
      .and.not.contain('Only your company');
    await openMember(element, 'Amara Okafor');
    expect(field(element, 'Add a note')).to.equal(null);
    expect(button(element, /Make an offer/)).to.equal(undefined);
  });

  it('lets the host make the offer', async () => {
    const { element } = await opened();
    const wish = oneEvent(element, 'hire-pool-member');
    element.addEventListener('hire-pool-member', (event) => event.preventDefault());
    button(element, 'Make an offer Yuki Tanaka').click();
    const { detail } = await wish;
    expect([detail.action, detail.poolId, detail.member.name]).to.deep.equal(['offer', 'pl_1', 'Yuki Tanaka']);
  });

  it('goes from member to member by keys, and back to where it was', async () => {
    const { element } = await opened();
    button(element, 'Amara Okafor').focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(words(element.root.activeElement)).to.equal('Jonas Lind');
    await sendKeys({ press: 'Enter' });
    await until(() => element.root.activeElement?.localName === 'h2');
    await sendKeys({ press: 'Escape' });
    await until(() => words(element.root.activeElement) === 'Jonas Lind');
  });

  it('tells that there is no pool, that nobody fits, and of a failure', async () => {
    const none = await opened({ pools: 0 });
    expect(words(none.element.root.querySelector('.notice'))).to.contain('no pool that you can see');
    disconnect();
    const { element, api } = await opened();
    const back = api.instead('/v1/talent/pools/pl_1/members', () => problem(503, 'unavailable'));
    button(element, 'Free next week').click();
    await until(() => element.root.querySelector('[role=alert]'));
    back();
    button(element, 'Try again').click();
    await until(() => !element.root.querySelector('[role=alert]') && rows(element).length === 2);
    element.query = 'Nobody';
    await until(() => rows(element).length === 0);
    expect(words(element.root.querySelector('.notice'))).to.equal('Nobody here fits. Loosen a filter.');
  });
});
