import { type NoticeKind, noticeKinds } from '../../platform/notices/notice-kinds.ts';
import type { BrandWords } from '../../platform/tenants/brand-words.ts';
import { renamer } from '../../platform/tenants/rename-things.ts';
import type { NoticeText } from './notice-texts.ts';
import { de, deMail, deReasons, deUnknown } from './strings/de.ts';
import { en, enMail, enReasons, enUnknown } from './strings/en.ts';

export const noticeLocales = ['en', 'de'] as const;
export type NoticeLocale = (typeof noticeLocales)[number];

const texts = { en, de };
const reasons = { en: enReasons, de: deReasons };
const unknown = { en: enUnknown, de: deUnknown };
export const mailWords = { en: enMail, de: deMail };

const wordMaxLength = 120;

/** The first of these languages that there are sentences in. */
export function noticeLocaleOf(...wanted: readonly (string | null | undefined)[]): NoticeLocale {
  for (const tag of wanted) {
    const language = tag?.slice(0, 2).toLowerCase();
    const found = noticeLocales.find((known) => known === language);
    if (found) return found;
  }
  return 'en';
}

/** A kind that this version does not know still says that something happened. */
export function noticeText(
  locale: NoticeLocale,
  kind: string,
  words: Readonly<Record<string, string>>,
  brand: string,
  things: BrandWords = {},
): NoticeText {
  const rename = renamer(things, locale);
  const { title, body, button, second }: NoticeText = isKnown(kind) ? texts[locale][kind] : unknown[locale];
  const fill = (sentence: string) =>
    rename(sentence)
      .replace(/\{(\w+)\}(\.?)/g, (_, word: string, stop: string) => {
        const said = inWords(locale, word, words[word], brand);
        // What somebody wrote as a sentence has its full stop already.
        return word === 'reason' && /[.!?…]$/.test(said) ? said : said + stop;
      })
      .trim();
  const more = second === undefined ? {} : { second: rename(second) };
  return { title: fill(title), body: fill(body), button: rename(button), ...more };
}

export function isMailed(kind: string): boolean {
  return isKnown(kind) && noticeKinds[kind].mail;
}

function isKnown(kind: string): kind is NoticeKind {
  return Object.hasOwn(noticeKinds, kind);
}

function inWords(locale: NoticeLocale, word: string, given: string | undefined, brand: string): string {
  if (word === 'brand') return brand;
  if (given === undefined) return '…';
  if (word === 'reason' && Object.hasOwn(reasons[locale], given)) return reasons[locale][given]!;
  // What somebody named is not read as a day or a sum.
  if (word === 'title') return oneLine(given);
  if (word === 'date' || isDay.test(given)) return dateIn(locale, given);
  const [, amount, currency] = sum.exec(given) ?? [];
  return amount && currency ? moneyIn(locale, Number(amount), currency) : oneLine(given);
}

const isDay = /^\d{4}-\d\d-\d\d$/;
const sum = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/;

const moneyIn = (locale: NoticeLocale, amount: number, currency: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }).format(amount);

/** A calendar day, or the day of an instant in UTC. */
function dateIn(locale: NoticeLocale, given: string): string {
  const day = /^\d{4}-\d\d-\d\d/.exec(given)?.[0];
  const dayMs = day === undefined ? Number.NaN : Date.parse(day);
  if (Number.isNaN(dayMs)) return oneLine(given);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(dayMs);
}

/** Names and titles that somebody chose: they stand in one line, and short enough for it. */
function oneLine(text: string): string {
  const plain = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  const letters = Array.from(plain);
  return letters.length > wordMaxLength ? `${letters.slice(0, wordMaxLength - 1).join('')}…` : plain;
}
