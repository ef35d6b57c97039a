import { unprocessable } from '../http/problem.ts';
import type { Outbound } from '../webhooks/outbound.ts';

const pageBytesMax = 512 * 1024;

export type PagePolicy = { of: 'header' | 'reportOnly' | 'meta'; text: string };
export type PageSeen = { url: string; status: number; policies: PagePolicy[]; loader: string | null };

/** @throws 422 page_address_not_accepted | page_address_private | page_unreachable */
export async function checkPage(outbound: Outbound, url: string): Promise<PageSeen> {
  const address = URL.parse(url);
  if (!address || !['https:', 'http:'].includes(address.protocol) || address.username || address.password)
    throw refusal('page_address_not_accepted', 'Give the https address of a page that everybody can open.');
  const fetched = await outbound.get(address.href, pageBytesMax).catch((error: NodeJS.ErrnoException) => {
    if (isPrivateRefusal(error))
      throw refusal(
        'page_address_private',
        'This address is inside a private network, which is not reached from here. Copy the policy from your browser and paste it instead.',
      );
    throw refusal(
      'page_unreachable',
      'Nobody answered at this address in time. Check it, or paste the policy instead.',
    );
  });
  const { status, headers, text } = fetched;
  const of = (name: string, kind: PagePolicy['of']) =>
    (headers[name] ?? '')
      .split(',')
      .map((policy) => policy.trim())
      .filter(Boolean)
      .map((policy) => ({ of: kind, text: policy.slice(0, 8000) }));
  return {
    url: address.href,
    status,
    policies: [
      ...of('content-security-policy', 'header'),
      ...of('content-security-policy-report-only', 'reportOnly'),
      ...policiesInMeta(text),
    ],
    loader: loaderIn(text),
  };
}

export function isPrivateRefusal(error: Error): boolean {
  return /is not allowed/i.test(error.message);
}

function policiesInMeta(html: string): PagePolicy[] {
  return tagsNamed(html, 'meta').flatMap((tag) => {
    if (attributeOf(tag, 'http-equiv')?.toLowerCase() !== 'content-security-policy') return [];
    const text = attributeOf(tag, 'content');
    return text ? [{ of: 'meta' as const, text: text.slice(0, 8000) }] : [];
  });
}

function loaderIn(html: string): string | null {
  const found = tagsNamed(html, 'script')
    .map((tag) => attributeOf(tag, 'src'))
    .find((src) => src !== undefined && /\/embed\/[\d.]+\/loader\.js(\?|$)/.test(src));
  return found?.slice(0, 500) ?? null;
}

/** Linear in the page's length: each `<` is looked at once. */
function tagsNamed(html: string, name: string): string[] {
  const tags: string[] = [];
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    if (html.slice(at + 1, at + 1 + name.length).toLowerCase() !== name) continue;
    const end = html.indexOf('>', at);
    if (end === -1) break;
    tags.push(html.slice(at, Math.min(end, at + 16_000)));
  }
  return tags;
}

function attributeOf(tag: string, name: string): string | undefined {
  const [, double, single, bare] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag) ?? [];
  return (double ?? single ?? bare)?.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

function refusal(code: string, message: string) {
  return unprocessable(code, message, [{ pointer: '/url', code, message }]);
}
