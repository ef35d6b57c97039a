import { css } from 'lit';

/** The figures of a report: a table that scrolls both ways under its heads, and names with their values on a phone. */
export const reportTableStyles = css`
  .report-scroll {
    position: relative;
    max-block-size: 72dvh;
    overflow: auto;
    /* What has the focus comes out from under heads, totals and names. */
    scroll-padding: 72px 0 56px;
    scroll-padding-inline-start: 20ch;
  }
  .report-scroll:focus-visible {
    outline-offset: -2px;
  }
  /* Columns that do not fit fade at the edge until they are reached; keyframes are those of tabs. */
  @supports (animation-timeline: scroll()) {
    .report-scroll {
      mask-image: linear-gradient(to right, var(--hire-text) calc(100% - var(--more-after)), transparent);
      animation-name: tabs-end;
      animation-timing-function: linear;
      animation-timeline: scroll(self inline);
    }
  }
  .report-scroll thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    background: var(--hire-surface-raised);
    box-shadow: 0 1px 0 var(--hire-border);
  }
  .report-scroll tfoot > tr > * {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    border-block-end: 0;
    background: var(--hire-surface-raised);
    box-shadow: 0 -1px 0 var(--hire-border-strong);
    color: var(--hire-text);
  }
  .report-scroll :is(td, th):first-child {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    background: var(--hire-surface-raised);
  }
  .report-scroll :is(thead, tfoot) :is(td, th):first-child {
    z-index: 3;
  }
  .report-scroll thead th {
    min-inline-size: min-content;
    vertical-align: bottom;
    white-space: normal;
    text-wrap: balance;
  }
  .report-scroll td {
    white-space: nowrap;
  }
  .report-scroll td.long {
    min-inline-size: 34ch;
    max-inline-size: 44ch;
    overflow-wrap: break-word;
    white-space: normal;
  }
  /* What is behind a row stands at the end of its name, whatever that takes. */
  .report-scroll td:has(> .follow-name) {
    min-inline-size: 17ch;
  }
  .follow-name {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
  }
  .follow-name .popover-menu {
    flex: none;
    margin-block: calc(var(--space-1) * -1);
  }
  /* Most of a report's figures may be none: those that are something stand out. */
  .report-scroll tbody .is-zero {
    color: var(--hire-text-muted);
    font-weight: inherit;
    text-decoration-color: transparent;
  }
  .report-scroll .is-over {
    color: var(--hire-danger-text);
  }
  .report-table tbody tr:focus-within > * {
    background: color-mix(in oklab, var(--hire-surface-sunken) 60%, var(--hire-surface-raised));
  }
  .total-line {
    display: block;
  }
  .link-button.total-line {
    margin-inline-start: auto;
  }
  @media (max-width: 640px) {
    .report-scroll:has(.cards) {
      max-block-size: none;
      overflow: visible;
    }
    .report-scroll .cards :is(td, th) {
      position: relative !important;
      inset: auto !important;
      min-inline-size: 0;
      max-inline-size: none;
      box-shadow: none !important;
      white-space: normal;
    }
    .report-scroll .cards td[data-label]:not(.long) {
      text-align: end;
    }
    .report-scroll .cards .lead-cell {
      padding-block-end: var(--space-1);
      font-weight: var(--hire-font-weight-strong);
    }
    .report-scroll .cards tfoot,
    .report-scroll .cards tfoot tr {
      display: block;
    }
    .report-scroll .cards code {
      overflow-wrap: anywhere;
    }
    .report-scroll .cards tfoot td.end {
      text-align: end;
    }
    .report-scroll .cards .is-empty,
    .report-scroll .cards tfoot td:empty {
      display: none;
    }
  }
  @media print {
    .report-scroll {
      max-block-size: none;
      overflow: visible;
    }
    .report-scroll :is(td, th) {
      position: static !important;
    }
  }
`;
