/** The sentences of identity mails; `{brand}` and `{name}` are filled in. */
export type MailKind = 'verify' | 'reset' | 'signUpRepeated' | 'invite';
export type MailText = { subject: string; lead: string; button: string; after: string };
export const mailLocales = ['en', 'de', 'ar'] as const;
export type MailLocale = (typeof mailLocales)[number];

export function mailLocaleOf(locale: string | null | undefined): MailLocale {
  const language = locale?.slice(0, 2).toLowerCase();
  return mailLocales.find((known) => known === language) ?? 'en';
}

export const mailTexts: Record<MailLocale, Record<MailKind, MailText>> = {
  en: {
    verify: {
      subject: 'Confirm your e-mail for {brand}',
      lead: 'Hello {name}, one click and your account at {brand} is ready.',
      button: 'Confirm e-mail',
      after: 'The link works for one hour. If this was not you, ignore this mail: nothing happens.',
    },
    reset: {
      subject: 'Choose a new password for {brand}',
      lead: 'Hello {name}, somebody asked for a new password for your account at {brand}.',
      button: 'Choose a new password',
      after: 'The link works for one hour. If this was not you, ignore this mail: your password stays as it is.',
    },
    signUpRepeated: {
      subject: 'You already have an account at {brand}',
      lead: 'Hello {name}, somebody tried to sign up at {brand} with your e-mail. You already have an account.',
      button: 'Sign in',
      after: 'If you forgot your password, you can choose a new one on the sign-in page.',
    },
    invite: {
      subject: '{name} invites you to {brand}',
      lead: '{name} invites you to hire together at {brand}.',
      button: 'Accept the invitation',
      after: 'The invitation is for this e-mail address and works for seven days.',
    },
  },
  de: {
    verify: {
      subject: 'E-Mail-Adresse für {brand} bestätigen',
      lead: 'Guten Tag {name}, ein Klick, und Ihr Konto bei {brand} ist bereit.',
      button: 'E-Mail bestätigen',
      after: 'Der Link gilt eine Stunde. Wenn Sie das nicht waren, ignorieren Sie diese Mail: Es passiert nichts.',
    },
    reset: {
      subject: 'Neues Passwort für {brand} wählen',
      lead: 'Guten Tag {name}, jemand hat ein neues Passwort für Ihr Konto bei {brand} angefordert.',
      button: 'Neues Passwort wählen',
      after:
        'Der Link gilt eine Stunde. Wenn Sie das nicht waren, ignorieren Sie diese Mail: Ihr Passwort bleibt gültig.',
    },
    signUpRepeated: {
      subject: 'Sie haben schon ein Konto bei {brand}',
      lead: 'Guten Tag {name}, jemand wollte sich bei {brand} mit Ihrer E-Mail-Adresse registrieren. Sie haben schon ein Konto.',
      button: 'Anmelden',
      after: 'Wenn Sie Ihr Passwort vergessen haben, können Sie auf der Anmeldeseite ein neues wählen.',
    },
    invite: {
      subject: '{name} lädt Sie zu {brand} ein',
      lead: '{name} lädt Sie ein, bei {brand} gemeinsam Fachleute zu finden.',
      button: 'Einladung annehmen',
      after: 'Die Einladung gilt für diese E-Mail-Adresse und sieben Tage lang.',
    },
  },
  ar: {
    verify: {
      subject: 'أكّد بريدك الإلكتروني لدى {brand}',
      lead: 'مرحبًا {name}، نقرة واحدة ويصبح حسابك لدى {brand} جاهزًا.',
      button: 'تأكيد البريد الإلكتروني',
      after: 'يعمل الرابط لمدة ساعة واحدة. إن لم تطلب ذلك فتجاهل هذه الرسالة.',
    },
    reset: {
      subject: 'اختر كلمة مرور جديدة لدى {brand}',
      lead: 'مرحبًا {name}، طلب شخص ما كلمة مرور جديدة لحسابك لدى {brand}.',
      button: 'اختيار كلمة مرور جديدة',
      after: 'يعمل الرابط لمدة ساعة واحدة. إن لم تطلب ذلك فتجاهل هذه الرسالة وستبقى كلمة مرورك كما هي.',
    },
    signUpRepeated: {
      subject: 'لديك حساب بالفعل لدى {brand}',
      lead: 'مرحبًا {name}، حاول شخص ما التسجيل لدى {brand} ببريدك الإلكتروني. لديك حساب بالفعل.',
      button: 'تسجيل الدخول',
      after: 'إن نسيت كلمة المرور يمكنك اختيار كلمة جديدة من صفحة تسجيل الدخول.',
    },
    invite: {
      subject: 'يدعوك {name} إلى {brand}',
      lead: 'يدعوك {name} إلى التوظيف معًا لدى {brand}.',
      button: 'قبول الدعوة',
      after: 'الدعوة مخصصة لهذا البريد الإلكتروني وتعمل لمدة سبعة أيام.',
    },
  },
};
