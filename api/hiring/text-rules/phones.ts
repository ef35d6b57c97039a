import { type Found, foundAt } from './found.ts';
import type { Token } from './tokens.ts';

/** Numbers to call: by their form, by the words before them, or spelled out. Prices, dates, versions are none. */
export function findPhones(text: string, tokens: readonly Token[]): Found<'phone'>[] {
  const found: Found<'phone'>[] = [];
  for (let at = 0; at < tokens.length; ) {
    const run = runOfDigits(tokens, at);
    if (!run) {
      at++;
      continue;
    }
    if (isPhone(tokens, run)) found.push(foundAt(text, 'phone', tokens.slice(run.from, run.to)));
    at = run.to;
  }
  return found;
}

type Group = { digits: string; isSpelled: boolean };
type Run = { from: number; to: number; groups: Group[]; signs: string; hasPlus: boolean };

const separators = /^[-./()–—−_~|*]$/;
const tokensMax = 60;

/** Digits with what people put between the groups of a number. */
function runOfDigits(tokens: readonly Token[], from: number): Run | undefined {
  const hasPlus = tokens[from]!.text === '+';
  let at = hasPlus ? from + 1 : from;
  if (tokens[at]?.text === '(') at++;
  const groups: Group[] = [];
  let signs = '';
  let to = at;
  while (at < tokens.length && at - from < tokensMax) {
    const token = tokens[at]!;
    if (groups.length > 0 && token.beginsLine) break;
    const group = groupOf(tokens, at);
    if (group) {
      if (token.isApart && groups.length > 0) signs += ' ';
      groups.push(...group.groups);
      at += group.length;
      to = at;
    } else if (groups.length > 0 && separators.test(token.text)) {
      signs += token.text;
      at++;
    } else break;
  }
  return groups.length > 0 ? { from, to, groups, signs, hasPlus } : undefined;
}

const digitWords = new Map(
  Object.entries({
    zero: 0,
    oh: 0,
    nought: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    null: 0,
    eins: 1,
    zwei: 2,
    zwo: 2,
    drei: 3,
    vier: 4,
    funf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    cero: 0,
    uno: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
  }).map(([word, digit]) => [word, String(digit)]),
);

function groupOf(tokens: readonly Token[], at: number): { groups: Group[]; length: number } | undefined {
  const { text } = tokens[at]!;
  if (/^\d+$/.test(text)) return { groups: [{ digits: text, isSpelled: false }], length: 1 };
  const digit = digitWords.get(text);
  if (digit !== undefined) return { groups: [{ digits: digit, isSpelled: true }], length: 1 };
  const times = text === 'double' ? 2 : text === 'triple' ? 3 : 0;
  const repeated = times
    ? (digitWords.get(tokens[at + 1]?.text ?? '') ?? singleDigit(tokens[at + 1]?.text))
    : undefined;
  return repeated === undefined
    ? undefined
    : { groups: [{ digits: repeated.repeat(times), isSpelled: true }], length: 2 };
}

function singleDigit(text: string | undefined): string | undefined {
  return text !== undefined && /^\d$/.test(text) ? text : undefined;
}

const digitsMin = 7;
const digitsMax = 16;

function isPhone(tokens: readonly Token[], run: Run): boolean {
  const digits = run.groups.map((group) => group.digits).join('');
  if (digits.length < digitsMin || digits.length > digitsMax) return false;
  const lengths = run.groups.map((group) => group.digits.length);
  const spelled = run.groups.filter(({ isSpelled }) => isSpelled).length;
  if (spelled > 0) return spelled >= 3 || isAskedFor(tokens, run.from);
  if (run.hasPlus) return true;
  if (isPartOfAddress(tokens, run.from) || isMoney(tokens, run) || isDecimal(run) || holdsDate(run)) return false;
  if (isAskedFor(tokens, run.from)) return true;
  if (/^\d0{4,}$/.test(digits) || isRange(run)) return false;
  const grouping = lengths.join('-');
  if (grouping === '3-3-4' || grouping === '1-3-3-4') return true;
  if (isThousands(run)) return false;
  if (digits.startsWith('00') && digits.length >= 10) return true;
  if (digits.startsWith('0') && digits.length >= 9 && run.groups[0]!.digits.length <= 12) return true;
  if (lengths.length === 1) return digits.length >= 10 && digits.length <= 12 && !/0{5}$/.test(digits);
  return lengths.length >= 3 && digits.length >= 9 && !run.signs.includes('.') && lengths.every((one) => one >= 2);
}

/** `https://example.com/item/4006381333`, `?id=4006381333`, `#4006381333` */
function isPartOfAddress(tokens: readonly Token[], from: number): boolean {
  return !tokens[from]!.isApart && /^[/=#&~]$/.test(tokens[from - 1]?.text ?? '');
}

const askedBy = new Set(
  'call phone phones telephone tel mobile cell cellphone mob ph whatsapp watsapp wa viber signal telegram sms dial fax handy telefon anrufen llamar'.split(
    ' ',
  ),
);
const wordsBetween = 4;

/** `call me at 5551234`: the words before it say what the number is. */
function isAskedFor(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= 0 && at >= from - wordsBetween - 2; at--) {
    if (askedBy.has(tokens[at]!.text)) return true;
    if (/^[.!?]$/.test(tokens[at]!.text) && tokens[at + 1]?.isApart && tokens[at + 1]!.text.length > 1) return false;
  }
  return false;
}

const moneySigns = /^[$€£¥₹₽]$/;
const moneyWords = new Set(
  'usd eur gbp inr aud cad chf jpy dollars euros budget users rows records followers views words per hours'.split(' '),
);

function isMoney(tokens: readonly Token[], { from, to }: Run): boolean {
  const [before, behind] = [tokens[from - 1]?.text ?? '', tokens[to]?.text ?? ''];
  return (
    moneySigns.test(before) ||
    moneySigns.test(behind) ||
    moneyWords.has(before) ||
    moneyWords.has(behind) ||
    /^[%k]$/.test(behind)
  );
}

/** `18.2.0`, `192.168.0.1`, `3.14159265`: dots between groups that are no number of ten digits. */
function isDecimal({ groups, signs }: Run): boolean {
  return /^\.+$/.test(signs) && groups.map(({ digits }) => digits.length).join('-') !== '3-3-4' && groups.length < 5;
}

function isRange({ groups, signs }: Run): boolean {
  return (
    groups.length === 2 && /[-–—−/]/.test(signs) && Math.abs(groups[0]!.digits.length - groups[1]!.digits.length) <= 1
  );
}

function isThousands({ groups }: Run): boolean {
  return (
    groups.length > 1 && groups[0]!.digits.length <= 3 && groups.slice(1).every(({ digits }) => digits.length === 3)
  );
}

/** A year beside a month and a day, in any order of the three. */
function holdsDate({ groups }: Run): boolean {
  return groups.some(({ digits }, at) => {
    if (!/^(19|20)\d\d$/.test(digits)) return false;
    const [before, last] = [groups[at - 2], groups[at - 1]];
    const [next, behind] = [groups[at + 1], groups[at + 2]];
    const isDay = (group: Group | undefined) =>
      group !== undefined && Number(group.digits) >= 1 && Number(group.digits) <= 31 && group.digits.length <= 2;
    return (isDay(before) && isDay(last)) || (isDay(next) && isDay(behind)) || groups.length === 2;
  });
}
