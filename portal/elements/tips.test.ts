import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { startTips } from './tips.ts';

const tip = () => document.querySelector('wa-tooltip');

describe('tips', () => {
  let stop: () => void;
  // Its first use loads it; how long that takes is not what is tested.
  before(async function () {
    this.timeout(30_000);
    await import('@awesome.me/webawesome/dist/components/tooltip/tooltip.js');
  });
  beforeEach(() => {
    stop = startTips();
  });
  afterEach(() => {
    stop();
    tip()?.remove();
  });

  it('says a title on focus as on hover, once, and gives it back', async () => {
    const time = await fixture<HTMLElement>(html`<time tabindex="0" title="November 23, 2026">today</time>`);
    time.focus({ focusVisible: true } as FocusOptions);
    await waitUntil(() => tip()?.open);
    expect(tip()!.textContent).to.equal('November 23, 2026');
    expect(time.title, 'the browser would show it a second time').to.equal('');
    expect(time.getAttribute('aria-description')).to.equal('November 23, 2026');
    time.blur();
    await waitUntil(() => !tip()!.open);
    expect(time.title).to.equal('November 23, 2026');
  });

  it('says the whole of what is cut off, and nothing of what is not', async () => {
    const cell = await fixture<HTMLElement>(html`<div class="one-line" tabindex="0">A name that is far too long</div>`);
    Object.assign(cell.style, {
      inlineSize: '60px',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    });
    cell.focus({ focusVisible: true } as FocusOptions);
    await waitUntil(() => tip()?.open);
    expect(tip()!.textContent).to.equal('A name that is far too long');
    cell.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await waitUntil(() => !tip()!.open);
  });
});
