import { css } from 'lit';

/** What two versions of an offer have different: what went is struck, what came is underlined, colour only helps. */
export const versionsStyles = css`
  portal-offer-versions {
    display: block;
  }
  portal-offer-versions > .pad {
    padding: var(--space-5);
    border-block-start: var(--line);
  }
  .differences td {
    overflow-wrap: anywhere;
  }
  .text-difference {
    max-inline-size: 72ch;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  portal-offer-versions del {
    background: color-mix(in oklab, var(--hire-danger) 14%, transparent);
  }
  .text-difference del + ins {
    margin-inline-start: 0.25em;
  }
  portal-offer-versions ins {
    background: color-mix(in oklab, var(--hire-success) 18%, transparent);
    text-underline-offset: 0.2em;
  }
`;
