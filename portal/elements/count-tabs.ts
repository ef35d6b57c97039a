import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../strings/format.ts';
import { intoLine } from './into-line.ts';

export type CountTab<Value> = { value: Value; label: string; n?: number | undefined };

/** Filters of a list that show how much is behind each; one holds. */
export const countTabs = <Value extends string>(
  label: string,
  value: Value,
  tabs: readonly CountTab<Value>[],
  onChange: (value: Value) => void,
): TemplateResult =>
  html`<div class="count-tabs" role="group" aria-label=${label}>
    ${tabs.map(
      (
        tab,
      ) => html`<button type="button" aria-pressed=${String(tab.value === value)} ${intoLine(tab.value === value)} @click=${() => onChange(tab.value)}>
        ${tab.label}${tab.n === undefined ? nothing : html`<span class="count">${formatNumber(tab.n)}</span>`}
      </button>`,
    )}
  </div>`;
