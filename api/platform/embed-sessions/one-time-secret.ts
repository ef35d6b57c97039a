import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits for a code or a refresh token; only the hash is kept. */
export function oneTimeSecret(): { secret: string; hash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: sha256(secret) };
}

/** Also the S256 of RFC 7636. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');
