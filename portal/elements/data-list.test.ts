import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { nothing } from 'lit';
import { adoptStyles } from '../styles/adopt.ts';
import { shellStyles } from '../styles/shell-styles.ts';
import { type DataListOptions, dataList } from './data-list.ts';

type Fruit = { id: string; name: string; price: number };
const fruits: readonly Fruit[] = [
  { id: 'a', name: 'Apple', price: 3 },
  { id: 'b', name: 'Banana', price: 2 },
  { id: 'c', name: 'Cherry', price: 9 },
];

const options = (more: Partial<DataListOptions<Fruit>> = {}): DataListOptions<Fruit> => ({
  name: 'test-fruits',
  label: 'Fruits',
  columns: [
    { id: 'name', label: 'Name', isLead: true, cell: ({ name }) => html`<a href="#${name}">${name}</a>` },
    { id: 'price', label: 'Price', isEnd: true, sort: { up: 'cheap', down: 'dear' }, cell: ({ price }) => price },
    { id: 'stock', label: 'Stock', cell: () => 1 },
    { id: 'origin', label: 'Origin', isExtra: true, cell: () => 'Here' },
    { id: 'color', label: 'Color', cell: () => 'red' },
    { id: 'weight', label: 'Weight', cell: () => 5 },
  ],
  rows: fruits,
  keyOf: ({ id }) => id,
  nameOf: ({ name }) => name,
  ...more,
});

type List = HTMLElement & { options: DataListOptions<Fruit>; updateComplete: Promise<unknown> };

async function open(more: Partial<DataListOptions<Fruit>> = {}): Promise<List> {
  adoptStyles(...shellStyles);
  const holder = await fixture(html`<div>${dataList(options(more))}</div>`);
  const list = holder.querySelector<List>('portal-data-list')!;
  await list.updateComplete;
  return list;
}

const heads = (list: List) => [...list.querySelectorAll('th')].map((head) => head.textContent?.trim()).filter(Boolean);
const focusedText = () => document.activeElement?.textContent?.trim();

describe('a list of rows', () => {
  beforeEach(() => localStorage.removeItem('columns test-fruits'));

  it('is walked by arrows and letters from name to name, and stops at its ends', async () => {
    const list = await open();
    list.querySelector<HTMLElement>('a')!.focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(focusedText()).to.equal('Banana');
    await sendKeys({ press: 'j' });
    expect(focusedText()).to.equal('Cherry');
    await sendKeys({ press: 'j' });
    expect(focusedText()).to.equal('Cherry');
    await sendKeys({ press: 'Home' });
    expect(focusedText()).to.equal('Apple');
  });

  it('chooses the row of the focus with x, and all of them at the head', async () => {
    let chosen: readonly string[] = [];
    const list = await open({ chosen, onChoose: (next) => (chosen = next) });
    list.querySelectorAll<HTMLElement>('tbody a')[1]!.focus();
    await sendKeys({ press: 'x' });
    expect(chosen).to.deep.equal(['b']);
    list.querySelector<HTMLElement>('thead input')!.click();
    expect(chosen).to.deep.equal(['a', 'b', 'c']);
  });

  it('offers what can be done with the chosen rows, and says how many they are', async () => {
    const list = await open({ chosen: ['a', 'c'], onChoose: () => {}, bulk: () => html`<button>Eat</button>` });
    const bar = list.querySelector('.data-bar')!;
    expect(bar.querySelector('[role=status]')?.textContent).to.equal('2 chosen');
    expect(bar.textContent).to.contain('Eat');
    await expect(list).to.be.accessible();
  });

  it('counts, and acts on, only those of the chosen rows that are still there', async () => {
    let asked: readonly string[] = [];
    const list = await open({
      chosen: ['a', 'gone'],
      onChoose: (next) => (asked = next),
      bulk: (chosen) => html`<output>${chosen.join()}</output>`,
    });
    const bar = list.querySelector('.data-bar')!;
    expect(bar.querySelector('[role=status]')?.textContent).to.equal('1 chosen');
    expect(bar.querySelector('output')?.textContent).to.equal('a');
    list.querySelectorAll<HTMLElement>('tbody input')[1]!.click();
    expect(asked).to.deep.equal(['a', 'b']);
  });

  it('asks for the other order of the column that sorts already, and says which order holds', async () => {
    const asked: string[] = [];
    const list = await open({ sort: 'dear', onSort: (sort) => asked.push(sort) });
    expect(list.querySelector('[aria-sort]')?.getAttribute('aria-sort')).to.equal('descending');
    list.querySelector<HTMLElement>('.sort-button')!.click();
    list.options = options({ sort: 'cheap', onSort: (sort) => asked.push(sort) });
    await list.updateComplete;
    list.querySelector<HTMLElement>('.sort-button')!.click();
    expect(asked).to.deep.equal(['cheap', 'dear']);
  });

  it('gives the room of a column that no row fills to the others, until a row does', async () => {
    const columns = options().columns.map((column) =>
      column.id === 'stock' ? { ...column, cell: ({ price }: Fruit) => (price > 10 ? 1 : nothing) } : column,
    );
    const list = await open({ columns });
    expect(heads(list)).not.to.include('Stock');
    expect(list.querySelector('.column-choice')!.textContent).not.to.include('Stock');
    list.options = options({ columns, rows: [...fruits, { id: 'd', name: 'Date', price: 12 }] });
    await list.updateComplete;
    expect(heads(list)).to.include('Stock');
  });

  it('shows the columns that the person chose, on this device and the next time', async () => {
    const list = await open();
    expect(heads(list)).not.to.include('Origin');
    const boxes = [...list.querySelectorAll<HTMLInputElement>('.column-choice input')];
    const box = boxes.find((one) => one.closest('label')?.textContent?.includes('Origin'))!;
    box.click();
    await list.updateComplete;
    expect(heads(list)).to.include('Origin');
    expect(heads(await open())).to.include('Origin');
  });

  it('names each value of a phone’s cards, and leaves no empty strip below them', async () => {
    await setViewport({ width: 390, height: 800 });
    try {
      const list = await open({ footer: html`<span class="only-wide">Keys</span>` });
      const price = list.querySelector<HTMLElement>('td[data-label="Price"]')!;
      expect(getComputedStyle(price, '::before').content).to.contain('Price');
      expect(getComputedStyle(list.querySelector('.data-foot')!).display).to.equal('none');
    } finally {
      await setViewport({ width: 1280, height: 800 });
    }
  });
});
