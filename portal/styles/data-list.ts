import { css } from 'lit';

export const dataListStyles = css`
  .data-bar {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: var(--space-3);
    min-block-size: calc(var(--u) * 10);
    padding-inline: var(--space-5) var(--space-3);
    border-block-end: var(--line);
  }
  .data-bar.chosen {
    position: sticky;
    inset-block-start: var(--top);
    z-index: 3;
    flex-wrap: wrap;
    justify-content: flex-start;
    padding-block: var(--space-2);
    background: var(--hire-accent-soft);
  }
  .data-bar.chosen > .actions {
    flex: 1;
  }
  .data-table thead th {
    position: sticky;
    inset-block-start: var(--top);
    z-index: 2;
    background: var(--hire-surface-raised);
    box-shadow: 0 1px 0 var(--hire-border);
  }
  .data-bar.chosen ~ .data-table thead th {
    position: static;
  }
  /* Its ground ends where the card's corners do. */
  .data-table:first-child thead th:first-child {
    border-start-start-radius: calc(var(--hire-radius-surface) - 1px);
  }
  .data-table:first-child thead th:last-child {
    border-start-end-radius: calc(var(--hire-radius-surface) - 1px);
  }
  /* Wide enough for a word: what is longer, as an address is, breaks anywhere. */
  .data-table td {
    min-inline-size: 7em;
    overflow-wrap: anywhere;
  }
  .data-table td.end,
  .data-table td.nowrap,
  .data-table td:has(> .tag) {
    min-inline-size: 0;
    overflow-wrap: normal;
    white-space: nowrap;
  }
  .data-table .lead-cell {
    min-inline-size: 200px;
    inline-size: 32%;
  }
  .data-table .pick {
    min-inline-size: 0;
    inline-size: 1px;
    padding-inline-end: 0;
  }
  .data-table .pick input {
    display: block;
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
  }
  .data-table tr.is-chosen {
    background: var(--hire-accent-soft);
  }
  .data-table tbody tr:focus-within {
    background: color-mix(in oklab, var(--hire-surface-sunken) 60%, transparent);
  }
  .data-table .actions.end {
    justify-content: flex-end;
    flex-wrap: nowrap;
  }
  .data-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
    padding: var(--space-3) var(--space-5);
    border-block-start: var(--line);
  }
  .sort-button {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
    min-block-size: 24px;
    margin-inline: -4px;
    padding: 0 4px;
    border: 0;
    border-radius: var(--radius-inner);
    background: none;
    color: inherit;
    font-weight: inherit;
    cursor: pointer;
  }
  .sort-button .icon {
    opacity: 0.45;
  }
  th[aria-sort] .sort-button {
    color: var(--hire-text);
  }
  th[aria-sort] .sort-button .icon {
    opacity: 1;
  }
  .column-choice {
    padding: var(--space-1) var(--space-3);
  }
  @media (min-width: 641px) and (max-width: 1360px) {
    .data-table .only-roomy {
      display: none;
    }
    /* What is wider still scrolls by itself, under a head that scrolls with it, and never the page. */
    .data-list {
      position: relative;
      contain: inline-size;
      overflow-x: auto;
    }
    .data-bar.chosen,
    .data-table thead th {
      position: static;
    }
  }
  @media (max-width: 640px) {
    .data-bar {
      padding-inline: var(--space-4);
    }
    .data-table tbody tr {
      position: relative;
    }
    .data-table .lead-cell {
      inline-size: auto;
    }
    /* What is known of a row stands in two columns, each with its label above it. */
    .data-table.cards tbody tr {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--space-2) var(--space-4);
      align-items: start;
      padding-block: var(--space-4);
    }
    .data-table.cards tbody tr > td {
      min-inline-size: 0;
      padding: 0;
      white-space: normal;
    }
    /* A state needs no label: it has a line of its own, so that labels stand beside labels. */
    .data-table.cards tbody tr > :is(.lead-cell, .long),
    .data-table.cards tbody tr > td:not(.pick, [data-label]),
    .data-table.cards tbody tr > td:has(> .actions) {
      grid-column: 1 / -1;
    }
    .data-table.cards td :is(.nowrap, .money) {
      white-space: normal;
    }
    .data-table.cards tbody tr > td[data-label]::before {
      display: block;
      content: attr(data-label) ' ';
      color: var(--hire-text-muted);
      font-size: var(--text-1);
    }
    .data-table.cards .actions.end {
      justify-content: flex-start;
    }
    .data-table.cards .actions > .button.plain:first-child {
      margin-inline-start: calc(-1 * var(--space-3));
    }
    /* What can be done with a row stands at its card's end, beside its name. */
    .data-table.cards td:has(> .popover-menu, > .button.plain:only-child) {
      position: absolute;
      inset-block-start: var(--space-3);
      inset-inline-end: calc(-1 * var(--space-3));
    }
    .data-table.cards tr:has(> td > .popover-menu, > td > .button.plain:only-child) > .lead-cell {
      padding-inline-end: calc(var(--u) * 16);
    }
    .data-foot:not(:has(> :not(.only-wide))) {
      display: none;
    }
    .data-table .is-empty {
      display: none !important;
    }
    .data-table:has(.pick) tbody tr {
      padding-inline-start: var(--space-8);
    }
    .data-table tbody .pick {
      position: absolute;
      inset: var(--space-2) auto auto var(--space-3);
      inline-size: auto;
      padding: var(--space-2) !important;
    }
    .data-table .pick input {
      inline-size: 24px;
      block-size: 24px;
    }
  }
`;
