import { css } from 'lit';

export const stateStyles = css`
  .notice {
    display: flex;
    gap: var(--space-3);
    padding: var(--space-4) var(--space-5);
    border: var(--line);
    border-radius: var(--hire-radius-surface);
    background: var(--hire-surface-raised);
  }
  .notice > .icon {
    translate: 0 0.15em;
    color: var(--hire-info);
  }
  .notice.danger > .icon {
    color: var(--hire-danger);
  }
  .notice.warning > .icon {
    color: var(--hire-warning);
  }
  .notice.success > .icon {
    color: var(--hire-success);
  }
  .notice > div {
    display: grid;
    gap: var(--space-2);
    min-inline-size: 0;
    flex: 1;
    justify-items: start;
  }
  .empty {
    display: grid;
    justify-items: start;
    gap: var(--space-3);
    padding: var(--space-7) var(--space-6);
    max-inline-size: 60ch;
    text-wrap: pretty;
  }
  /* In a card with room of its own it stands where it does in one without. */
  .card.pad > .empty {
    padding: var(--space-3) var(--space-1);
  }
  .empty > .icon {
    inline-size: 24px;
    block-size: 24px;
    color: var(--hire-text-muted);
  }
  .empty p {
    color: var(--hire-text-muted);
  }
  .skeleton {
    display: grid;
    gap: var(--space-3);
    padding: var(--space-5);
  }
  .skeleton > i {
    block-size: var(--space-4);
    border-radius: var(--hire-radius-control);
    background: var(--hire-surface-sunken);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .skeleton > i:nth-child(3n + 1) {
    inline-size: 42%;
  }
  .skeleton > i:nth-child(3n) {
    inline-size: 76%;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
`;
