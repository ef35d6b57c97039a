import { controlStyles } from '../../core/controls/control-styles.ts';
import { css } from '../../core/css.ts';

const own = css`
  h2:focus {
    outline: none;
  }
  .head {
    flex-wrap: nowrap;
    align-items: baseline;
  }
  .part,
  .day {
    display: grid;
    gap: calc(var(--s) * 2);
  }
  .rows {
    border-top: var(--line);
  }
  .rows > li {
    display: grid;
    gap: var(--s);
    padding-block: calc(var(--s) * 2);
    border-bottom: var(--line);
  }
  .entry,
  .piece {
    font-weight: inherit;
    min-height: var(--hit);
  }
  summary {
    min-height: var(--hit);
    align-content: center;
    cursor: pointer;
    color: var(--_link);
  }
  .lines {
    width: 100%;
    border-collapse: collapse;
  }
  caption {
    text-align: start;
  }
  .lines th {
    font-weight: inherit;
    text-align: start;
  }
  .lines td {
    text-align: end;
  }
  .lines :is(th, td) {
    padding-block: calc(var(--s) * 2);
    border-bottom: var(--line);
  }
  .lines tr:last-child :is(th, td) {
    font-weight: var(--_font-weight-strong);
  }
  .actions {
    justify-content: end;
  }
  dialog {
    width: min(520px, calc(100% - 16px));
    max-height: calc(100dvh - 16px);
    margin: auto;
    padding: calc(var(--s) * 5);
    border: var(--line);
    border-radius: var(--_radius-surface);
    color: inherit;
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
    overflow: auto;
  }
  ::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  @media print {
    summary,
    form,
    [type='checkbox'] {
      display: none;
    }
  }
`;

export const laterStyles = controlStyles + own;
