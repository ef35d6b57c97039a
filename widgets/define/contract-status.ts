import { ContractStatus } from '../contract-status/contract-status.ts';
import { defineElement } from '../core/define-element.ts';

defineElement('hire-contract-status', ContractStatus);

declare global {
  interface HTMLElementTagNameMap {
    'hire-contract-status': ContractStatus;
  }
}
