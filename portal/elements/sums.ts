import { html, nothing, type TemplateResult } from 'lit';

type Line = {
  label: unknown;
  /** Said beside the label in small: a date, a unit. */
  note?: unknown;
  value: unknown;
  isTotal?: boolean;
};

/** Figures under each other that come to a total; lines that do not apply are left out. */
export const sums = (lines: readonly (Line | false)[]): TemplateResult =>
  html`<dl class="sums">
    ${lines.map((line) => (line ? html`<div class=${line.isTotal ? 'total' : ''}><dt>${line.label}${line.note ? html`<span class="note">${line.note}</span>` : nothing}</dt><dd class="money">${line.value}</dd></div>` : nothing))}
  </dl>`;
