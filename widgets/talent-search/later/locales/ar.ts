import type { LaterStrings } from '../strings.ts';

export const words: LaterStrings = {
  levels: { basic: 'أساسي', conversational: 'محادثة', fluent: 'طليق', native: 'لغة أم' },
  invitation: {
    post: 'للتقدّم إلى',
    people: 'من',
    message: 'رسالة',
    send: {
      one: 'إرسال الدعوة',
      two: 'إرسال دعوتين',
      few: 'إرسال {n} دعوات',
      many: 'إرسال {n} دعوة',
      other: 'إرسال {n} دعوة',
    },
    noPost: 'لا توجد وظيفة مفتوحة للدعوة إليها.',
    outcomes: {
      invited: 'تمت دعوته',
      alreadyInvited: 'دُعي من قبل',
      alreadyProposed: 'قدّم عرضًا بالفعل',
      declinedBefore: 'رفض من قبل',
      notAvailable: 'غير متاح',
      ownMember: 'يعمل في شركتك',
    },
  },
  profile: 'الملف الشخصي',
  employment: 'الخبرة العملية',
  education: 'التعليم',
  certifications: 'الشهادات',
  links: 'روابط',
  today: 'اليوم',
  memberSince: 'عضو منذ',
  engagement: 'طريقة التعاقد',
  engagements: { hourly: 'بالساعة', fixedPrice: 'سعر ثابت', either: 'بالساعة أو سعر ثابت' },
};
