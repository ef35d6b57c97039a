import type { HireErrorCode } from './hire-error.ts';

/** `{n}` is replaced by the number, formatted; the plural form is chosen by `Intl.PluralRules`. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
export type CoreStrings = {
  retry: string;
  close: string;
  reference: string;
  errors: Record<HireErrorCode, string>;
};

/** attribute → embed → nearest `lang` → browser */
export function resolveLocale(element: HTMLElement, own: string | undefined, embeds: string | undefined): string {
  for (const wish of [own, embeds, nearestLang(element), navigator.language]) {
    if (wish && isLocale(wish)) return wish;
  }
  return 'en';
}

export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export function plural(locale: string, forms: Plural, count: number): string {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  return fill(form, { n: new Intl.NumberFormat(locale).format(count) });
}

export const directionOf = (locale: string): 'rtl' | 'ltr' => (/^(ar|fa|he|ur)\b/.test(locale) ? 'rtl' : 'ltr');

function nearestLang(element: Element | null): string | undefined {
  for (let node = element; node; node = parentAcrossShadow(node)) {
    const lang = node.closest<HTMLElement>('[lang]')?.lang;
    if (lang) return lang;
  }
  return undefined;
}

function parentAcrossShadow(node: Element): Element | null {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
