import { html, svg, type TemplateResult } from 'lit';
import { barChartStyles } from '../styles/bar-chart.ts';
import { define, PortalElement } from './portal-element.ts';

export type Bar = {
  /** Under the bar: `Nov 2026`. */
  label: string;
  /** In any unit, as long as all are in one; below zero hangs from the line. */
  value: number;
  /** What the value reads as: `$1,250.00`. */
  text: string;
};
export type BarChartOptions = { label: string; bars: readonly Bar[] };

const height = 120;
const width = 100;

/** Figures side by side. The list is what a screen reader hears; bars are drawn behind it. */
class BarChart extends PortalElement {
  static override pageStyles = [barChartStyles];
  static override properties = { options: { attribute: false } };
  declare options: BarChartOptions;

  /** The newest stands at the end, and is what people look for. */
  protected override updated(): void {
    const list = this.querySelector('.bar-chart');
    if (list) list.scrollLeft = list.scrollWidth;
  }

  protected override render(): TemplateResult {
    const { label, bars } = this.options;
    const highest = Math.max(0, ...bars.map(({ value }) => value));
    const lowest = Math.min(0, ...bars.map(({ value }) => value));
    const span = highest - lowest || 1;
    const zero = (highest / span) * height;
    return html`<ol class="bar-chart" aria-label=${label} tabindex="0">
      ${bars.map(({ label: name, value, text }) => {
        const size = (Math.abs(value) / span) * height;
        const top = value < 0 ? zero : zero - size;
        return html`<li .style=${`--above: ${top / height}`}>
          <span class="figure">${text}</span>
          <svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
            ${svg`<rect class="bar" x="8" width=${width - 16} y=${top} height=${size}></rect>
              <line x1="0" x2=${width} y1=${zero} y2=${zero}></line>`}
          </svg>
          <span class="name">${name}</span>
        </li>`;
      })}
    </ol>`;
  }
}

define('portal-bar-chart', BarChart);

export const barChart = (options: BarChartOptions): TemplateResult =>
  html`<portal-bar-chart .options=${options}></portal-bar-chart>`;
