import instantsearch from 'instantsearch.js';
import {
  clearRefinements,
  hits,
  pagination,
  refinementList,
  searchBox,
  stats,
} from 'instantsearch.js/es/widgets/index.js';

/** What talent search shows, made with InstantSearch: words, five filters with counts, results, pages. Its styles are not counted. */
const places = ['box', 'stats', 'clear', 'skills', 'category', 'country', 'experience', 'languages', 'hits', 'pages'];
for (const id of places) document.body.append(Object.assign(document.createElement('div'), { id }));

type Request = { params?: { query?: string; page?: number; facetFilters?: string[][] } };
const searchClient = {
  async search(requests: readonly Request[]) {
    const answer = await fetch('/peer-search', { method: 'POST', body: JSON.stringify(requests) });
    return answer.json();
  },
};

// Its types name their neighbors without file endings, which this house's resolution does not read.
type Hit = { rate: string; country: string };
type Tools = {
  html(strings: TemplateStringsArray, ...values: unknown[]): never;
  components: { Highlight(of: { hit: Hit; attribute: string }): unknown };
};

const search = instantsearch({ indexName: 'talent', searchClient: searchClient as never });
search.addWidgets([
  searchBox({ container: '#box' }),
  stats({ container: '#stats' }),
  clearRefinements({ container: '#clear' }),
  ...['skills', 'category', 'country', 'experience', 'languages'].map((attribute) =>
    refinementList({ container: `#${attribute}`, attribute }),
  ),
  hits({
    container: '#hits',
    templates: {
      item: (hit: Hit, { html, components }: Tools) =>
        html`<article class="result">
          <h3>${components.Highlight({ hit, attribute: 'name' })}</h3>
          <p>${components.Highlight({ hit, attribute: 'headline' })}</p>
          <p>${hit.rate} · ${hit.country}</p>
          <button type="button">Save</button>
        </article>`,
    },
  }),
  pagination({ container: '#pages' }),
]);
search.on('error', (error: Error) => console.error(error));
search.start();
