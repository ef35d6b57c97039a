import { type Found, foundAt } from './found.ts';
import type { Token } from './tokens.ts';

const brackets = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
]);
const mailHosts = new Set(
  'gmail googlemail yahoo ymail outlook hotmail live msn proton protonmail icloud gmx web aol zoho yandex mail qq 163 tutanota fastmail pm'.split(
    ' ',
  ),
);
const topLevels = new Set(
  (
    'com net org io co edu gov info biz me ai app dev tech online site xyz pro eu uk us de at ch fr es it nl be pl se no fi dk pt ' +
    'ru ua in pk bd lk cn jp kr sg hk au nz ca br mx ar cl za ng ke eg ae sa tr il gr cz hu ro bg rs vn ph id my th club store'
  ).split(' '),
);

/** E-mail addresses, also as `john (at) gmail dot com` or `j o h n @ gmail . com`. */
export function findEmails(text: string, tokens: readonly Token[]): Found<'email'>[] {
  const found: Found<'email'>[] = [];
  for (let at = 1; at < tokens.length; at++) {
    const sign = atSign(tokens, at);
    if (!sign || tokens[at]!.beginsLine) continue;
    const local = sign.kind === 'sign' ? beyondNoise(tokens, at - 1, -1) : at - 1;
    if (!tokens[local]?.isWord) continue;
    const host = sign.kind === 'sign' ? beyondNoise(tokens, sign.next, 1) : sign.next;
    const end = hostEnd(tokens, host, sign.kind);
    if (end === undefined) continue;
    found.push(foundAt(text, 'email', tokens.slice(localStart(tokens, local), end)));
    at = end - 1;
  }
  return found;
}

const noiseMax = 4;

/** `john**@**example.com`: signs that only stand in the way. */
function beyondNoise(tokens: readonly Token[], from: number, step: 1 | -1): number {
  let at = from;
  while (Math.abs(at - from) < noiseMax && /^[*_~`'"|\\<>]$/.test(tokens[at]?.text ?? '')) at += step;
  return at;
}

/** How surely it is meant as the sign: `@` and `(at)` are, the word alone only before a host that is spelled out. */
type AtSign = { next: number; kind: 'sign' | 'bracketed' | 'word' };

function atSign(tokens: readonly Token[], at: number): AtSign | undefined {
  const { text } = tokens[at]!;
  if (text === '@') return { next: at + 1, kind: 'sign' };
  if (text === 'at' || text === 'arroba') return { next: at + 1, kind: 'word' };
  const closing = brackets.get(text);
  const inner = tokens[at + 1]?.text;
  if (!closing || tokens[at + 2]?.text !== closing) return undefined;
  return inner === 'at' || inner === '@' || inner === 'a' || inner === 'arroba'
    ? { next: at + 3, kind: 'bracketed' }
    : undefined;
}

const labelsMax = 5;

/** `look at the dot com boom` */
const plainWords = new Set([
  'the',
  'a',
  'an',
  'this',
  'that',
  'our',
  'your',
  'my',
  'its',
  'all',
  'least',
  'any',
  'one',
]);

/** Behind `gmail.com`, `gmail dot com`, `mail . example [dot] co (dot) uk`. */
function hostEnd(tokens: readonly Token[], from: number, kind: AtSign['kind']): number | undefined {
  const first = tokens[from];
  if (!first?.isWord || first.beginsLine) return undefined;
  if (kind === 'word' && plainWords.has(first.text)) return undefined;
  let [at, end, isSpelled] = [from, undefined as number | undefined, false];
  for (let labels = 0; labels < labelsMax; labels++) {
    at = labelEnd(tokens, at);
    const dot = dotAt(tokens, at);
    const label = dot && tokens[dot.next];
    if (!dot || !label?.isWord || label.beginsLine) break;
    isSpelled ||= dot.isSpelled;
    const isJoined = kind === 'sign' && !dot.isSpelled && !tokens[at]!.isApart && !label.isApart;
    if (topLevels.has(label.text) || (isJoined && /^\p{L}{2,24}$/u.test(label.text))) end = dot.next + 1;
    at = dot.next;
  }
  if (end === undefined) return bareMailHost(tokens, from, kind);
  return kind !== 'word' || isSpelled || mailHosts.has(first.text) ? end : undefined;
}

/** `john@gmail` and `john (at) gmail` leave out what everybody knows. */
function bareMailHost(tokens: readonly Token[], from: number, kind: AtSign['kind']): number | undefined {
  return kind !== 'word' && mailHosts.has(tokens[from]!.text) && tokens[from]!.text !== 'web' ? from + 1 : undefined;
}

/** A label may hold hyphens: `my-company`. */
function labelEnd(tokens: readonly Token[], from: number): number {
  let at = from + 1;
  while (tokens[at]?.text === '-' && !tokens[at]!.isApart && tokens[at + 1]?.isWord && !tokens[at + 1]!.isApart)
    at += 2;
  return at;
}

function dotAt(tokens: readonly Token[], at: number): { next: number; isSpelled: boolean } | undefined {
  const token = tokens[at];
  if (!token || token.beginsLine) return undefined;
  if (token.text === '.' || token.text === ',')
    return token.text === '.' ? { next: at + 1, isSpelled: false } : undefined;
  if (token.text === 'dot' || token.text === 'punkt' || token.text === 'punto')
    return { next: at + 1, isSpelled: true };
  const closing = brackets.get(token.text);
  const inner = tokens[at + 1]?.text;
  const isDot = inner === 'dot' || inner === '.' || inner === 'punkt' || inner === 'punto';
  return closing && isDot && tokens[at + 2]?.text === closing ? { next: at + 3, isSpelled: true } : undefined;
}

const localPartsMax = 6;

/** `john.doe+jobs`, `john dot doe`. */
function localStart(tokens: readonly Token[], last: number): number {
  let at = last;
  for (let parts = 0; parts < localPartsMax && at >= 2; parts++) {
    const [joint, before] = [tokens[at - 1]!, tokens[at - 2]!];
    const isJoined = /^[._%+-]$/.test(joint.text) && !joint.isApart && !tokens[at]!.isApart;
    if (!before.isWord || !(isJoined || joint.text === 'dot')) break;
    at -= 2;
  }
  return at;
}
