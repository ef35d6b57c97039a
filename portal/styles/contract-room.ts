import { css } from 'lit';

/** The contract room: hours against the week’s limit. */
export const contractRoomStyles = css`
  meter.hours {
    inline-size: 100%;
    block-size: var(--space-4);
    accent-color: var(--hire-accent);
  }
`;
