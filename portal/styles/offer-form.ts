import { css } from 'lit';

export const offerFormStyles = css`
  .offer-form,
  .narrow-form {
    max-inline-size: 760px;
  }
  .saved-place {
    position: sticky;
    inset-block-start: calc(var(--top) + 4px);
    z-index: 2;
    justify-self: end;
    padding-inline: calc(var(--u) * 3);
    border: var(--line);
    border-radius: var(--hire-radius-control);
    background: var(--hire-surface-raised);
  }
  .saved-place:has(.notice) {
    justify-self: stretch;
    padding: 0;
    border: 0;
  }
  .milestones {
    list-style: none;
    display: grid;
    gap: calc(var(--u) * 3);
  }
  .milestone {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 150px 150px auto;
    gap: calc(var(--u) * 3);
    align-items: start;
  }
  .milestone > .button {
    margin-block-start: calc(1.5em + var(--u) * 1.25);
  }
  .sum .money {
    font-size: var(--size-l);
  }
  .under-form {
    padding-block-start: calc(var(--u) * 4);
    border-block-start: var(--line);
  }
  .under-sum {
    padding-block-start: calc(var(--u) * 2);
  }
  @media (max-width: 640px) {
    .milestone {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
      padding-block-end: calc(var(--u) * 3);
      border-block-end: var(--line);
    }
    .milestone > .field:first-child {
      grid-column: 1 / -1;
    }
    .saved-place {
      position: fixed;
      inset: auto auto 12px 12px;
    }
    .saved-place:has(.notice) {
      position: static;
      border: 0;
    }
  }
`;
