import { get, post } from './client.ts';

/** Browsers that read and write WebAuthn's JSON form; others sign in with password and code. */
export const canUsePasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

/** @returns false when the person closed the browser's dialog */
export async function signInWithPasskey(): Promise<boolean> {
  const options = await get<PublicKeyCredentialRequestOptionsJSON>('/v1/auth/passkey/generate-authenticate-options');
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = await asked(() => navigator.credentials.get({ publicKey }));
  if (!credential) return false;
  await post('/v1/auth/passkey/verify-authentication', { response: credential.toJSON() });
  return true;
}

/** @returns false when the person closed the browser's dialog */
export async function addPasskey(name: string): Promise<boolean> {
  const options = await get<PublicKeyCredentialCreationOptionsJSON>('/v1/auth/passkey/generate-register-options', {
    query: { name },
  });
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const credential = await asked(() => navigator.credentials.create({ publicKey }));
  if (!credential) return false;
  await post('/v1/auth/passkey/verify-registration', { response: credential.toJSON(), name });
  return true;
}

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential | undefined> {
  try {
    const credential = await ask();
    return credential instanceof PublicKeyCredential ? credential : undefined;
  } catch (reason) {
    if (reason instanceof DOMException && (reason.name === 'NotAllowedError' || reason.name === 'AbortError'))
      return undefined;
    throw reason;
  }
}
