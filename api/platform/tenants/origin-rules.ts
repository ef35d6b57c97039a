export type OriginRefusal = 'origin_wildcard' | 'origin_not_secure' | 'origin_not_exact';

export const originSentences: Readonly<Record<OriginRefusal, string>> = {
  origin_wildcard:
    'A wildcard would let every page under that name use your people’s sessions. Name each origin, as https://intranet.example.',
  origin_not_secure: 'Pages over http can be changed on the way; only localhost may use it. Give the https address.',
  origin_not_exact: 'Give scheme, host and port only, as https://intranet.example.',
};

/** Exactly what a browser sends as Origin; no wildcard, no path, no `null`. */
export function originRefusal(text: string): OriginRefusal | undefined {
  if (text.includes('*')) return 'origin_wildcard';
  const address = URL.parse(text);
  if (!address || address.origin !== text || !/^[a-z0-9.-]+$/.test(address.hostname)) return 'origin_not_exact';
  if (address.protocol === 'https:') return undefined;
  if (address.protocol !== 'http:') return 'origin_not_exact';
  const { hostname } = address;
  const isLocal = hostname === 'localhost' || hostname === '127.0.0.1' || hostname.endsWith('.localhost');
  return isLocal ? undefined : 'origin_not_secure';
}
