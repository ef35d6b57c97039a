import type { Column } from '@portico/api/insight/reports/report.ts';
import { currencyDecimals, formatMoney } from '@portico/api/money/money.ts';
import type { TemplateResult } from 'lit';
import type { ReportPage } from '../../api/reports.ts';
import { chart } from '../../elements/charts/chart.ts';
import type { ChartOptions, ChartPlace, ChartPoint } from '../../elements/charts/chart-options.ts';
import { locale, t } from '../../strings/strings.ts';
import { cellWords, numberWords } from './cell-words.ts';
import { columnWords } from './report-words.ts';

type Drawn = NonNullable<ReportPage['chart']>;
type Series = Drawn['series'][number];

const minutesPerHour = 60;
const placesMax = 14;
const seriesMax = 7;
const timeTypes: readonly string[] = ['period', 'month', 'week', 'day', 'instant'];

/** Currencies do not stand on one scale; the one with most points is shown first. */
export const chartCurrencies = ({ series }: Drawn): readonly string[] => [
  ...new Set(series.flatMap(({ currency }) => currency ?? [])),
];

/** @param label names the chart */
export function reportChart(
  page: ReportPage,
  drawn: Drawn,
  currency: string | undefined,
  label: string,
): TemplateResult {
  return chart(chartOptions(page, drawn, currency, label));
}

export function chartOptions(
  page: ReportPage,
  drawn: Drawn,
  currency: string | undefined,
  label: string,
): ChartOptions {
  const typeOf = (key: string) => page.columns.find((column) => column.key === key)?.type ?? 'text';
  const x = { key: drawn.x, type: typeOf(drawn.x) };
  const by = { key: drawn.by ?? drawn.x, type: typeOf(drawn.by ?? drawn.x) };
  const y = typeOf(drawn.y);
  const series = drawn.series.filter((one) => one.currency === (currency ?? one.currency));
  const isTime = timeTypes.includes(x.type);
  // Minutes are drawn as hours, so that the axis counts in whole ones.
  const perUnit = y === 'hours' ? minutesPerHour : 1;
  const format = (value: number) =>
    currency ? formatMoney({ amountMinor: value, currency }, locale()) : numberWords(y, Math.round(value * perUnit));
  const shape = shapeOf(series, isTime);
  return {
    label,
    kind: drawn.kind,
    isLying: !isTime || shape.isTurned,
    places: shape.places.map((key) => ({ key, label: placeWords(page, shape.isTurned ? by : x, key) })),
    series: shape.series.map((key) => ({
      key,
      label: key === rest ? t('chart.rest') : key === '' ? label : placeWords(page, by, key),
    })),
    points: shape.points.map((point) => ({ ...point, value: point.value / perUnit })),
    format,
    formatShort: (value) => short(value, currency, y),
  };
}

const rest = '\u0000rest';

const placeWords = (page: ReportPage, column: Pick<Column, 'key' | 'type'>, key: string): string =>
  key === rest ? t('chart.rest') : cellWords(page, column, key) || t('reports.nowhere');

type Shape = {
  places: readonly ChartPlace['key'][];
  series: readonly string[];
  points: readonly ChartPoint[];
  isTurned: boolean;
};

/** One period alone says nothing as a column: what it is made of is laid out instead, the largest on top. */
function shapeOf(series: readonly Series[], isTime: boolean): Shape {
  const all = series.flatMap(({ name, points }) =>
    points.map(({ x, y }) => ({ place: x, series: name ?? '', value: y })),
  );
  const places = [...new Set(all.map(({ place }) => place))];
  const isTurned = isTime && places.length <= 1 && series.length > 1;
  const points = isTurned ? all.map(({ series: place, value }) => ({ place, series: '', value })) : all;
  const gathered = gather(points, 'series', seriesMax);
  if (isTime && !isTurned)
    return { places: [...places].sort(), series: keysOf(gathered, 'series'), points: gathered, isTurned };
  const lain = gather(gathered, 'place', placesMax);
  return { places: keysOf(lain, 'place'), series: keysOf(lain, 'series'), points: lain, isTurned };
}

/** The largest by their sum; the others in one, so that nothing is left out of the whole. */
function gather(points: readonly ChartPoint[], end: 'place' | 'series', max: number): readonly ChartPoint[] {
  const keys = keysOf(points, end);
  if (keys.length <= max) return points;
  const kept = new Set(keys.slice(0, max - 1));
  const sums = new Map<string, ChartPoint>();
  for (const point of points) {
    const moved = kept.has(point[end]) ? point : { ...point, [end]: rest };
    const key = JSON.stringify([moved.place, moved.series]);
    const before = sums.get(key);
    sums.set(key, before ? { ...before, value: before.value + moved.value } : moved);
  }
  return [...sums.values()];
}

function keysOf(points: readonly ChartPoint[], end: 'place' | 'series'): string[] {
  const sums = new Map<string, number>();
  for (const point of points) sums.set(point[end], (sums.get(point[end]) ?? 0) + point.value);
  return [...sums]
    .sort(([key, one], [otherKey, other]) => Number(key === rest) - Number(otherKey === rest) || other - one)
    .map(([key]) => key);
}

/** `$12K` */
function short(value: number, currency: string | undefined, type: string): string {
  const compact = { notation: 'compact', maximumFractionDigits: 1 } as const;
  if (currency)
    return (value / 10 ** currencyDecimals(currency)).toLocaleString(locale(), {
      style: 'currency',
      currency,
      ...compact,
      minimumFractionDigits: 0,
    });
  if (type === 'percent')
    return (value / 10_000).toLocaleString(locale(), { style: 'percent', maximumFractionDigits: 0 });
  return value.toLocaleString(locale(), compact);
}

/** Periods say little about what is compared; names along the axis are what it is. */
export function chartTitle(page: ReportPage, { x, y, by }: Drawn): string {
  const isTime = timeTypes.includes(page.columns.find(({ key }) => key === x)?.type ?? 'text');
  const place = columnWords(page, isTime ? (by ?? x) : x);
  return t('reports.chartOf', { figure: columnWords(page, y), place: inSentence(place) });
}

/** English writes a noun small within a sentence, unless it is an abbreviation. */
const inSentence = (words: string): string =>
  locale() === 'en' && /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
