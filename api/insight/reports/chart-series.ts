import type { Cell, Chart, ChartSeries, ReportRow } from './report.ts';
import { isMoney } from './totals.ts';

const pointsMax = 400;

/**
 * What a chart draws, gathered while rows go by: the same x of one series is one point. The first few hundred points
 * are kept, as nobody reads more from a picture.
 */
export function createSeries({ x, y, by }: Chart) {
  const series = new Map<string, { name: string | null; currency: string | null; points: Map<string, number> }>();
  let count = 0;
  return {
    add(rows: readonly ReportRow[]): void {
      for (const { cells } of rows) {
        const figure = cells[y] ?? null;
        const currency = isMoney(figure) ? figure.currency : null;
        const value = isMoney(figure) ? figure.amountMinor : Number(figure ?? 0);
        const name = by === undefined ? null : wordOf(cells[by] ?? null);
        const key = JSON.stringify([name, currency]);
        const found = series.get(key) ?? { name, currency, points: new Map<string, number>() };
        const at = wordOf(cells[x] ?? null);
        if (!found.points.has(at) && ++count > pointsMax) continue;
        series.set(key, found);
        found.points.set(at, (found.points.get(at) ?? 0) + value);
      }
    },
    end: (): ChartSeries[] =>
      [...series.values()].map(({ points, ...one }) => ({
        ...one,
        points: [...points].map(([at, value]) => ({ x: at, y: value })),
      })),
  };
}

function wordOf(cell: Cell): string {
  if (cell === null) return '';
  return isMoney(cell) ? String(cell.amountMinor) : Array.isArray(cell) ? cell.join(', ') : String(cell);
}
