import { controlStyles } from '../../core/controls/control-styles.ts';
import { css } from '../../core/css.ts';

const own = css`
  h2:focus {
    outline: none;
  }
  .next {
    padding: calc(var(--s) * 3);
    border-radius: var(--_radius-control);
    background: var(--_accent-soft);
  }
  .part {
    gap: calc(var(--s) * 2);
  }
  .sums {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(120px, 1fr));
    gap: calc(var(--s) * 3);
  }
  .rows {
    list-style: none;
    border-top: var(--line);
  }
  .rows > li {
    display: grid;
    gap: var(--s);
    padding-block: calc(var(--s) * 2);
    border-bottom: var(--line);
  }
  .rows .row.spread {
    flex-wrap: nowrap;
  }
  .row.spread > b {
    white-space: nowrap;
  }
  .head {
    flex-wrap: nowrap;
    align-items: baseline;
  }
  progress {
    width: 100%;
    height: 8px;
    appearance: none;
    overflow: hidden;
    border: var(--line);
    border-radius: 4px;
    background: var(--_surface-sunken);
  }
  ::-webkit-progress-bar {
    background: none;
  }
  ::-webkit-progress-value {
    background: var(--_accent);
  }
  ::-moz-progress-bar {
    background: var(--_accent);
  }
  @media (forced-colors: active) {
    ::-webkit-progress-value {
      background: CanvasText;
    }
    ::-moz-progress-bar {
      background: CanvasText;
    }
  }
  .excerpt,
  .prose {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .prose {
    display: grid;
    gap: calc(var(--s) * 2);
    max-height: 40dvh;
    overflow: auto;
  }
  .bullets {
    list-style: revert;
    padding-inline-start: calc(var(--s) * 5);
  }
  a {
    color: var(--_link);
  }
  .work a {
    display: inline-block;
    padding-block: 4px;
    overflow-wrap: anywhere;
  }
  .work {
    gap: calc(var(--s) * 2);
    padding: calc(var(--s) * 3);
    border: var(--line);
    border-radius: var(--_radius-control);
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
  .lines th span {
    display: block;
  }
  .lines td {
    text-align: end;
    vertical-align: top;
    white-space: nowrap;
  }
  .lines :is(th, td) {
    padding-block: calc(var(--s) * 2);
    border-bottom: var(--line);
  }
  summary {
    min-height: var(--hit);
    align-content: center;
    cursor: pointer;
    color: var(--_link);
  }
  .actions {
    justify-content: end;
  }
  dialog {
    width: min(560px, calc(100% - 16px));
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
`;

export const laterStyles = controlStyles + own;
