export type ChartPlace = { key: string; label: string };
export type ChartSeries = { key: string; label: string };
export type ChartPoint = { place: string; series: string; value: number };

export type ChartOptions = {
  /** Names the chart: `Spend by team`. */
  label: string;
  kind: 'bars' | 'lines';
  /** Names that are long are read better along bars that lie. */
  isLying?: boolean;
  /** In the order of drawing; a place without points keeps its room. */
  places: readonly ChartPlace[];
  series: readonly ChartSeries[];
  points: readonly ChartPoint[];
  /** Exact, as the table has it. */
  format: (value: number) => string;
  /** For the axis: `$12K`. */
  formatShort: (value: number) => string;
  /** What is behind a point; points are buttons then. */
  onOpen?: ((point: ChartPoint) => void) | undefined;
};

/** Colors are told apart in the order of the series; see styles/chart.ts. */
export const seriesColors = 8;
export const colorOf = ({ series }: Pick<ChartOptions, 'series'>, key: string): string =>
  `var(--chart-${(series.findIndex((one) => one.key === key) % seriesColors) + 1})`;

export const labelOf = (all: readonly { key: string; label: string }[], key: string): string =>
  all.find((one) => one.key === key)?.label ?? key;

/** What stands at a place in all, for the sentence about the chart. */
export function sumsByPlace({ places, points }: Pick<ChartOptions, 'places' | 'points'>) {
  return places.map(({ key, label }) => ({
    label,
    value: points.reduce((sum, point) => (point.place === key ? sum + point.value : sum), 0),
  }));
}
