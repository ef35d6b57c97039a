import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from '@playwright/test';
import { eightTags, eightWidgets, openEightPages, settled, snippet, words } from '../testing/eight-widgets.ts';
import { intents } from '../testing/every-intent.ts';
import { dist, type LoaderPages } from '../testing/loader-page.ts';

type Seen = { tag: string; type: string; what: string; cancelable: boolean; composed: boolean };
const manifest: {
  modules: { declarations: { tagName?: string; events: { name: string; description: string }[] }[] }[];
} = JSON.parse(readFileSync(new URL('../../widgets/custom-elements.generated.json', import.meta.url), 'utf8'));
const preventable = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .flatMap(({ tagName, events = [] }) =>
    tagName
      ? events.filter(({ description }) => /prevented/i.test(description)).map(({ name }) => `${tagName} ${name}`)
      : [],
  );

describe('what a person is about to do is the host’s to take over', { skip: !existsSync(`${dist}/embed`) }, () => {
  let pages: LoaderPages;
  let page: Page;
  const sent: string[] = [];
  before(async () => {
    pages = await openEightPages(process.env.CHROMIUM_PATH);
    ({ page } = await pages.open(`${snippet()}${eightWidgets()}`));
    await settled(page);
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
    page.on('popup', (popup) => sent.push(`opened ${popup.url()}`));
    await page.evaluate(
      (types) => {
        const host = window as unknown as { seen: Seen[]; takesOver: boolean };
        host.seen = [];
        for (const type of types)
          document.addEventListener(type, (event) => {
            if (!host.takesOver) return;
            const { detail, cancelable, composed, target } = event as CustomEvent;
            const tag = (target as Element).localName;
            host.seen.push({ tag, type, what: detail.action ?? detail.intent ?? '', cancelable, composed });
            event.preventDefault();
          });
      },
      [...new Set(intents.map(([, type]) => type))],
    );
  });
  after(() => pages?.close());

  const takesOver = (it: boolean) =>
    page.evaluate((value) => Object.assign(window, { seen: [], takesOver: value }), it);
  /** Everything that was begun before it has been sent when this is answered. */
  const allSent = () => page.evaluate(() => fetch('/?').then(() => new Promise(requestAnimationFrame)));
  /** What is pressed and which dialogs are open, by widget. */
  const marks = () =>
    page.evaluate(
      (tags) =>
        tags.map(
          (tag) =>
            document.querySelector(tag)!.shadowRoot!.querySelectorAll('dialog[open], [aria-pressed=true]').length,
        ),
      eightTags,
    );
  const shown = async () => [await words(page), await marks()];
  /** What the last step has opened is all there. */
  async function atRest() {
    let before = await shown();
    for (let isSame = false; !isSame; ) {
      sent.length = 0;
      await allSent();
      const now = await shown();
      isSame = sent.length === 1 && JSON.stringify(now) === JSON.stringify(before);
      before = now;
    }
    return before;
  }

  for (const [tag, type, what, act, first] of intents)
    test(`${tag}: ${type} ${what}`, async () => {
      await takesOver(false);
      await first?.(page);
      const before = await atRest();
      await takesOver(true);
      sent.length = 0;
      await act(page);
      await page.waitForFunction(() => (window as unknown as { seen: Seen[] }).seen.length);
      await allSent();
      const seen = await page.evaluate(() => (window as unknown as { seen: Seen[] }).seen);
      assert.deepEqual(seen, [{ tag, type, what, cancelable: true, composed: true }]);
      assert.deepEqual(sent, [`GET ${new URL('/?', page.url())}`], 'nothing asked, nothing opened');
      assert.deepEqual(await shown(), before, 'nothing shown');
    });

  test('and no other event says that it can be prevented', () => {
    const tried = new Set(intents.map(([tag, type]) => `${tag} ${type}`));
    assert.deepEqual([...tried].sort(), preventable.sort());
  });
});
