import { css } from '../core/css.ts';

export const jobPostStyles = css`
  .pad {
    padding: calc(var(--s) * 4);
  }
  .root > * {
    max-width: 760px;
  }
  form {
    gap: calc(var(--s) * 5);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(240px, 100%), 1fr));
    gap: calc(var(--s) * 4);
    align-items: start;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(240px, 100%), 1fr));
    gap: calc(var(--s) * 3);
  }
  .tile {
    display: grid;
    justify-content: start;
    width: 100%;
    height: 100%;
    padding: calc(var(--s) * 3);
    text-align: start;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  ol {
    list-style: none;
  }
  dd {
    font-weight: var(--_font-weight-strong);
  }
`;
