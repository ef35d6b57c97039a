import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps what must be read again but never shown, such as account numbers, unreadable in the database and its copies. */
export type Seal = {
  /** @param boundTo where it belongs, as `payoutMethod pom_1`: moved elsewhere it no longer opens */
  seal(text: string, boundTo: string): string;
  /** @throws Error when it was changed, moved, or sealed with another secret */
  open(sealed: string, boundTo: string): string;
  /** The same for the same text, and nothing to be learned from. */
  fingerprint(text: string): string;
};

const version = 'v1';
const ivBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM (NIST SP 800-38D) with a key for one purpose, derived from the installation's secret (HKDF, RFC 5869).
 * @param purpose separates keys: what is sealed for one does not open for another
 */
export function createSeal(secret: string, purpose: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, 'portico seal', purpose, 32));
  const fingerprintKey = Buffer.from(hkdfSync('sha256', secret, 'portico fingerprint', purpose, 32));
  return {
    seal(text, boundTo) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      cipher.setAAD(Buffer.from(boundTo));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${version}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(sealed, boundTo) {
      const [sealedVersion, text] = sealed.split('.');
      if (sealedVersion !== version || !text) throw new Error('sealed in a way that this version does not know');
      const bytes = Buffer.from(text, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
      decipher.setAAD(Buffer.from(boundTo));
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
    },
    fingerprint: (text) => createHmac('sha256', fingerprintKey).update(text).digest('base64url'),
  };
}
