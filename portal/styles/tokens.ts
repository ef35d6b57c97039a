import { css } from 'lit';

/**
 * What every sheet is made of, from the tenant's theme: five sizes of text, eight steps on the grid, two heights.
 * A theme's `space` is the grid's unit (4 px unless the tenant says otherwise).
 */
export const tokenStyles = css`
  /* A preview of another theme counts anew: a size is computed where it is declared. */
  :root,
  .brand-preview {
    --u: var(--hire-space);
    --space-1: var(--u);
    --space-2: calc(var(--u) * 2);
    --space-3: calc(var(--u) * 3);
    --space-4: calc(var(--u) * 4);
    --space-5: calc(var(--u) * 5);
    --space-6: calc(var(--u) * 6);
    --space-7: calc(var(--u) * 8);
    --space-8: calc(var(--u) * 12);
    /* Notes and heads of columns; never under 12 px. */
    --text-1: max(12px, calc(var(--hire-font-size) * 0.86));
    /* What is read. */
    --text-2: var(--hire-font-size);
    /* Titles of sections. */
    --text-3: calc(var(--hire-font-size) * 1.14);
    /* Figures. */
    --text-4: calc(var(--hire-font-size) * 1.43);
    /* The title of the page. */
    --text-5: calc(var(--hire-font-size) * 1.86);
    --control-height: calc(var(--u) * 9);
    --row-height: calc(var(--u) * 11);
    /* What lies inside a control or a surface; what is round; what a dialog stands before. */
    --radius-inner: min(4px, var(--hire-radius-control));
    --radius-round: 999px;
    --backdrop: rgb(0 0 0 / 0.4);
    --line: 1px solid var(--hire-border);
  }
  :root[data-density='compact'] {
    --u: calc(var(--hire-space) * 0.8);
  }
  @media (pointer: coarse) {
    :root {
      --control-height: max(44px, calc(var(--u) * 9));
    }
  }
`;
