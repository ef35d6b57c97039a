import { expect, fixture, html } from '@open-wc/testing';
import { canUsePasskeys } from '../api/passkeys.ts';
import type { Route } from '../router.ts';
import { adoptStyles } from '../styles/adopt.ts';
import { fieldStyles } from '../styles/fields.ts';
import { hiringPartStyles } from '../styles/hiring-parts.ts';
import { tokenStyles } from '../styles/tokens.ts';
import { prefetchWhenIdle } from './prefetch.ts';

/** Run in every engine: each has or lacks what is used here, and works either way. */
describe('a browser that may lack something', () => {
  it('a field for long texts has room', async () => {
    adoptStyles(tokenStyles, fieldStyles);
    const field = await fixture<HTMLTextAreaElement>(
      html`<textarea class="input" rows="3" .style=${'--u: 4px'}></textarea>`,
    );
    const empty = field.clientHeight;
    field.value = 'One line after the other.\n'.repeat(40);
    const isWhole = field.scrollHeight <= field.clientHeight + 1;
    expect(empty, 'three lines').to.be.greaterThan(45);
    expect(isWhole, 'grows where it can').to.equal(CSS.supports('field-sizing', 'content'));
    expect(getComputedStyle(field).resize, 'else it is pulled larger').to.equal('vertical');
    field.scrollTop = 9999;
    if (!isWhole) expect(field.scrollTop).to.be.greaterThan(0);
  });

  it('tabs that run out of the line scroll', async () => {
    adoptStyles(tokenStyles, hiringPartStyles);
    const tabs = await fixture(
      html`<div class="count-tabs" .style=${'inline-size: 200px'}>
        ${Array.from({ length: 20 }, (_, n) => html`<button>Tab ${n}</button>`)}
      </div>`,
    );
    const fades = getComputedStyle(tabs).animationName === 'tabs-end';
    expect(fades, 'the end fades where that can follow the scrolling').to.equal(
      CSS.supports('animation-timeline', 'scroll()'),
    );
    tabs.querySelector('button:last-child')!.scrollIntoView({ inline: 'end', behavior: 'instant' });
    expect(tabs.scrollLeft).to.be.greaterThan(100);
  });

  it('pages are fetched ahead only when a browser tells when it is idle', async () => {
    let loads = 0;
    const load = async () => {
      loads++;
    };
    const route = { path: '/somewhere', access: 'anyone', load } as unknown as Route;
    const root = await fixture<HTMLElement>(html`<div class="nav"><a href="/somewhere">Somewhere</a></div>`);
    prefetchWhenIdle([route], root.parentElement!);
    const saves = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData;
    const isTold = typeof requestIdleCallback === 'function';
    // Asked later, so told later.
    if (isTold) await new Promise((idle) => requestIdleCallback(idle));
    expect(loads).to.equal(isTold && !saves ? 1 : 0);
  });

  it('passkeys are offered only where a browser reads them', () => {
    const reads = 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
    expect(canUsePasskeys()).to.equal(reads);
  });
});
