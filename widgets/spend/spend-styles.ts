import { css } from '../core/css.ts';

export const spendStyles = css`
  .board {
    display: grid;
    gap: calc(var(--s) * 4);
    align-items: start;
    min-width: 0;
  }
  [aria-busy='true'] > table {
    opacity: 0.6;
  }
  .sums {
    height: calc(var(--_font-size) * 4.4);
    padding: 0;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--s) * 8);
  }
  dd.large {
    font-size: calc(var(--large) * 1.3);
  }
  table {
    width: 100%;
    border-spacing: 0;
    text-align: start;
  }
  th,
  td {
    padding: calc(var(--s) * 2) calc(var(--s) * 3);
    border-bottom: var(--line);
    text-align: start;
    overflow-wrap: anywhere;
  }
  thead th,
  tbody th {
    font-weight: inherit;
  }
  :is(tbody:last-child, tfoot) tr:last-child > * {
    border-bottom: 0;
  }
  tbody th {
    width: 45%;
    min-width: 96px;
  }
  .end {
    text-align: end;
    white-space: nowrap;
  }
  [aria-current] > * {
    background: var(--_accent-soft);
  }
  td .link {
    min-height: var(--hit);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .bar {
    display: block;
    width: 100%;
    height: 6px;
    margin-top: var(--s);
    fill: var(--_accent);
    stroke: none;
  }
  [dir='rtl'] .bar {
    transform: scaleX(-1);
  }
  aside {
    padding: calc(var(--s) * 5);
    min-width: 0;
  }
  aside h2:focus {
    outline: none;
  }
  .when {
    white-space: nowrap;
  }
  @container (width >= 900px) {
    .split {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
  }
  @container (width < 900px) {
    .split > table {
      display: none;
    }
  }
  @container (width < 480px) {
    .wide {
      display: none;
    }
    [part='bar'] > label {
      display: grid;
      flex: 1;
      gap: var(--s);
    }
    th,
    td {
      padding-inline: calc(var(--s) * 2);
    }
  }
  @media (forced-colors: active) {
    .bar {
      fill: CanvasText;
    }
  }
`;
