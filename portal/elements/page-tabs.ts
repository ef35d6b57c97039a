import { html, nothing, type TemplateResult } from 'lit';
import { href, replacePath } from '../router.ts';
import { formatNumber } from '../strings/format.ts';
import { intoLine } from './into-line.ts';

export type PageTab<Value> = { value: Value; label: string; path: string; n?: number | undefined };

/** Parts of one object, each with an address of its own; changing between them keeps what is loaded. */
export const pageTabs = <Value extends string>(
  label: string,
  current: Value,
  tabs: readonly PageTab<Value>[],
  onChange: (value: Value) => void,
): TemplateResult =>
  html`<nav class="tabs" aria-label=${label}>
    ${tabs.map(
      ({ value, label, path, n }) => html`<a
        href=${href(path)}
        aria-current=${value === current ? 'page' : nothing}
        ${intoLine(value === current)}
        @click=${(event: MouseEvent) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          replacePath(path);
          onChange(value);
        }}
        >${label}${n === undefined ? nothing : html` <span class="count">${formatNumber(n)}</span>`}</a
      >`,
    )}
  </nav>`;
