import { paidForOf } from '@portico/api/money/payments/statement-text.ts';
import { formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

/** What was paid for in the reader's language and the tenant's words; what a statement says otherwise stays as it is. */
export function paidForWords(description: string, title?: string): string {
  const paidFor = paidForOf(description, title);
  switch (paidFor?.kind) {
    case undefined:
      return description;
    case 'milestone':
      return t('paidFor.milestone', paidFor);
    case 'milestoneExtra':
      return t('paidFor.milestoneExtra', paidFor);
    case 'week':
      return t('paidFor.week', { date: formatDate(paidFor.startsOn), title: paidFor.title });
    case 'weekAdjusted':
      return t('paidFor.weekAdjusted', { date: formatDate(paidFor.startsOn), title: paidFor.title });
    case 'retainer':
      return t('paidFor.retainer', paidFor);
    case 'bonus':
      return t('paidFor.bonus', paidFor);
  }
}
