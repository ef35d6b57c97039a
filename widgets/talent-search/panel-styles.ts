import { css } from '../core/css.ts';

export const styles = css`
  .head {
    flex-wrap: nowrap;
    padding-inline-end: 96px;
  }
  .head .portrait {
    inline-size: 72px;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(170px, 1fr));
    gap: calc(var(--s) * 4);
    padding: calc(var(--s) * 4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-surface);
  }
  section {
    display: grid;
    gap: calc(var(--s) * 3);
  }
  section > h3 {
    font-size: var(--large);
  }
  a {
    color: var(--_link);
  }
  .prose {
    white-space: pre-line;
    max-inline-size: 68ch;
  }
  .panel > section > img {
    max-inline-size: 100%;
    block-size: auto;
    max-block-size: 220px;
    object-fit: cover;
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
  }
  tbody tr {
    border-block-start: 1px solid var(--_border);
  }
  th[scope='row'] {
    min-inline-size: 110px;
    position: sticky;
    inset-inline-start: 0;
    background: var(--_surface-raised);
  }
`;
