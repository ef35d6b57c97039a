import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { widgetTags } from '@portico/portal/pages/embed/snippets.ts';
import { cannedJobs } from '@portico/widgets/testing/canned-jobs.ts';
import { everyGrant, everyRoute } from '@portico/widgets/testing/every-widget.ts';
import { dist, type LoaderPages, loaderTag, openLoaderPages } from './loader-page.ts';

export const eightTags: readonly string[] = widgetTags;

/** What a tag needs to show something of its own. */
const attributes: Record<string, string> = { 'hire-proposals': 'job-id="jp_1"' };

/** All eight on a page, each with what a host puts into it. */
export const eightWidgets = (content: (tag: string) => string = () => '') =>
  eightTags.map((tag) => `<${tag} ${attributes[tag] ?? ''}>${content(tag)}</${tag}>`).join('');

export const snippet = (more = '') => {
  const { loader } = JSON.parse(readFileSync(`${dist}/embed/1.0.0/manifest.json`, 'utf8'));
  return loaderTag(loader.integrity, '/embed/1.0.0/loader.js', more);
};

/** Pages for all eight; one post, `jp_9`, is a draft that could be published. */
export const openEightPages = (
  chromiumPath: string | undefined,
  more?: ReadonlyMap<string, string>,
): Promise<LoaderPages> => {
  const draft = {
    id: 'jp_9',
    title: 'Front-end engineer',
    categoryId: 'web-development',
    description: { markdown: 'Build the shop.', content: [] },
    budget: { kind: 'hourly' as const, min: money(5000), max: money(8000) },
  };
  const { routes } = cannedJobs({ posts: [draft as never] });
  return openLoaderPages(
    { grants: everyGrant, routes: { ...everyRoute(), ...routes, ...poolsOf(everyRoute()) } },
    chromiumPath,
    more,
  );
};

const money = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
/** Job posts and pools both read the list of pools; the pools' own has members. */
const poolsOf = ({ 'GET /v1/talent/pools': pools }: ReturnType<typeof everyRoute>) => ({
  'GET /v1/talent/pools': pools!,
});

export const settled = (page: Page, tags = eightTags) =>
  page.waitForFunction(
    (names) =>
      names.every((name) => document.querySelector(name)?.matches(':state(ready), :state(empty), :state(error)')),
    tags,
  );

/** What each widget says, whether or not it is scrolled into view, without the spaces between. */
export const words = (page: Page) =>
  page.evaluate(
    (names) =>
      names.map((name) =>
        document.querySelector(name)!.shadowRoot!.querySelector('.root')!.textContent!.replace(/\s+/g, ' ').trim(),
      ),
    eightTags,
  );
