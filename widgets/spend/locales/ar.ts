import { coreStrings } from '../../core/locales/ar.ts';
import type { SpendStrings } from '../strings.ts';

export const strings: SpendStrings = {
  ...coreStrings,
  label: 'الإنفاق',
  dimension: 'حسب',
  period: 'الفترة',
  dimensions: {
    team: 'الفريق',
    costCenter: 'مركز التكلفة',
    purchaseOrder: 'أمر الشراء',
    project: 'المشروع',
    category: 'الفئة',
    country: 'البلد',
    freelancer: 'المستقل',
  },
  periods: {
    monthToDate: 'هذا الشهر',
    lastMonth: 'الشهر الماضي',
    quarterToDate: 'هذا الربع',
    lastQuarter: 'الربع الماضي',
    yearToDate: 'هذه السنة',
    lastYear: 'السنة الماضية',
  },
  spent: 'المنفق',
  before: 'مقابل {amount} قبلها',
  share: 'الحصة',
  change: 'التغير',
  none: 'بدون',
  found: { zero: 'لا بنود', one: 'بند واحد', two: 'بندان', few: '{n} بنود', many: '{n} بندًا', other: '{n} بند' },
  nothing: 'لم يُنفق شيء في هذه الفترة.',
  opens: '{name}، {amount}: عرض القيود',
};
