import { css } from 'lit';

/** Parts of a sum under each other and beside each other; words and figures carry what color repeats. */
export const spendingStyles = css`
  .burn-bar {
    display: flex;
    block-size: 20px;
    overflow: hidden;
    border-radius: var(--hire-radius-control);
    background: var(--hire-surface-sunken);
    border: 1px solid var(--hire-border);
  }
  .burn-bar > i {
    flex: none;
    border-inline-end: 1px solid var(--hire-surface);
  }
  .burn-bar > .paid,
  .burn-key.paid::before {
    background: var(--hire-accent);
  }
  .burn-bar > .held,
  .burn-key.held::before {
    background: color-mix(in oklch, var(--hire-accent) 55%, var(--hire-surface));
  }
  .burn-bar > .openOffers,
  .burn-key.openOffers::before {
    background: repeating-linear-gradient(
      135deg,
      var(--hire-text-muted) 0 3px,
      color-mix(in oklch, var(--hire-text-muted) 35%, var(--hire-surface)) 3px 6px
    );
  }
  .burn-bar > .fixedRest,
  .burn-key.fixedRest::before {
    background: var(--hire-text-muted);
  }
  .burn-bar > .weeklyExposure,
  .burn-key.weeklyExposure::before {
    background: color-mix(in oklch, var(--hire-text-muted) 45%, var(--hire-surface));
  }
  .burn-key::before {
    content: '';
    display: inline-block;
    inline-size: 12px;
    block-size: 12px;
    margin-inline-end: var(--space-2);
    border-radius: var(--radius-inner);
    border: 1px solid var(--hire-border);
    vertical-align: -1px;
  }
  .use-meter {
    display: grid;
    gap: var(--space-1);
    min-inline-size: 64px;
  }
  .use-meter > .burn-bar {
    block-size: 8px;
  }
  .use-meter > .burn-bar > i {
    border: 0;
    background: var(--hire-accent);
  }
  .use-meter.over > .burn-bar > i {
    background: var(--hire-danger);
  }
  .spending-home {
    display: grid;
    gap: var(--space-6);
  }
  .money.below {
    color: var(--hire-danger);
  }
`;
