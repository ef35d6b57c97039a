import { expect, fixture, html } from '@open-wc/testing';
import { shown } from '../testing/answers.ts';
import { pageAsked } from './page-again.ts';
import { listenForShortcuts } from './shortcuts.ts';
import { forgetToasts, undoLast } from './toast-stack.ts';
import { atOnce, toast, undoable } from './toasts.ts';

const open = () =>
  fixture<HTMLElement>(html`<div>
    <main><h1 tabindex="-1">Lists</h1><button class="from" type="button">Delete</button><input aria-label="Name" /></main>
    <portal-toasts></portal-toasts>
  </div>`);
const words = (page: Element) => page.querySelector('.toast > span')?.textContent;
const says = (page: Element, text: string) => shown(() => words(page) === text, text);
const undoButton = (page: Element) =>
  [...page.querySelectorAll<HTMLButtonElement>('.toast button')].find((one) => one.textContent === 'Undo')!;
const press = (target: EventTarget) =>
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'z', code: 'KeyZ', ctrlKey: true, bubbles: true, cancelable: true }),
  );

describe('a notice with undo', () => {
  let stop = () => {};
  before(() => {
    stop = listenForShortcuts({ openPalette: () => {}, openHelp: () => {} });
  });
  after(() => stop());
  afterEach(forgetToasts);

  it('is spoken, is reached by keyboard, takes back, says so and gives the focus back', async () => {
    const page = await open();
    let lists = ['Autumn'];
    await atOnce({
      page,
      work: async () => {
        lists = [];
      },
      said: 'Autumn is deleted.',
      undo: async () => {
        lists = ['Autumn'];
      },
    });
    await says(page, 'Autumn is deleted.');
    await expect(page.querySelector('portal-toasts')).to.be.accessible();
    expect(page.querySelector('[role=status] .toast')).not.to.equal(null);
    page.querySelector<HTMLElement>('.from')!.focus();
    undoButton(page).focus();
    undoButton(page).click();
    await says(page, 'Undone: it is as it was before.');
    expect(lists).to.deep.equal(['Autumn']);
    expect(document.activeElement).to.equal(page.querySelector('.from'));
  });

  it('shows the last one alone; one below comes back when the last goes', async () => {
    const page = await open();
    undoable('First', () => {});
    undoable('Second', () => {});
    toast('Copied');
    await says(page, 'Copied');
    expect(page.querySelectorAll('.toast').length).to.equal(1);
    for (const next of ['Second', 'First']) {
      page.querySelector<HTMLButtonElement>('.toast [aria-label=Close]')!.click();
      await says(page, next);
    }
  });

  it('answers to Ctrl Z, newest first, and leaves fields and dialogs alone', async () => {
    const page = await open();
    const done: string[] = [];
    undoable('First', () => done.push('first'));
    undoable('Second', () => done.push('second'));
    await says(page, 'Second');
    press(page.querySelector('input')!);
    const dialog = document.createElement('dialog');
    page.append(dialog);
    dialog.showModal();
    press(document.body);
    dialog.remove();
    expect(done).to.deep.equal([]);
    press(document.body);
    press(document.body);
    await says(page, 'Undone: it is as it was before.');
    expect(done).to.deep.equal(['second', 'first']);
    expect(undoLast()).to.equal(false);
  });

  it('stays while it is held with the focus, however long it takes', async () => {
    const page = await open();
    const real = window.setTimeout;
    let run: (() => void) | undefined;
    let waited = 0;
    window.setTimeout = ((work: () => void, ms: number) => {
      run = work;
      waited = ms;
      return 1;
    }) as typeof window.setTimeout;
    try {
      undoable('Held', () => {});
      await page.querySelector<HTMLElement & { updateComplete: Promise<unknown> }>('portal-toasts')!.updateComplete;
      expect(waited).to.be.at.least(10_000);
      undoButton(page).focus();
      run = undefined;
      page.querySelector('.toasts')!.dispatchEvent(new PointerEvent('pointerleave'));
      expect(run).to.equal(undefined);
      undoButton(page).blur();
      expect(run).to.be.a('function');
    } finally {
      window.setTimeout = real;
    }
    run!();
    await shown(() => !page.querySelector('.toast'), 'no notice');
  });

  it('outlives its page: what stands there then is asked for anew', async () => {
    const page = await open();
    const left = document.createElement('div');
    const before = pageAsked.get();
    undoable('Deleted', () => {}, left);
    await says(page, 'Deleted');
    undoLast();
    await says(page, 'Undone: it is as it was before.');
    expect(pageAsked.get()).to.equal(before + 1);
  });

  it('says why when it cannot be taken back, and nothing of undone', async () => {
    const page = await open();
    undoable('Deleted', () => Promise.reject(new TypeError('offline')));
    await says(page, 'Deleted');
    undoLast();
    await shown(() => words(page) && words(page) !== 'Deleted', 'the reason');
    expect(words(page)).not.to.contain('Undone');
    await atOnce({ page, work: () => Promise.reject(new TypeError('offline')), said: 'Done', undo: () => {} });
    expect(undoLast()).to.equal(false);
  });
});
