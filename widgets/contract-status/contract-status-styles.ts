import { css } from '../core/css.ts';

export const contractStatusStyles = css`
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
    content-visibility: auto;
    contain-intrinsic-size: auto 150px;
  }
  .item[aria-current] {
    background: var(--_accent-soft);
  }
  .bone {
    height: 150px;
  }
  [aria-busy='true'] > .list {
    opacity: 0.6;
  }
  p,
  h2 {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .state {
    white-space: nowrap;
  }
  .state::before {
    content: '';
    display: inline-block;
    width: 0.6em;
    height: 0.6em;
    margin-inline-end: 0.5em;
    border: 2px solid var(--_text-muted);
    border-radius: 50%;
  }
  [data-state='active']::before {
    border-color: var(--_success);
    background: var(--_success);
  }
  [data-state='paused']::before {
    border-color: var(--_warning);
    border-radius: 0;
  }
  aside {
    padding: calc(var(--s) * 5);
    min-width: 0;
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
  }
`;
