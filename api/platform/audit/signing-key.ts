import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { Clock } from '../clock/clock.ts';
import type { Database, Executor } from '../database/database.ts';
import { createSeal } from '../secrets/seal.ts';
import { insertKeyOnce, listKeys } from './run-store.ts';

export type KeyDeps = { database: Database; clock: Clock; secret: string };
export type SigningKey = { id: string; sign(text: string): string };

/** The installation's own Ed25519 key (RFC 8032), made when it is first needed. */
export async function signingKey(deps: KeyDeps): Promise<SigningKey> {
  const row = (await listKeys(deps.database.db))[0] ?? (await makeKey(deps));
  const der = Buffer.from(sealOf(deps).open(row.sealedPrivateKey, `auditKey ${row.id}`), 'base64');
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { id: row.id, sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url') };
}

/** Every public key there was, as a browser or a program takes it (RFC 8037). */
export async function publicKeys(db: Executor) {
  return (await listKeys(db)).map(({ id, publicKey }) => ({ ...jwkOf(publicKey), use: 'sig' as const, kid: id }));
}

export async function isSignedByUs(db: Executor, keyId: string, text: string, signature: string): Promise<boolean> {
  const row = (await listKeys(db)).find(({ id }) => id === keyId);
  if (!row) return false;
  const key = createPublicKey({ key: jwkOf(row.publicKey), format: 'jwk' });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
}

async function makeKey(deps: KeyDeps) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const x = publicKey.export({ format: 'jwk' }).x!;
  const id = idOfKey(x);
  const der = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  const sealedPrivateKey = sealOf(deps).seal(der, `auditKey ${id}`);
  await insertKeyOnce(deps.database, { id, place: 1, publicKey: x, sealedPrivateKey, createdAt: deps.clock.now() });
  return (await listKeys(deps.database.db))[0]!;
}

/** From the key itself, so that nobody can give another key this name. */
function idOfKey(x: string): string {
  return createHash('sha256').update(Buffer.from(x, 'base64url')).digest('base64url').slice(0, 16);
}

const jwkOf = (x: string) => ({ kty: 'OKP' as const, crv: 'Ed25519' as const, x });
const sealOf = ({ secret }: KeyDeps) => createSeal(secret, 'audit signing key');
