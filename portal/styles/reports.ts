import { css } from 'lit';

/** The template report: question, filters, chart, table, proof. */
export const reportStyles = css`
  .report-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: var(--space-2) var(--space-4);
    margin-block-end: var(--space-4);
  }
  .report-filters,
  .filter-lists {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  .report-filters {
    flex: 1;
    min-inline-size: 0;
    gap: var(--space-2) var(--space-4);
  }
  .inline-field {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
  }
  .inline-field > span {
    color: var(--hire-text-muted);
    font-size: var(--text-1);
  }
  .button.is-set {
    border-color: var(--hire-accent);
    background: var(--hire-accent-soft);
  }
  .chosen-words {
    max-inline-size: 22ch;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .filter-menu {
    display: grid;
    gap: var(--space-2);
    min-inline-size: 220px;
    padding: var(--space-1) var(--space-2);
  }
  .filter-menu .choice {
    align-items: center;
    min-block-size: calc(var(--u) * 7);
  }
  .filter-menu .choice input {
    margin: 0;
  }
  .filter-menu .choice .grow {
    overflow-wrap: anywhere;
  }
  portal-report-table,
  portal-report-page {
    display: block;
    min-inline-size: 0;
  }
  .report-scroll {
    position: relative;
    max-block-size: 72dvh;
    overflow: auto;
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
  .report-proof {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-5);
    color: var(--hire-text-muted);
    font-size: var(--text-1);
  }
  .only-print {
    display: none;
  }
  .report-progress {
    inline-size: 100%;
    block-size: 8px;
    accent-color: var(--hire-accent);
  }
  .questions > li {
    padding: 0;
    color: var(--hire-text-muted);
  }
  .questions > li > a {
    display: grid;
    gap: 2px;
    padding: var(--space-3) 0 var(--space-3) var(--space-5);
    color: var(--hire-text);
  }
  .questions > li > .icon {
    margin-inline-end: var(--space-5);
  }
  .questions > li:hover {
    background: var(--hire-surface-sunken);
  }
  .tight-rows > li {
    min-block-size: 0;
  }
  .schedule {
    align-items: flex-start !important;
  }
  .deliveries {
    display: grid;
    gap: var(--space-2);
    padding-block-start: var(--space-1);
  }
  .schedule-when {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
    gap: var(--space-4);
  }
  .schedule-people {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
    gap: 0 var(--space-4);
    max-block-size: 220px;
    overflow-y: auto;
  }
  .findings > li > .tag {
    min-inline-size: 92px;
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
    .report-scroll .cards .is-empty,
    .report-scroll .cards tfoot td:empty {
      display: none;
    }
    .report-scroll .link-button.total-line {
      margin: 0;
    }
    .report-bar,
    .report-filters {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
    }
    .inline-field {
      display: grid;
      grid-template-columns: calc(var(--u) * 16) minmax(0, 1fr);
    }
    .inline-field .input {
      inline-size: 100%;
    }
    .filter-lists {
      flex-wrap: nowrap;
      padding-block-end: 4px;
      overflow-x: auto;
    }
    .filter-lists .button {
      white-space: nowrap;
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
    .only-print {
      display: inline;
    }
    .link-button {
      color: inherit;
      text-decoration: none;
    }
    .report-chart {
      break-inside: avoid;
    }
  }
`;
