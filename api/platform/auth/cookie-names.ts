export function cookiePrefixOf(origin: string): string {
  // __Host- is only accepted over https; plain http exists in development alone.
  return origin.startsWith('https:') ? '__Host-hire' : 'hire';
}

export function sessionCookieName(origin: string): string {
  return `${cookiePrefixOf(origin)}.session_token`;
}
