import { css } from 'lit';

export const barChartStyles = css`
  .bar-chart {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(calc(var(--u) * 18), 1fr);
    gap: var(--space-2);
    margin: 0;
    padding: 0;
    overflow-x: auto;
    list-style: none;
  }
  .bar-chart li {
    display: grid;
    gap: var(--space-1);
    justify-items: center;
    text-align: center;
  }
  .bar-chart svg {
    inline-size: 100%;
    max-inline-size: calc(var(--u) * 30);
    block-size: calc(var(--u) * 30);
  }
  .bar-chart .bar {
    fill: var(--hire-accent);
  }
  .bar-chart line {
    stroke: var(--hire-border);
    stroke-width: 2;
    vector-effect: non-scaling-stroke;
  }
  /* Stands on its bar, not on the highest. */
  .bar-chart .figure {
    transform: translateY(calc(var(--u) * 30 * var(--above)));
    font-size: var(--text-1);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .bar-chart .name {
    color: var(--hire-text-muted);
    font-size: var(--text-1);
    white-space: nowrap;
  }
  .scroll-x {
    overflow-x: auto;
  }
  @media (max-width: 900px) {
    .spend-month {
      display: none;
    }
  }
`;
