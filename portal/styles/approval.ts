import { css } from 'lit';

export const approvalStyles = css`
  .approval {
    max-inline-size: 760px;
  }
  .approval .amount {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    border-block-end: var(--line);
  }
  .approval .amount .money {
    font-size: var(--size-xl);
  }
  .approval .facts {
    grid-template-columns: minmax(120px, auto) 1fr;
  }
  .decide {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--u) * 2);
  }
  @media (max-width: 640px) {
    .decide {
      position: sticky;
      inset-block-end: 0;
      z-index: 4;
      margin-inline: calc(var(--u) * -4);
      padding: calc(var(--u) * 3) calc(var(--u) * 4) max(calc(var(--u) * 3), env(safe-area-inset-bottom));
      border-block-start: var(--line);
      background: var(--hire-surface-raised);
    }
    .decide > .button {
      flex: 1 1 30%;
    }
    .decide > .primary {
      flex-basis: 100%;
      min-block-size: 48px;
    }
  }
`;
