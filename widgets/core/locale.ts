import type { HireErrorCode } from './hire-error.ts';

/** `{n}` is replaced by the number, formatted; the plural form is chosen by `Intl.PluralRules`. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
export type CoreStrings = {
  retry: string;
  signIn: string;
  close: string;
  reference: string;
  errors: Record<HireErrorCode, string>;
};

/** attribute → embed → nearest `lang` → browser; the first that is a language tag and has words */
export function chooseLocale(element: HTMLElement, wishes: (string | undefined)[], languages: object): string {
  const nearest = element.closest<HTMLElement>('[lang]') ?? document.documentElement;
  const known = [...wishes, nearest.lang, navigator.language].find(
    (wish) => wish && /^[a-z]{2,3}(-\w{2,8})*$/i.test(wish) && wish.split('-')[0]! in languages,
  );
  return known ?? 'en';
}

export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]!);
}

export function plural(locale: string, forms: Plural, count: number): string {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  return fill(form, { n: new Intl.NumberFormat(locale).format(count) });
}

export const directionOf = (locale: string): 'rtl' | 'ltr' => (/^(ar|fa|he|ur)\b/.test(locale) ? 'rtl' : 'ltr');
