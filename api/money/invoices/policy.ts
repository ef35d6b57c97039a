import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

export type InvoicesPolicy = {
  /** Who sells, as the law wants it on every invoice; the operator's own. */
  sellerName: string;
  sellerAddress: string[];
  sellerVatId: string;
  /** Before its due date an invoice is reminded of once … */
  remindDaysBefore: number;
  /** … and after it every so many days. */
  overdueReminderDays: number;
};

const days = z.int().min(1).max(90);

export const invoicesPolicy = definePolicy<InvoicesPolicy>({
  name: 'invoices',
  schema: z.strictObject({
    sellerName: z.string().max(200),
    sellerAddress: z.array(z.string().max(200)).max(6),
    sellerVatId: z.string().max(40),
    remindDaysBefore: days,
    overdueReminderDays: days,
  }),
  defaults: { sellerName: '', sellerAddress: [], sellerVatId: '', remindDaysBefore: 3, overdueReminderDays: 7 },
  byTenant: [],
});
