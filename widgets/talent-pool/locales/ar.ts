import { coreStrings } from '../../core/locales/ar.ts';
import type { TalentPoolStrings } from '../strings.ts';

export const strings: TalentPoolStrings = {
  ...coreStrings,
  label: 'مجموعة المواهب',
  pool: 'المجموعة',
  search: 'الاسم أو المهارة أو العنوان',
  skill: 'المهارة',
  anySkill: 'أي مهارة',
  freeNextWeek: 'متاح الأسبوع القادم',
  sort: 'الترتيب',
  sorts: {
    free: 'الأقرب إتاحة',
    name: 'الاسم',
    rate: 'السعر',
    rating: 'تقييمنا',
    newest: 'الأحدث',
  },
  found: {
    zero: 'لا أحد',
    one: 'شخص واحد',
    two: 'شخصان',
    few: '{n} أشخاص',
    many: '{n} شخصًا',
    other: '{n} شخص',
  },
  noPools: 'لا توجد مجموعة تراها. خطتك تحدد ذلك، أو لم تُنشأ مجموعة بعد.',
  none: 'لا أحد يناسب. وسّع أحد المرشحات.',
  more: 'عرض المزيد',
  perHour: '{rate} للساعة',
  agreed: '{rate} للساعة، متفق عليه',
  vetted: 'فُحص في {at}',
  bands: {
    outstanding: 'متميز',
    strong: 'قوي',
    solid: 'جيد',
  },
  free: 'الأسبوع القادم: {hours} متاحة',
  week: 'أسبوع {date}: {hours} متاحة',
  offer: 'تقديم عرض',
};
