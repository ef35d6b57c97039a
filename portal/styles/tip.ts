import { css } from 'lit';

/** The one tip of the page: dark on light and light on dark, so that it never reads as part of the page. */
export const tipStyles = css`
  wa-tooltip {
    --max-width: 40ch;
    --wa-tooltip-background-color: var(--hire-text);
    --wa-tooltip-border-width: 0;
    --wa-tooltip-border-radius: var(--hire-radius-control);
    --wa-tooltip-content-color: var(--hire-surface-raised);
    --wa-tooltip-font-size: var(--text-1);
    --wa-tooltip-line-height: 1.4;
    --wa-z-index-tooltip: 20;
  }
  wa-tooltip::part(body) {
    padding: var(--space-1) var(--space-2);
    border: 0;
    border-radius: var(--hire-radius-control);
    background: var(--hire-text);
    color: var(--hire-surface-raised);
    font-family: var(--page-font);
    font-size: var(--text-1);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
    pointer-events: none;
  }
`;
