import { css } from 'lit';

/** Pages of the freelancer's own work: what stands beside a decision, what is signed. */
export const ownWorkStyles = css`
  @media (min-width: 1001px) {
    .summary {
      position: sticky;
      inset-block-start: calc(var(--u) * 20);
    }
  }
  .post-again > summary {
    padding: var(--space-4) var(--space-5);
    cursor: pointer;
  }
  .quote {
    margin: 0;
    padding-inline-start: var(--space-4);
    border-inline-start: 3px solid var(--hire-border);
  }
  .typed-name {
    font-size: var(--text-4);
    font-style: italic;
  }
  /* Room for a letter from the start; it grows with what is written. */
  .long textarea.input {
    min-block-size: calc(var(--u) * 56);
  }
`;
