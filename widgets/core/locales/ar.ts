import type { CoreStrings } from '../locale.ts';

export const coreStrings: CoreStrings = {
  retry: 'إعادة المحاولة',
  signIn: 'تسجيل الدخول',
  close: 'إغلاق',
  reference: 'الرقم المرجعي',
  errors: {
    sign_in_required: 'سجّل الدخول لعرض هذا.',
    session_denied: 'تسجيل دخولك لا يسمح بهذا.',
    session_unavailable: 'تعذّر تأكيد تسجيل دخولك.',
    elevation_required: 'لم تتأكد هويتك. لم يتغير شيء.',
    origin_not_allowed: 'لا يُسمح لهذا الموقع بعرض هذا المحتوى. يمكن للمسؤول إضافته.',
    not_allowed: 'دورك لا يسمح بهذا.',
    not_found: 'لم يعد هذا موجودًا.',
    conflict: 'تغيّر هذا في هذه الأثناء.',
    invalid_request: 'لم يُقبل هذا.',
    rate_limited: 'طلبات كثيرة. انتظر لحظة.',
    unavailable: 'حدث خطأ من جهتنا.',
    chunk_load: 'تعذّر تحميل هذا الجزء من الصفحة.',
    network: 'لا يوجد اتصال. تحقق من الشبكة.',
    local_network_blocked: 'متصفحك يحظر الشبكة المحلية.',
  },
};
