import type { CoreStrings } from '../locale.ts';

export const coreStrings: CoreStrings = {
  retry: 'إعادة المحاولة',
  close: 'إغلاق',
  reference: 'الرقم المرجعي',
  errors: {
    session_denied: 'تسجيل دخولك لا يسمح بهذا هنا.',
    session_unavailable: 'تعذّر على هذه الصفحة التحقق من هويتك.',
    elevation_required: 'أكّد هويتك ثم أعد المحاولة.',
    origin_not_allowed: 'لا يُسمح لهذا الموقع بعرض هذا المحتوى. يمكن للمسؤول إضافته.',
    not_allowed: 'دورك لا يسمح بهذا.',
    not_found: 'لم يعد هذا موجودًا.',
    conflict: 'تغيّر هذا في هذه الأثناء. أعد المحاولة.',
    invalid_request: 'تعذّر فهم هذا. أزل أحد عوامل التصفية.',
    rate_limited: 'طلبات كثيرة. انتظر لحظة.',
    unavailable: 'حدث خطأ من جهتنا. لم يُفقد شيء.',
    chunk_load: 'تعذّر تحميل هذا الجزء من الصفحة.',
    network: 'لا يوجد اتصال. تحقق من الشبكة.',
    local_network_blocked: 'متصفحك يمنع هذه الصفحة من الوصول إلى الشبكة المحلية. اسمح بذلك في إعدادات الموقع.',
  },
};
