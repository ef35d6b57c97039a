import { type Found, foundAt } from './found.ts';
import { matchPhrase, phrase } from './phrase.ts';
import type { Token } from './tokens.ts';

const messengers =
  'whatsapp|watsapp|whatsap|whtsapp|telegram|skype|discord|viber|wechat|weixin|kakaotalk|snapchat|icq|threema';
const services = new Set(messengers.split('|'));

const askedFor = [
  phrase(
    'contact|message|text|reach|ping|add|dm|write|call|find|msg|whatsapp',
    'me',
    4,
    'on|via|by|through|over|using|at',
    '(my|our|the)',
    `${messengers}|signal|instagram|insta|facebook|messenger|linkedin|hangouts`,
  ),
  phrase(
    'schreib|schreibt|schreiben|kontaktier|kontaktiert|kontaktieren|erreichst|erreicht',
    '(sie)',
    'mir|mich',
    3,
    'auf|uber|per|via',
    '(meinem|meine)',
    `${messengers}|signal|instagram|facebook|messenger|linkedin`,
  ),
];
const idWords = new Set(['id', 'handle', 'username', 'user', 'account', 'nick', 'name', 'tag', 'benutzername']);
const possessives = new Set(['my', 'our', 'mein', 'meine', 'unser']);
const joints = new Set([':', '=', 'is', '-', '–', '—', '→', 'ist']);

/** Handles of messengers, and the invitation to leave for one. */
export function findHandles(text: string, tokens: readonly Token[]): Found<'handle'>[] {
  const found: Found<'handle'>[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const end =
      namedHandle(tokens, at) ??
      askedFor.reduce<number | undefined>((known, one) => known ?? matchPhrase(tokens, at, one), undefined);
    if (end === undefined) continue;
    found.push(foundAt(text, 'handle', tokens.slice(at, end)));
    at = end - 1;
  }
  return found;
}

/** `telegram: @john_doe`, `skype id john.doe`, `my discord is john`. */
function namedHandle(tokens: readonly Token[], from: number): number | undefined {
  const service = serviceAt(tokens, from);
  if (service === undefined) return undefined;
  let at = service;
  const isOwn = possessives.has(tokens[from - 1]?.text ?? '');
  const isId = idWords.has(tokens[at]?.text ?? '');
  if (isId) at++;
  const isJoined = joints.has(tokens[at]?.text ?? '');
  if (isJoined) at++;
  const token = tokens[at];
  if (!token || token.beginsLine) return undefined;
  if (token.text === '@')
    return tokens[at + 1]?.isWord && !tokens[at + 1]!.isApart ? handleEnd(tokens, at + 1) : undefined;
  if (!token.isWord || !(isJoined || isId)) return undefined;
  const end = handleEnd(tokens, at);
  return end - at > 1 || /\d/.test(token.text) || (isJoined && (isId || isOwn)) ? end : undefined;
}

function serviceAt(tokens: readonly Token[], at: number): number | undefined {
  const { text } = tokens[at]!;
  if (services.has(text)) return at + 1;
  return (text === 'whats' || text === 'what') && tokens[at + 1]?.text === 'app' ? at + 2 : undefined;
}

const handlePartsMax = 12;

/** `john.doe_42#1234`, `live:.cid.1f2e` */
function handleEnd(tokens: readonly Token[], from: number): number {
  let at = from + 1;
  while (at - from < handlePartsMax && /^[._#:-]$/.test(tokens[at]?.text ?? '') && !tokens[at]!.isApart) {
    const next = tokens[at + 1];
    if (!next || next.isApart || (!next.isWord && !/^[._]$/.test(next.text))) break;
    at += next.isWord ? 2 : 1;
  }
  return at;
}
