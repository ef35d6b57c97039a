import { css } from '../core/css.ts';

export const approvalsStyles = css`
  .board,
  .list {
    display: grid;
    gap: calc(var(--s) * 4);
    align-items: start;
    min-width: 0;
  }
  .item {
    display: grid;
    gap: var(--s);
    padding: calc(var(--s) * 4);
    border-bottom: var(--line);
  }
  .item[aria-current] {
    background: var(--_accent-soft);
  }
  .bone {
    height: 110px;
  }
  [aria-busy='true'] > .list {
    opacity: 0.6;
  }
  p,
  h2,
  dd {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  aside {
    padding: calc(var(--s) * 5);
    min-width: 0;
  }
  h2:focus {
    outline: none;
  }
  .head {
    flex-wrap: nowrap;
    align-items: baseline;
  }
  .amount {
    font-size: 1.6em;
    font-weight: var(--_font-weight-strong);
  }
  dl {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: var(--s) calc(var(--s) * 3);
  }
  dt {
    color: var(--_text-muted);
  }
  ol {
    padding-inline-start: 1.5em;
  }
  textarea {
    display: block;
    width: 100%;
    margin-top: var(--s);
    padding: calc(var(--s) * 2) calc(var(--s) * 3);
    font: inherit;
    color: inherit;
  }
  .wrong {
    color: var(--_danger);
  }
  @container (width >= 900px) {
    .split {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
  }
  @container (width < 900px) {
    .split > .list {
      display: none;
    }
    .decide {
      position: sticky;
      bottom: 0;
      padding-block: calc(var(--s) * 2);
      background: var(--_surface-raised);
    }
  }
`;
