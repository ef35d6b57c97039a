import { type Found, foundAt } from './found.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Hosts that lead to somebody to talk to; with a path where the host serves other things too. */
const services = [
  'wa.me',
  'api.whatsapp.com',
  'chat.whatsapp.com',
  'whatsapp.com/channel',
  't.me',
  'telegram.me',
  'telegram.dog',
  'tg.me',
  'discord.gg',
  'discord.com/invite',
  'discordapp.com/invite',
  'discord.com/users',
  'join.skype.com',
  'signal.me',
  'signal.group',
  'm.me',
  'line.me',
  'viber.click',
  'wechat.com',
  'zalo.me',
  'linkedin.com/in',
  'calendly.com',
  'cal.com',
  'zoom.us/j',
  'meet.google.com',
  'teams.microsoft.com/l',
  'forms.gle',
  'docs.google.com/forms',
  'typeform.com/to',
  'jotform.com/form',
  'linktr.ee',
  'upwork.com/freelancers',
  'fiverr.com/users',
].map((address) => address.split(/(?=[./])|(?<=[./])/));
const byFirstWord = Map.groupBy(services, ([first]) => first!);

/** Where a link leads, whatever its words say: `[here](https://wa.me/49170)`. */
export function isContactAddress(href: string): boolean {
  return (
    /^(mailto|tel|sms|skype|tg|whatsapp|viber|facetime):/i.test(href) ||
    findContactLinks(href, tokensOf(href)).length > 0
  );
}

/** `t.me/john`, `wa dot me / 49170`, `https://calendly.com/john` */
export function findContactLinks(text: string, tokens: readonly Token[]): Found<'link'>[] {
  const found: Found<'link'>[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const end = byFirstWord
      .get(tokens[at]!.text)
      ?.reduce<number | undefined>((known, service) => known ?? addressEnd(tokens, at, service), undefined);
    if (end === undefined) continue;
    found.push(foundAt(text, 'link', tokens.slice(at, end)));
    at = end - 1;
  }
  return found;
}

const hiddenDots = new Set(['dot', 'punkt', 'punto']);

/** A path must follow, unless the address has one: `cal.com` alone is a product. */
function addressEnd(tokens: readonly Token[], from: number, service: readonly string[]): number | undefined {
  const before = tokens[from - 1];
  if (before && /^[@-]$/.test(before.text) && !tokens[from]!.isApart) return undefined;
  let at = from;
  for (const part of service) {
    const token = tokens[at];
    if (!token || (token.beginsLine && at > from)) return undefined;
    if (token.text !== part && !(part === '.' && hiddenDots.has(token.text))) return undefined;
    at++;
  }
  const [slash, rest] = [tokens[at], tokens[at + 1]];
  return slash?.text === '/' && rest && !rest.beginsLine && (rest.isWord || /^[+@]$/.test(rest.text))
    ? at + 2
    : undefined;
}
