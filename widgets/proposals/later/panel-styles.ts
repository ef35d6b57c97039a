import { controlStyles } from '../../core/controls/control-styles.ts';
import { css } from '../../core/css.ts';

const own = css`
  .panel .card {
    padding: calc(var(--s) * 3);
  }
  .panel .client {
    background: var(--_accent-soft);
  }
  .panel form {
    justify-items: start;
  }
  .panel form > .control {
    width: 100%;
  }
  .prose {
    gap: calc(var(--s) * 2);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .bullets {
    padding-inline-start: calc(var(--s) * 5);
  }
  ol {
    list-style: none;
  }
  .bullets {
    list-style: revert;
  }
  blockquote {
    padding-inline-start: calc(var(--s) * 3);
    border-inline-start: 3px solid var(--_border);
  }
  pre {
    overflow: auto;
  }
  a {
    color: var(--_link);
  }
  .chips > * {
    padding: 1px calc(var(--s) * 2);
    border: var(--line);
    border-radius: var(--_radius-control);
  }
  h2:focus {
    outline: none;
  }
  .scroll {
    overflow: auto;
  }
  table {
    border-collapse: collapse;
    table-layout: fixed;
    width: max(100%, 720px);
  }
  th p {
    font-weight: normal;
  }
  td,
  th {
    padding: calc(var(--s) * 3);
    text-align: start;
    vertical-align: top;
    border-bottom: var(--line);
    overflow-wrap: anywhere;
  }
  tr > :first-child {
    width: 130px;
    position: sticky;
    inset-inline-start: 0;
    background: var(--_surface-raised);
  }
  .close {
    justify-self: end;
  }
  @container (width < 640px) {
    tr > :first-child {
      width: 100px;
      padding-inline-start: 0;
    }
  }
  dialog {
    width: min(1120px, 100%);
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin-inline-start: auto;
    padding: calc(var(--s) * 6);
    color: inherit;
    background: var(--_surface-raised);
  }
  ::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
`;

export const panelStyles = controlStyles + own;
