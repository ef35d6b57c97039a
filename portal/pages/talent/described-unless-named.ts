import { html, nothing, type TemplateResult } from 'lit';
import { describeSearch } from './describe-search.ts';
import type { SearchState } from './search-url.ts';

/** The filters of a saved search under its name; left out where the proposed name was kept, which says the same. */
export function describedUnlessNamed(name: string, search: SearchState): TemplateResult | typeof nothing {
  const words = describeSearch(search);
  return words === name ? nothing : html`<div class="muted small">${words}</div>`;
}
