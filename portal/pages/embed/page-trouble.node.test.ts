import assert from 'node:assert/strict';
import test from 'node:test';
import { pageTrouble } from './page-trouble.ts';

test('what never arrived tells what a page may not do, once it had the time and while it is news', () => {
  const at = (secondsAgo: number | undefined) =>
    secondsAgo === undefined ? null : new Date(Date.UTC(2026, 10, 23, 12) - secondsAgo * 1000).toISOString();
  const cases: [loader: number | undefined, load: number | undefined, use: number | undefined, trouble: unknown][] = [
    [undefined, undefined, undefined, undefined],
    [60, 59, 58, undefined],
    [5, undefined, undefined, undefined],
    [60, undefined, undefined, 'silent'],
    [60, 600, 590, 'silent'],
    // The script was kept from before and not fetched again.
    [600, 60, 590, 'noSession'],
    [undefined, 60, undefined, 'noSession'],
    [undefined, 6, 590, undefined],
    // Noted in the other order.
    [60, 58, 59, undefined],
    [7200, undefined, undefined, undefined],
  ];
  for (const [loader, load, use, trouble] of cases)
    assert.equal(
      pageTrouble({ loaderAt: at(loader), lastLoadAt: at(load), lastUseAt: at(use) }, at(0)!),
      trouble,
      `${loader} ${load} ${use}`,
    );
});
