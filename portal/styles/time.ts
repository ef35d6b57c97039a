import { css } from 'lit';

/** Worked time: the week's grid, segments of ten minutes, the limit. */
export const timeStyles = css`
  portal-timer-card:not(:has(*)) {
    display: none;
  }
  .timer-chip {
    color: var(--hire-success);
    gap: var(--space-2);
  }
  .timer-chip.silent {
    color: var(--hire-warning);
  }
  .timer-card {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--space-4) var(--space-6);
    align-items: end;
    padding: var(--space-5);
  }
  .timer-card > .full {
    grid-column: 1 / -1;
  }
  .timer-fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(170px, 1fr));
    gap: var(--space-3) var(--space-4);
    align-items: end;
  }
  .timer-clock {
    font-size: var(--text-4);
    font-weight: var(--hire-font-weight-strong);
    font-variant-numeric: tabular-nums;
  }
  .time-segments {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
  }
  .time-segment {
    inline-size: 18px;
    block-size: 18px;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--radius-inner);
    background: var(--hire-accent);
    color: var(--hire-accent-text, var(--hire-surface));
  }
  .time-segment.manual {
    background: transparent;
    border-color: var(--hire-accent);
  }
  .time-segment.over {
    background: repeating-linear-gradient(45deg, var(--hire-border), var(--hire-border) 3px, transparent 3px, transparent 6px);
    border-color: var(--hire-border);
  }
  .time-segment.disputed {
    background: var(--hire-danger);
  }
  .time-segment.free {
    background: transparent;
    border-color: var(--hire-border);
    opacity: 0.45;
  }
  /* With the gap 24 px from one to the next, so that a press on one is never another's. */
  button.time-segment {
    inline-size: 22px;
    block-size: 22px;
    cursor: pointer;
  }
  /* A finger is broader than a pointer; where there is none, hours stand beside each other. */
  @media (pointer: coarse) {
    button.time-segment {
      inline-size: 24px;
      block-size: 24px;
    }
  }
  button.time-segment[aria-pressed='true'] {
    outline: 2px solid var(--hire-danger);
    outline-offset: 1px;
  }
  .time-segment:focus-visible {
    outline: 2px solid var(--hire-focus);
    outline-offset: 1px;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    font-size: var(--text-1);
    color: var(--hire-text-muted);
  }
  .legend span {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
  }
  .legend .time-segment {
    inline-size: 12px;
    block-size: 12px;
  }
  .week-grid-wrap {
    overflow-x: auto;
  }
  .week-grid {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .week-grid :is(th, td) {
    padding: var(--space-2);
    border-block-end: var(--line);
    text-align: end;
    vertical-align: middle;
    font-variant-numeric: tabular-nums;
  }
  .week-grid tfoot td {
    white-space: nowrap;
  }
  .week-grid :is(th, td):first-child {
    text-align: start;
    padding-inline-start: var(--space-5);
    min-inline-size: 190px;
  }
  .week-grid :is(th, td):last-child {
    padding-inline-end: var(--space-5);
  }
  .week-grid thead th {
    color: var(--hire-text-muted);
    font-size: var(--text-1);
    font-weight: normal;
    white-space: nowrap;
  }
  .week-grid thead th.today {
    color: var(--hire-text);
    font-weight: var(--hire-font-weight-strong);
  }
  .week-grid .input {
    inline-size: 76px;
    text-align: end;
    padding-inline: var(--space-2);
  }
  .week-grid th .muted {
    font-weight: normal;
  }
  .week-grid .memo-row .input {
    inline-size: auto;
    text-align: start;
  }
  /* Seven days of entries and their total fit a tablet. */
  @media (min-width: 641px) and (max-width: 1000px) {
    .week-grid :is(th, td) {
      padding-inline: var(--space-1);
    }
    .week-grid :is(th, td):first-child {
      min-inline-size: 140px;
    }
    .week-grid :is(th, td) > .input {
      inline-size: 52px;
      padding-inline: var(--space-1);
    }
  }
  .week-grid tfoot :is(th, td) {
    border-block-end: 0;
    font-weight: var(--hire-font-weight-strong);
  }
  .week-grid .memo-row td {
    text-align: start;
    border-block-end: var(--line);
    padding-block-start: 0;
  }
  .week-grid tr.has-memo > :is(th, td) {
    border-block-end: 0;
  }
  .limit-bar {
    display: block;
    appearance: none;
    inline-size: 100%;
    max-inline-size: 220px;
    block-size: 6px;
    border: 0;
    border-radius: var(--radius-inner);
    background: var(--hire-border);
    overflow: hidden;
    margin-block: var(--space-2) var(--space-1);
  }
  .limit-bar::-webkit-progress-bar {
    background: var(--hire-border);
  }
  .limit-bar::-webkit-progress-value {
    background: var(--hire-accent);
  }
  .limit-bar::-moz-progress-bar {
    background: var(--hire-accent);
  }
  .limit-bar.over::-webkit-progress-value {
    background: var(--hire-warning);
  }
  .limit-bar.over::-moz-progress-bar {
    background: var(--hire-warning);
  }
  .diary-day {
    display: grid;
    grid-template-columns: 110px minmax(0, 1fr) auto;
    gap: var(--space-2) var(--space-4);
    padding: var(--space-3) var(--space-5);
    align-items: center;
  }
  .diary-day + .diary-day {
    border-block-start: var(--line);
  }
  .entry-row {
    display: grid;
    grid-template-columns: 132px minmax(0, 1fr) auto auto;
    gap: var(--space-2) var(--space-4);
    align-items: center;
    padding: var(--space-3) var(--space-5);
  }
  .entry-row + .entry-row {
    border-block-start: var(--line);
  }
  .hour-row {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--space-3);
  }
  .hour-group {
    display: inline-flex;
    gap: 2px;
  }
  .week-review > portal-week-review {
    display: block;
    padding: var(--space-5);
  }
  .week-review :is(.diary-day, .rows > li) {
    padding-inline: 0;
  }
  .week-review :is(.rows > li) {
    min-block-size: 0;
    padding-block: var(--space-2);
  }
  .week-review > header .money {
    font-size: var(--text-3);
    font-weight: var(--hire-font-weight-strong);
  }
  .pictures {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
    gap: var(--space-3);
  }
  .pictures img {
    inline-size: 100%;
    block-size: auto;
    border: var(--line);
    border-radius: var(--hire-radius-control);
  }
  @media (max-width: 640px) {
    .timer-card {
      grid-template-columns: minmax(0, 1fr);
      padding: var(--space-4);
    }
    .week-review > header > .row {
      row-gap: var(--space-1);
    }
    .week-review > header > .row > .grow {
      flex-basis: 100%;
    }
    .week-grid,
    .week-grid tbody,
    .week-grid tfoot {
      display: block;
    }
    .week-grid thead {
      display: none;
    }
    .week-grid tr {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--space-1) var(--space-3);
      padding: var(--space-3) var(--space-5);
      border-block-end: var(--line);
    }
    .week-grid tr.has-memo {
      border-block-end: 0;
    }
    .week-grid :is(th, td) {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2);
      padding: var(--space-1) 0;
      border: 0;
    }
    .week-grid :is(th, td):is(:first-child, :last-child) {
      grid-column: 1 / -1;
      padding-inline: 0;
    }
    .week-grid th:first-child {
      display: block;
    }
    .week-grid td[data-day]::before {
      content: attr(data-day);
      color: var(--hire-text-muted);
      font-size: var(--text-1);
    }
    .week-grid .memo-row {
      padding-block-start: 0;
    }
    .week-grid .memo-row td {
      display: block;
    }
    .diary-day {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .diary-day > .hour-row {
      grid-column: 1 / -1;
      order: 1;
    }
    .entry-row {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .entry-row > .what {
      grid-column: 1 / -1;
      grid-row: 2;
    }
  }
`;
