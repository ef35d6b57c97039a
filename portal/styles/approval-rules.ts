import { css } from 'lit';

export const approvalRulesStyles = css`
  .rules-page {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(280px, 380px);
    gap: var(--space-6);
    align-items: start;
  }
  @media (max-width: 1100px) {
    .rules-page {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .policy-rules {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .policy-rules > li {
    display: flex;
    gap: var(--space-3);
    align-items: flex-start;
    padding: var(--space-3) var(--space-4);
  }
  .policy-rules > li + li {
    border-block-start: var(--line);
  }
  .policy-rules .grow {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .rule-number {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 28px;
    block-size: 28px;
    border: 1px solid var(--hire-border-strong);
    border-radius: 50%;
    font-size: var(--text-1);
    font-variant-numeric: tabular-nums;
  }
  .covered,
  .uncovered {
    flex-wrap: nowrap;
    align-items: flex-start;
  }
  .step-block {
    padding: var(--space-3);
    border: var(--line);
    border-radius: var(--hire-radius-s, 6px);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-5);
  }
  .choices > legend,
  .choices > .hint {
    flex-basis: 100%;
  }
  .thirds {
    display: grid;
    grid-template-columns: minmax(90px, 0.6fr) 1fr 1fr;
    gap: var(--space-3);
  }
  .gaps {
    padding-inline-start: var(--space-5);
  }
  @media (max-width: 640px) {
    .policy-rules > li {
      flex-wrap: wrap;
    }
    .policy-rules > li > .actions {
      flex-basis: 100%;
      justify-content: flex-end;
    }
    .thirds {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
