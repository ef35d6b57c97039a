import { css } from 'lit';

/** On a phone the queue is the page, and a case opens in its place. */
export const deskStyles = css`
  .to-queue {
    display: none;
  }
  .money-desk .case .rows {
    border: var(--line);
    border-radius: var(--hire-radius-control);
  }
  .money-desk .queue .row.small {
    flex-wrap: wrap;
    gap: 0 calc(var(--u) * 2);
  }
  .money-desk portal-payout-case.after {
    display: block;
    margin-block-start: calc(var(--u) * 4);
  }
  @media (max-width: 960px) {
    .money-desk:not(.open) .queue {
      display: block;
      position: static;
      max-block-size: none;
    }
    .money-desk:not(.open) .case {
      display: none;
    }
    .to-queue {
      display: inline-flex;
      margin-block-end: calc(var(--u) * 3);
    }
    .money-desk .queue button {
      min-block-size: 44px;
    }
  }
`;
