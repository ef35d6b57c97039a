import type { MemberStrings } from '../strings.ts';

export const words: MemberStrings = {
  admitted: {
    vetting: 'اجتاز الفحص',
    invitation: 'قبل دعوة',
    firstContract: 'منذ أول عقد',
    hand: 'أُضيف يدويًا',
  },
  since: 'منذ {at}',
  withUs: 'معنا',
  contracts: 'العقود: {n}',
  neverWorked: 'لا عقد معنا بعد.',
  lastWorked: 'آخر عمل {at}',
  rating: 'تقييمنا: {stars} من 5',
  tags: 'الوسوم',
  addTag: 'إضافة وسم',
  removeTag: 'إزالة الوسم {tag}',
  notes: 'الملاحظات',
  noNotes: 'لا ملاحظات بعد.',
  addNote: 'إضافة ملاحظة',
  add: 'إضافة',
  internal: 'لا يراه إلا شركتك.',
};
