import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { t } from '../../strings/strings.ts';
import { chartStyles } from '../../styles/chart.ts';
import { define, PortalElement } from '../portal-element.ts';
import { type ChartOptions, type ChartPoint, colorOf, labelOf, sumsByPlace } from './chart-options.ts';
import type { Drawing } from './draw-chart.ts';
import { walkPoints } from './walk-points.ts';

/** Figures drawn; each is a stop of the arrow keys and says itself exactly. The table beside it holds all of them too. */
class Chart extends PortalElement {
  static override pageStyles = [chartStyles];
  static override properties = { options: { attribute: false }, read: { state: true } };
  declare options: ChartOptions;
  /** What the pointer or the focus is on. */
  declare read: ChartPoint | undefined;
  #drawing: Drawing | undefined;
  #widthPx = 0;
  #sizes = new ResizeObserver(([entry]) => {
    const widthPx = Math.round(entry?.contentRect.width ?? 0);
    if (widthPx === 0 || widthPx === this.#widthPx) return;
    this.#widthPx = widthPx;
    void this.#draw();
  });

  protected override render(): TemplateResult {
    const { label, series } = this.options;
    return html`<figure class="chart ${this.options.isLying ? 'is-lying' : ''}">
      <figcaption class="visually-hidden">${label}. ${summary(this.options)} ${t('chart.keys')}</figcaption>
      ${series.length > 1 ? html`<ul class="chart-legend" aria-hidden="true">${series.map(({ key, label: name }) => html`<li><svg viewBox="0 0 12 12"><rect width="12" height="12" rx="2" fill=${colorOf(this.options, key)}></rect></svg>${name}</li>`)}</ul>` : nothing}
      <div class="chart-plot"></div>
      <p class="chart-read" aria-hidden="true">${this.read ? words(this.options, this.read) : summary(this.options)}</p>
    </figure>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  protected override updated(changed: PropertyValues): void {
    const plot = this.querySelector('.chart-plot')!;
    this.#sizes.observe(plot);
    if (changed.has('options') && this.#widthPx > 0) void this.#draw();
  }

  /** The library comes with the first chart; until then its room is kept. */
  async #draw(): Promise<void> {
    const { drawChart } = await import('./draw-chart.ts');
    const plot = this.querySelector('.chart-plot');
    if (!plot || !this.isConnected) return;
    const { options } = this;
    this.#drawing = drawChart(options, this.#widthPx);
    const { svg, marks } = this.#drawing;
    svg.setAttribute('role', 'group');
    svg.setAttribute('aria-label', options.label);
    walkPoints(marks, {
      label: (point) => words(options, point),
      read: (point) => {
        this.read = point;
      },
      open: options.onOpen,
    });
    plot.replaceChildren(svg);
  }
}

/** `Platform, Oct 2026: $12,000.00` */
function words({ places, series, format }: ChartOptions, { place, series: key, value }: ChartPoint): string {
  const name = series.length > 1 ? `${labelOf(series, key)}, ` : '';
  return `${name}${labelOf(places, place)}: ${format(value)}`;
}

/** What an eye takes from a chart at once. */
function summary(options: ChartOptions): string {
  const sums = sumsByPlace(options);
  if (sums.length === 0) return t('chart.nothing');
  const highest = sums.reduce((best, one) => (one.value > best.value ? one : best));
  const lowest = sums.reduce((best, one) => (one.value < best.value ? one : best));
  const high = { highest: highest.label, most: options.format(highest.value) };
  if (sums.length === 1) return t('chart.summaryOne', high);
  return t('chart.summary', { ...high, lowest: lowest.label, least: options.format(lowest.value) });
}

define('portal-chart', Chart);

export const chart = (options: ChartOptions): TemplateResult => html`<portal-chart .options=${options}></portal-chart>`;
