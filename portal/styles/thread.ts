import { css } from 'lit';

/** A talk between two sides: one's own words stand at the end of the line. */
export const threadStyles = css`
  .thread {
    display: grid;
    gap: var(--space-4);
    padding: 0;
    list-style: none;
  }
  .thread > li {
    display: grid;
    gap: var(--space-1);
    max-inline-size: 60ch;
    padding: var(--space-3) var(--space-4);
    border-radius: var(--hire-radius-surface);
    background: var(--hire-surface-sunken);
  }
  .thread > li.ours {
    justify-self: end;
    background: var(--hire-accent-soft);
  }
  .thread p {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .under {
    border-block-start: var(--line);
  }
`;
