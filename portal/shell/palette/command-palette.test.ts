import { expect } from '@open-wc/testing';
import { acme, answer, leave, none, openAt, recruiter, waitFor } from '../../testing/portal-app.ts';
import { prefer } from '../preferences.ts';
import { openPalette } from './command-palette.ts';

describe('the palette', () => {
  afterEach(() => {
    document.querySelector<HTMLDialogElement>('portal-command-palette dialog')?.close();
    leave();
  });

  it('opens the palette and pages by keys, but none of the letters where somebody types or has turned them off', async () => {
    const app = await openAt('/lists', {
      '/v1/me': { status: 200, body: recruiter },
      '/v1/tenant': { status: 200, body: acme },
      '/v1/talent/lists': none,
    });
    const press = (key: string, on: EventTarget = document.body, more: KeyboardEventInit = {}) =>
      on.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...more }));
    const field = app.querySelector<HTMLInputElement>('.top-search input')!;
    press('?', field);
    await prefer({ shortcuts: false });
    press('?');
    await prefer({ shortcuts: true });
    expect(document.querySelector('portal-shortcuts-dialog')).to.equal(null);
    press('?', document.body, { shiftKey: true });
    const help = await waitFor(() => document.querySelector<HTMLDialogElement>('portal-shortcuts-dialog dialog[open]'));
    await expect(help).to.be.accessible();
    help.close();
    press('k', field, { ctrlKey: true });
    const input = await waitFor(() =>
      document.querySelector<HTMLInputElement>('portal-command-palette dialog[open] input'),
    );
    input.value = 'savd serch';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const option = await waitFor(() =>
      [...document.querySelectorAll('[role=option][aria-selected=true]')].find((one) =>
        one.textContent?.includes('Saved searches'),
      ),
    );
    expect(input.getAttribute('aria-activedescendant')).to.equal(option.id);
    await expect(document.querySelector('portal-command-palette dialog')!).to.be.accessible();
    press('Enter', input);
    await waitFor(() => location.pathname === '/saved-searches' || undefined);
  });

  const pump = { kind: 'contract', id: 'ct_1', title: 'Pump housing', subtitle: 'Ada', path: '/contracts/ct_1' };
  const here = { '/v1/me': { status: 200, body: recruiter }, '/v1/tenant': { status: 200, body: acme } };
  const type = (input: HTMLInputElement, words: string) => {
    input.value = words;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const optionOf = (title: string) =>
    [...document.querySelectorAll('portal-command-palette [role=option]')].find((one) =>
      one.textContent?.includes(title),
    );
  async function opened(): Promise<HTMLInputElement> {
    openPalette();
    return waitFor(() => document.querySelector<HTMLInputElement>('portal-command-palette dialog[open] input'));
  }

  it('asks the server once for the last of several words, and forgets what was asked before', async () => {
    await openAt('/lists', { ...here, '/v1/talent/lists': none });
    const asked: { q: string | null; signal: AbortSignal | null | undefined }[] = [];
    const others = window.fetch;
    window.fetch = async (input, init) => {
      const url = new URL(String(input), location.href);
      if (url.pathname !== '/v1/search') return others(input, init);
      asked.push({ q: url.searchParams.get('q'), signal: init?.signal });
      if (url.searchParams.get('q') === 'pump') return new Promise(() => {});
      return new Response(JSON.stringify({ items: [pump] }), { headers: { 'content-type': 'application/json' } });
    };
    const input = await opened();
    type(input, 'pu');
    type(input, 'pump');
    await waitFor(() => asked.length > 0);
    type(input, 'pump hous');
    await waitFor(() => optionOf('Pump housing'));
    expect(asked.map(({ q, signal }) => [q, signal?.aborted])).to.deep.equal([
      ['pump', true],
      ['pump hous', false],
    ]);
  });

  it('keeps what the arrows chose when answers come in, says when the search fails, and asks again', async () => {
    await openAt('/lists', { ...here, '/v1/talent/lists': none });
    answer({ '/v1/search': { status: 503, body: { code: 'starting', detail: 'Not yet.' } } });
    const input = await opened();
    type(input, 'li');
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    await waitFor(() => document.querySelector('[role=option][aria-selected=true]'));
    const failed = await waitFor(() => document.querySelector('.palette-failed'));
    await expect(document.querySelector('portal-command-palette dialog')!).to.be.accessible();
    const chosen = () => document.querySelector('[role=option][aria-selected=true]')!.textContent;
    const before = chosen();
    answer({ '/v1/search': { status: 200, body: { items: [{ ...pump, title: 'List of pumps' }] } } });
    failed.querySelector('button')!.click();
    await waitFor(() => optionOf('List of pumps'));
    expect(chosen()).to.equal(before);
    expect(document.querySelector('.palette-failed')).to.equal(null);
  });
});
