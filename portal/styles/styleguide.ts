import { css } from 'lit';

export const styleguideStyles = css`
  .guide-fields {
    max-inline-size: 520px;
  }
  .sizes > li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--space-1) var(--space-5);
    padding-block: var(--space-2);
  }
  .sizes .size-1 {
    font-size: var(--text-1);
  }
  .sizes .size-3 {
    font-size: var(--text-3);
  }
  .sizes .size-4 {
    font-size: var(--text-4);
  }
  .sizes .size-5 {
    font-size: var(--text-5);
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-4);
  }
  .steps > span {
    display: grid;
    justify-items: start;
    gap: var(--space-1);
    font-size: var(--text-1);
  }
  .steps i {
    background: var(--hire-accent);
    block-size: var(--space-4);
  }
  .steps .box {
    inline-size: 72px;
    block-size: 48px;
    border: var(--line);
    background: var(--hire-surface-raised);
  }
  .steps .control {
    border-radius: var(--hire-radius-control);
  }
  .steps .surface {
    border-radius: var(--hire-radius-surface);
  }
  .steps .floats {
    border-radius: var(--hire-radius-surface);
    box-shadow: var(--hire-shadow);
  }
  .steps .s1 {
    inline-size: var(--space-1);
  }
  .steps .s2 {
    inline-size: var(--space-2);
  }
  .steps .s3 {
    inline-size: var(--space-3);
  }
  .steps .s4 {
    inline-size: var(--space-4);
  }
  .steps .s5 {
    inline-size: var(--space-5);
  }
  .steps .s6 {
    inline-size: var(--space-6);
  }
  .steps .s7 {
    inline-size: var(--space-7);
  }
  .steps .s8 {
    inline-size: var(--space-8);
  }
`;
