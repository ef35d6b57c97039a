import { isIPv4, isIPv6 } from 'node:net';

/** Enough to tell "our server" from "somebody at home" without keeping who it was. */
export const addressClasses = ['thisMachine', 'private', 'public'] as const;
export type AddressClass = (typeof addressClasses)[number];

export function addressClassOf(address: string): AddressClass {
  const plain = address.replace(/^::ffff:/i, '');
  if (isIPv4(plain)) {
    const [first = 0, second = 0] = plain.split('.').map(Number);
    if (first === 127) return 'thisMachine';
    const isPrivate =
      first === 10 ||
      (first === 172 && second >= 16 && second < 32) ||
      (first === 192 && second === 168) ||
      (first === 169 && second === 254) ||
      (first === 100 && second >= 64 && second < 128);
    return isPrivate ? 'private' : 'public';
  }
  if (!isIPv6(plain)) return 'thisMachine';
  if (plain === '::1') return 'thisMachine';
  return /^f[cd]|^fe[89ab]/i.test(plain) ? 'private' : 'public';
}
