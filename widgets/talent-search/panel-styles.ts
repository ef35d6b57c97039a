import { css } from '../core/css.ts';

export const styles = css`
  .head {
    flex-wrap: nowrap;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(170px, 1fr));
    gap: calc(var(--s) * 4);
    padding: calc(var(--s) * 4);
    border: var(--line);
    border-radius: var(--_radius-surface);
  }
  section {
    display: grid;
    gap: calc(var(--s) * 3);
  }
  a {
    color: var(--_link);
  }
  .prose {
    white-space: pre-line;
  }
  .stack section > img {
    max-inline-size: 100%;
    block-size: auto;
    border-radius: var(--_radius-control);
  }
  .scroll {
    overflow: auto;
  }
  table {
    border-collapse: collapse;
  }
  td,
  th {
    padding: calc(var(--s) * 3);
    text-align: start;
    vertical-align: top;
    min-inline-size: 170px;
    border-block-end: var(--line);
  }
  th[scope='row'] {
    min-inline-size: 110px;
    position: sticky;
    inset-inline-start: 0;
    background: var(--_surface-raised);
  }
`;
