import type { ChartPoint } from './chart-options.ts';

type Mark = { element: SVGElement; point: ChartPoint };
type Walk = {
  label: (point: ChartPoint) => string;
  read: (point: ChartPoint | undefined) => void;
  open: ((point: ChartPoint) => void) | undefined;
};

/** One stop of the Tab key for the whole chart; arrows go from point to point, Home and End to the ends, Enter opens. */
export function walkPoints(marks: readonly Mark[], { label, read, open }: Walk): void {
  for (const [at, { element, point }] of marks.entries()) {
    element.setAttribute('role', open ? 'button' : 'img');
    element.setAttribute('aria-label', label(point));
    element.setAttribute('tabindex', at === 0 ? '0' : '-1');
    element.classList.add('chart-point');
    if (open) element.classList.add('opens');
    element.addEventListener('focus', () => read(point));
    element.addEventListener('blur', () => read(undefined));
    element.addEventListener('pointerenter', () => read(point));
    element.addEventListener('pointerleave', () => read(undefined));
    element.addEventListener('click', () => open?.(point));
    element.addEventListener('keydown', (event) => {
      const next = marks[nextOf(event.key, at, marks)];
      if (next) {
        event.preventDefault();
        element.setAttribute('tabindex', '-1');
        next.element.setAttribute('tabindex', '0');
        next.element.focus();
      } else if (open && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault();
        open(point);
      }
    });
  }
}

/** Left and right go to the same series of the next place, up and down through the series of one place. */
function nextOf(key: string, at: number, marks: readonly Mark[]): number {
  const { point } = marks[at]!;
  const inSeries = (from: number, step: number) => {
    for (let index = from + step; index >= 0 && index < marks.length; index += step)
      if (marks[index]!.point.series === point.series) return index;
    return -1;
  };
  const inPlace = (step: number) => (marks[at + step]?.point.place === point.place ? at + step : -1);
  switch (key) {
    case 'ArrowRight':
      return inSeries(at, 1);
    case 'ArrowLeft':
      return inSeries(at, -1);
    case 'ArrowUp':
      return inPlace(1);
    case 'ArrowDown':
      return inPlace(-1);
    case 'Home':
      return 0;
    case 'End':
      return marks.length - 1;
    default:
      return -1;
  }
}
