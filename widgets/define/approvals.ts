import { Approvals } from '../approvals/approvals.ts';
import { defineElement } from '../core/define-element.ts';

defineElement('hire-approvals', Approvals);

declare global {
  interface HTMLElementTagNameMap {
    'hire-approvals': Approvals;
  }
}
