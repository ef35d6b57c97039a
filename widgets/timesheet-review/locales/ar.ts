import { coreStrings } from '../../core/locales/ar.ts';
import type { TimesheetReviewStrings } from '../strings.ts';

export const strings: TimesheetReviewStrings = {
  ...coreStrings,
  label: 'المراجعة الأسبوعية',
  filters: { waiting: 'بانتظارك', all: 'كل الأسابيع' },
  found: {
    zero: 'لا أسابيع',
    one: 'أسبوع واحد',
    two: 'أسبوعان',
    few: '{n} أسابيع',
    many: '{n} أسبوعًا',
    other: '{n} أسبوع',
  },
  none: {
    waiting: 'لا أسبوع بانتظارك. تصل الأسابيع الجديدة يوم الاثنين.',
    all: 'لا أسابيع بعد. تظهر هنا حين يعمل أحد بالساعة.',
  },
  more: 'عرض المزيد',
  week: 'أسبوع {date}',
  states: {
    open: 'مفتوح',
    freelancerReview: 'يراجعه المستقل',
    clientReview: 'بانتظار مراجعتك',
    accepted: 'مقبول',
    disputed: 'معترض عليه',
    security: 'مدفوع، في فترة الأمان',
    available: 'متاح للصرف',
    unbilled: 'لا شيء محسوب',
    refunded: 'مسترد',
  },
  billed: '{time} محسوبة',
  manual: '{time} يدويًا',
  overLimit: '{time} فوق الحد، غير محسوبة',
  total: 'المجموع مع الرسوم',
  until: 'يُقبل تلقائيًا {at}',
  accept: 'قبول الأسبوع',
  sandbox: 'بيئة تجريبية: لا تتحرك أموال حقيقية.',
};
