const schemes = new Set(['https:', 'http:', 'mailto:']);
const longest = 2048;

/** The address of a link that may be followed, as browsers will read it; undefined for every other. */
export function safeLink(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !schemes.has(url.protocol) || url.username || url.password || url.href.length > longest) return undefined;
  return url.href;
}
