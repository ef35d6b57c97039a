import { css } from '../core/css.ts';

export const talentPoolStyles = css`
  .board,
  .list {
    display: grid;
    gap: calc(var(--s) * 4);
    align-items: start;
    min-width: 0;
  }
  .item {
    display: grid;
    gap: calc(var(--s) * 2);
    padding: calc(var(--s) * 4);
    border-bottom: var(--line);
    content-visibility: auto;
    contain-intrinsic-size: auto 160px;
  }
  .item[aria-current] {
    background: var(--_accent-soft);
  }
  .bone {
    height: 160px;
  }
  [aria-busy='true'] > .list {
    opacity: 0.6;
  }
  .who {
    flex-wrap: nowrap;
    min-width: 0;
  }
  img {
    border-radius: 50%;
    object-fit: cover;
  }
  input,
  select {
    min-width: 0;
    max-width: 100%;
  }
  select {
    flex: 1 1 11em;
    max-width: 14em;
  }
  input {
    flex: 1 1 180px;
  }
  p,
  h2,
  .who > div {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .tag {
    padding: 0 calc(var(--s) * 2);
    border: var(--line);
    border-radius: var(--_radius-control);
  }
  .weeks {
    display: flex;
    gap: 2px;
    list-style: none;
  }
  .weeks li {
    width: 10px;
    height: 20px;
    border: 1px solid var(--_border-strong);
    border-radius: 2px;
  }
  .weeks .free {
    background: var(--_accent);
  }
  .weeks .partly {
    background: linear-gradient(to top, var(--_accent) 50%, transparent 50%);
  }
  .tag button {
    min-width: 32px;
    min-height: 32px;
    padding: 0;
  }
  aside {
    padding: calc(var(--s) * 5);
    min-width: 0;
  }
  aside .stack {
    grid-template-columns: minmax(0, 1fr);
  }
  @media (forced-colors: active) {
    .weeks .free {
      background: CanvasText;
    }
    .weeks .partly {
      border-bottom: 10px solid CanvasText;
    }
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
