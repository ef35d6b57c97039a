import { css } from 'lit';

export const tableStyles = css`
  .table {
    inline-size: 100%;
    border-collapse: collapse;
    text-align: start;
  }
  .table th {
    color: var(--hire-text-muted);
    font-size: var(--text-1);
    font-weight: 500;
    text-align: start;
    white-space: nowrap;
  }
  .table th,
  .table td {
    padding: var(--space-2) var(--space-3);
    border-block-end: var(--line);
    block-size: var(--row-height);
    vertical-align: middle;
  }
  .table tbody tr:last-child > * {
    border-block-end: 0;
  }
  .table :is(th, td):first-child {
    padding-inline-start: var(--space-5);
  }
  .table :is(th, td):last-child {
    padding-inline-end: var(--space-5);
  }
  .table .end {
    text-align: end;
  }
  .table tbody tr:hover {
    background: color-mix(in oklab, var(--hire-surface-sunken) 50%, transparent);
  }
  .table tbody tr:focus-visible {
    outline-offset: -2px;
  }
  /* Links on lines of their own, one below the other, are as high as a finger needs. */
  .table .target {
    display: inline-block;
    padding-block: 3px;
  }
  @media (max-width: 640px) {
    .table.cards,
    .table.cards tbody,
    .table.cards tr,
    .table.cards td,
    .table.cards th[scope='row'] {
      display: block;
    }
    .table.cards thead {
      position: absolute;
      clip-path: inset(50%);
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
    }
    .table.cards tr {
      padding: var(--space-3) var(--space-5);
      border-block-end: var(--line);
    }
    .table.cards tbody tr:last-child {
      border-block-end: 0;
    }
    .table.cards :is(td, th) {
      block-size: auto;
      padding: calc(var(--u) * 0.5) 0;
      border: 0;
      text-align: start;
      white-space: normal;
    }
    /* Choosing and removing stand beside the person, what is known of them below. */
    .table.cards.chosen tr {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      column-gap: var(--space-3);
      align-items: center;
    }
    .table.cards.chosen td:last-child {
      grid-area: 1 / 3;
    }
    .table.cards.chosen :is(td:nth-child(3), td:nth-child(4)) {
      grid-column: 2 / -1;
    }
    .table.cards td[data-label]::before {
      content: attr(data-label) ' ';
      margin-inline-end: var(--space-2);
      color: var(--hire-text-muted);
      font-size: var(--text-1);
    }
    /*
     * Names of one column, values of another: figures stand below each other, and a name of two lines keeps its room.
     * Lists lay out their own.
     */
    .table.cards:not(.data-table) td[data-label] {
      display: flow-root;
      padding-inline-start: 42%;
    }
    .table.cards:not(.data-table) td[data-label].end,
    .table.cards:not(.data-table):has(td.end) td[data-label]:has(> time) {
      text-align: end;
    }
    /* Measured by the value's width, which is 58% of the card's. */
    .table.cards:not(.data-table) td[data-label]::before {
      float: inline-start;
      inline-size: 69%;
      margin-inline: -72.4% 0;
      line-height: 1lh;
      text-align: start;
    }
  }
`;
