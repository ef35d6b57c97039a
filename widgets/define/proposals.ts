import { defineElement } from '../core/define-element.ts';
import { Proposals } from '../proposals/proposals.ts';

defineElement('hire-proposals', Proposals);

declare global {
  interface HTMLElementTagNameMap {
    'hire-proposals': Proposals;
  }
}
