import { defineElement } from '../core/define-element.ts';
import { TalentPool } from '../talent-pool/talent-pool.ts';

defineElement('hire-talent-pool', TalentPool);

declare global {
  interface HTMLElementTagNameMap {
    'hire-talent-pool': TalentPool;
  }
}
