import { css } from '../core/css.ts';

export const proposalsStyles = css`
  .board {
    display: grid;
    gap: calc(var(--s) * 4);
    align-items: start;
  }
  .item {
    display: grid;
    gap: var(--s);
    padding: calc(var(--s) * 4);
    border-bottom: var(--line);
    content-visibility: auto;
    contain-intrinsic-size: auto 120px;
  }
  .item > .row:last-child {
    margin-top: var(--s);
  }
  .item[aria-current='true'] {
    background: var(--_accent-soft);
  }
  [aria-busy='true'] > ul {
    opacity: 0.6;
  }
  .state {
    padding: 0 calc(var(--s) * 2);
    border: var(--line);
    border-radius: var(--_radius-control);
    gap: var(--s);
  }
  .excerpt {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  aside {
    padding: calc(var(--s) * 5);
    min-width: 0;
  }
  kbd {
    padding: 0 var(--s);
    border: var(--line);
    border-radius: var(--_radius-control);
    font: inherit;
  }
  @container (width >= 900px) {
    .split {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
    aside {
      position: sticky;
      top: 0;
      max-height: 100dvh;
      overflow: auto;
    }
  }
  @container (width < 900px) {
    .split > ul {
      display: none;
    }
  }
  @container (width < 640px) {
    [part='bar'] .field,
    select {
      flex: 1;
    }
  }
  @media print, (pointer: coarse) {
    .keys {
      display: none;
    }
  }
`;
