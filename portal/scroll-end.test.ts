import { expect } from '@open-wc/testing';
import { onScrollEnd } from './scroll-end.ts';

describe('the end of scrolling', () => {
  it('is told with the place where the window rests, in browsers that say it and in those that do not', async () => {
    const stop = new AbortController();
    const tall = document.createElement('div');
    tall.style.height = '5000px';
    document.body.append(tall);
    const ended = new Promise<number>((tell) => onScrollEnd(() => tell(scrollY), stop.signal));
    for (const place of [100, 400, 900]) scrollTo({ top: place, behavior: 'instant' });
    expect(await ended).to.equal(900);
    stop.abort();
    tall.remove();
  });
});
