import { css } from 'lit';

export const noticeStyles = css`
  .notices > li {
    align-items: baseline;
  }
  .notices .dot {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
  }
  .notices .dot.on {
    background: var(--hire-accent);
  }
  .notices > li:not(.unread) a {
    font-weight: 500;
  }
  @media (max-width: 640px) {
    .notices > li > .small {
      margin-inline-start: calc(8px + var(--space-3));
    }
  }
  .notices p {
    overflow-wrap: anywhere;
  }
`;
