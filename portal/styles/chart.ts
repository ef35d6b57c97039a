import { css } from 'lit';

/** Eight hues around the tenant's accent, in its lightness, so that they hold in both schemes. */
export const chartStyles = css`
  :root {
    --chart-1: var(--hire-accent);
    --chart-2: oklch(from var(--hire-accent) calc(l + 0.12) calc(c * 0.85) calc(h + 140));
    --chart-3: oklch(from var(--hire-accent) calc(l + 0.1) c calc(h + 220));
    --chart-4: oklch(from var(--hire-accent) calc(l - 0.08) c calc(h + 70));
    --chart-5: oklch(from var(--hire-accent) calc(l + 0.16) calc(c * 0.7) calc(h + 20));
    --chart-6: oklch(from var(--hire-accent) calc(l - 0.04) c calc(h + 270));
    --chart-7: oklch(from var(--hire-accent) l calc(c * 0.35) h);
    --chart-8: oklch(from var(--hire-accent) calc(l + 0.06) c calc(h + 105));
  }
  .chart {
    display: grid;
    gap: var(--space-3);
    min-inline-size: 0;
  }
  portal-chart {
    display: block;
    min-inline-size: 0;
  }
  .chart-plot {
    min-inline-size: 0;
    overflow: hidden;
  }
  .chart:not(.is-lying) .chart-plot {
    min-block-size: 240px;
  }
  .chart-plot > svg {
    display: block;
    inline-size: 100%;
    block-size: auto;
    overflow: visible;
    background: none;
    color: var(--hire-text-muted);
    font: var(--text-1) / 1.2 var(--page-font);
    font-variant-numeric: tabular-nums;
  }
  .chart-plot text {
    white-space: pre;
  }
  .chart-point.opens {
    cursor: pointer;
  }
  .chart-point:hover {
    filter: brightness(1.12);
  }
  .chart-point:focus-visible {
    outline: 3px solid var(--hire-focus);
    outline-offset: 1px;
  }
  .chart-legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-4);
    font-size: var(--text-1);
  }
  .chart-legend li {
    display: flex;
    align-items: center;
    gap: var(--space-2);
  }
  .chart-legend svg {
    inline-size: 12px;
    block-size: 12px;
  }
  .chart-read {
    min-block-size: 1.5em;
    color: var(--hire-text-muted);
    font-size: var(--text-1);
    font-variant-numeric: tabular-nums;
  }
  @media (forced-colors: active) {
    :root {
      --chart-1: CanvasText;
      --chart-2: GrayText;
      --chart-3: LinkText;
      --chart-4: Highlight;
      --chart-5: CanvasText;
      --chart-6: GrayText;
      --chart-7: LinkText;
      --chart-8: Highlight;
    }
    .chart-point {
      stroke: Canvas;
    }
    .chart-point:focus-visible {
      outline-color: Highlight;
    }
  }
  @media print {
    .chart-plot > svg {
      max-inline-size: 100%;
    }
    .chart-read {
      display: none;
    }
  }
`;
