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
    padding-inline: var(--space-3);
    border: var(--line);
    border-radius: var(--hire-radius-control);
    background: var(--hire-surface-raised);
  }
  .saved-place:has(.notice) {
    justify-self: stretch;
    padding: 0;
    border: 0;
  }
  .under-form {
    padding-block-start: var(--space-4);
    border-block-start: var(--line);
  }
  @media (max-width: 640px) {
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
