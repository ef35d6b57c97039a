import {
  axisX,
  axisY,
  barX,
  barY,
  dot,
  gridX,
  gridY,
  lineY,
  type Markish,
  plot,
  type RenderFunction,
  ruleX,
  ruleY,
} from '@observablehq/plot';
import { type ChartOptions, type ChartPoint, colorOf, labelOf, sumsByPlace } from './chart-options.ts';

/** A drawn chart and its points, in the order in which arrow keys walk them. */
export type Drawing = { svg: SVGElement; marks: readonly { element: SVGElement; point: ChartPoint }[] };

const placeMinPx = 46;
const tickGapPx = 90;
const lyingPlacePx = 34;
const plotPx = 240;
const charPx = 7;
const barMaxPx = 88;
const lyingCharPx = 7;
const lyingEmPx = 13;

export function drawChart(options: ChartOptions, widthPx: number): Drawing {
  const marks: { element: SVGElement; point: ChartPoint }[] = [];
  // Plot hands over one element a point, in the order of the index.
  const remember: RenderFunction = (index, scales, values, dimensions, context, next) => {
    const group = next!(index, scales, values, dimensions, context);
    for (const [at, element] of [...(group?.children ?? [])].entries())
      marks.push({ element: element as SVGElement, point: points[index[at]!]! });
    return group;
  };
  const points = pointsInOrder(options);
  const figure = options.isLying
    ? lying(options, points, widthPx, remember)
    : standing(options, points, widthPx, remember);
  const drawn = plot({ ...figure, width: widthPx, color: { type: 'identity' }, figure: false });
  // The page takes no style elements; what it says is in styles/chart.ts.
  drawn.querySelector('style')?.remove();
  return { svg: drawn as SVGElement, marks };
}

/** From place to place, and in a place from series to series. */
function pointsInOrder({ places, series, points }: ChartOptions): ChartPoint[] {
  return places.flatMap(({ key: place }) =>
    series.flatMap(({ key }) => points.filter((point) => point.place === place && point.series === key)),
  );
}

type Figure = Parameters<typeof plot>[0];

function standing(options: ChartOptions, points: ChartPoint[], widthPx: number, render: RenderFunction): Figure {
  const { places, format: _, formatShort, kind } = options;
  const marginLeft = axisPx(options);
  const roomPx = (widthPx - marginLeft) / Math.max(1, places.length);
  const isRoomy = roomPx >= placeMinPx * (longest(places) > 6 ? longest(places) / 6 : 1);
  const every = isRoomy ? 1 : Math.ceil(tickGapPx / roomPx);
  const shownPlaces = places.filter((_place, at) => at % every === 0).map(({ key }) => key);
  const channels = { x: 'place', y: 'value', render };
  return {
    height: plotPx,
    marginLeft,
    marginBottom: 26,
    x: {
      type: kind === 'bars' ? 'band' : 'point',
      domain: places.map(({ key }) => key),
      ...(kind === 'bars' && { padding: paddingOf(roomPx) }),
    },
    y: { nice: true, zero: kind === 'bars' },
    marks: [
      gridY({ ticks: 5, stroke: 'currentColor', strokeOpacity: 0.12, ariaHidden: 'true' }),
      axisY({ tickFormat: formatShort, ticks: 5, tickSize: 0, label: null, ariaHidden: 'true' }),
      axisX(shownPlaces, {
        tickFormat: (key: string) => labelOf(places, key),
        tickSize: 0,
        tickPadding: 8,
        label: null,
        ariaHidden: 'true',
      }),
      ...(kind === 'bars'
        ? [barY(points, { ...channels, fill: (point: ChartPoint) => colorOf(options, point.series), insetBottom: 0.5 })]
        : lines(options, points, render)),
      ruleY([0], { stroke: 'currentColor', strokeOpacity: 0.5, ariaHidden: 'true' }),
    ],
  };
}

/** A line a series, each dashed in its own way, and a dot at each of its points. */
function lines(options: ChartOptions, points: ChartPoint[], render: RenderFunction): Markish[] {
  const dashes = ['none', '6 3', '2 3', '9 3 2 3'];
  return [
    ...options.series.map(({ key }, at) =>
      lineY(
        points.filter(({ series }) => series === key),
        {
          x: 'place',
          y: 'value',
          stroke: colorOf(options, key),
          strokeWidth: 2,
          strokeDasharray: dashes[at % dashes.length]!,
          ariaHidden: 'true',
        },
      ),
    ),
    dot(points, {
      x: 'place',
      y: 'value',
      r: 4.5,
      fill: (point: ChartPoint) => colorOf(options, point.series),
      render,
    }),
  ];
}

function lying(options: ChartOptions, points: ChartPoint[], widthPx: number, render: RenderFunction): Figure {
  const { places, formatShort } = options;
  const marginLeft = Math.min(180, longest(places) * lyingCharPx + 18);
  // On a phone the axis is as long as two of its numbers.
  const ticks = Math.min(4, Math.max(1, Math.floor((widthPx - marginLeft) / tickGapPx)));
  return {
    height: Math.max(1, places.length) * lyingPlacePx + 30,
    marginLeft,
    marginRight: 24,
    marginTop: 4,
    x: { nice: true, zero: true },
    y: { type: 'band', domain: places.map(({ key }) => key), padding: 0.3 },
    marks: [
      gridX({ ticks, stroke: 'currentColor', strokeOpacity: 0.12, ariaHidden: 'true' }),
      axisX({ tickFormat: formatShort, ticks, tickSize: 0, label: null, ariaHidden: 'true' }),
      axisY({
        tickFormat: (key: string) => labelOf(places, key),
        tickSize: 0,
        label: null,
        lineWidth: marginLeft / lyingEmPx,
        textOverflow: 'ellipsis',
        ariaHidden: 'true',
      }),
      barX(points, {
        y: 'place',
        x: 'value',
        fill: (point: ChartPoint) => colorOf(options, point.series),
        insetRight: 0.5,
        render,
      }),
      ruleX([0], { stroke: 'currentColor', strokeOpacity: 0.5, ariaHidden: 'true' }),
    ],
  };
}

/** A few bars stay bars, and do not become fields. */
const paddingOf = (roomPx: number): number => Math.max(0.28, 1 - barMaxPx / Math.max(1, roomPx));

const longest = (all: readonly { label: string }[]): number => Math.max(0, ...all.map(({ label }) => label.length));

/** Room for the widest word on the axis; bars of several series stand on each other. */
function axisPx(options: ChartOptions): number {
  const { points, formatShort } = options;
  const values = [...points, ...sumsByPlace(options)].map(({ value }) => value);
  const words = [Math.max(0, ...values), Math.min(0, ...values)];
  return Math.max(...words.map((value) => formatShort(value * 1.1).length)) * charPx + 14;
}
