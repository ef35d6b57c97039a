import { unprocessable } from '../http/problem.ts';

/** A typed name is a signature when it is the signer's own, however it is spaced or capitalised. @throws 422 name_differs */
export function requireOwnName(typed: string, own: string): void {
  if (normal(typed) !== '' && normal(typed) === normal(own)) return;
  const message = `Type your name as it stands here: ${own}.`;
  throw unprocessable('name_differs', `${message} Nothing was signed.`, [
    { pointer: '/typedName', code: 'name_differs', message },
  ]);
}

/** As it is printed on the document. */
export function signedName(typed: string): string {
  return typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function normal(name: string): string {
  return name.normalize('NFKC').toWellFormed().replace(/\s+/gu, ' ').trim().toLowerCase();
}
