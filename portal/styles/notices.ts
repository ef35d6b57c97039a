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
  .notices p {
    overflow-wrap: anywhere;
  }
`;
