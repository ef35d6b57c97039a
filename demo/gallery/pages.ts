import { html, raw } from 'hono/html';
import {
  addressOf,
  type Combination,
  combinationOf,
  locales,
  nameOf,
  schemes,
  statesOf,
  themes,
  widgets,
  widths,
} from './combinations.ts';

const head = (title: string) => html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="stylesheet" href="/gallery/gallery.css" />
    <link rel="icon" href="data:," />`;

const importMap = JSON.stringify({
  imports: { '@portico/widgets/': '/gallery/source/widgets/', '@portico/themes/': '/gallery/source/themes/' },
});

/** One widget, as a host would embed it; only its network is ours. */
export const framePage = (combination: Combination, integrity: string) => html`<!doctype html>
<html lang="${combination.locale}" dir="${combination.locale === 'ar' ? 'rtl' : 'ltr'}">
  <head>
    ${head(nameOf(combination))}
    <script type="importmap">${raw(importMap)}</script>
  </head>
  <body class="frame ${combination.theme} ${combination.scheme}">
    <main><h1>${combination.widget}</h1></main>
    <script type="module" src="/gallery/source/demo/gallery/frame.ts"></script>
    <script type="module" src="/gallery/embed/1.0.0/loader.js" integrity="${integrity}" crossorigin data-session-url="/api/hire-session"></script>
  </body>
</html>`;

/** A grid of frames: all states of one widget, or one state in all looks, languages or widths. */
export function indexPage(params: URLSearchParams, statementUrl: string) {
  const chosen = combinationOf(params);
  const by = (['state', 'theme', 'locale', 'width'] as const).find((name) => name === params.get('by')) ?? 'state';
  const shown: Combination[] =
    by === 'theme'
      ? themes.flatMap((theme) => schemes.map((scheme) => ({ ...chosen, theme, scheme })))
      : by === 'locale'
        ? locales.map((locale) => ({ ...chosen, locale }))
        : by === 'width'
          ? widths.map((width) => ({ ...chosen, width }))
          : statesOf[chosen.widget].map((state) => ({ ...chosen, state }));
  const choices = {
    widget: widgets,
    state: statesOf[chosen.widget],
    theme: themes,
    scheme: schemes,
    locale: locales,
    width: widths,
  };
  return html`<!doctype html>
<html lang="en">
  <head>
    ${head('Gallery of widgets')}
  </head>
  <body>
    <header>
      <h1>Gallery</h1>
      <p>Each widget as it is built, over canned answers, at noon of 23 November 2026.${statementUrl ? html` What they were tested for: <a href="${statementUrl}">accessibility</a>.` : ''}</p>
      <form>
        ${Object.entries(choices).map(
          ([name, values]) => html`<label>${name}
            <select name="${name}">${values.map(
              (value) =>
                html`<option ${chosen[name as keyof Combination] === value ? raw('selected') : ''}>${value}</option>`,
            )}</select></label>`,
        )}
        <label>side by side
          <select name="by">${['state', 'theme', 'locale', 'width'].map(
            (value) => html`<option ${by === value ? raw('selected') : ''}>${value}</option>`,
          )}</select></label>
        <button>Show</button>
      </form>
      <nav aria-label="Widgets">${widgets.map(
        (widget) =>
          html`<a href="/gallery?${new URLSearchParams({ widget, theme: chosen.theme, scheme: chosen.scheme, locale: chosen.locale, width: `${chosen.width}` }).toString()}" ${widget === chosen.widget ? raw('aria-current="page"') : ''}>${widget}</a>`,
      )}</nav>
    </header>
    <main class="grid">
      ${shown.map(
        (each) => html`<figure>
          <figcaption><a href="${addressOf(each)}">${nameOf(each)}</a></figcaption>
          <iframe src="${addressOf(each)}" title="${nameOf(each)}" width="${each.width}" height="${each.width < 640 ? 720 : 620}" loading="lazy"></iframe>
        </figure>`,
      )}
    </main>
  </body>
</html>`;
}
