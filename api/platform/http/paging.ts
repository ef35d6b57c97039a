import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refusal } from './problem.ts';

/** Opaque cursors, signed and bound to what they page through (tenant, query), so that no other list accepts them. */
export type Cursors = {
  encode(binding: string, position: unknown): string;
  /** @throws 400 invalid_cursor */
  decode(binding: string, cursor: string): unknown;
};

export function createCursors(secret: string): Cursors {
  const sign = (binding: string, body: string) =>
    createHmac('sha256', secret).update(`cursor\0${binding}\0${body}`).digest().subarray(0, 12);
  return {
    encode(binding, position) {
      const body = Buffer.from(JSON.stringify(position)).toString('base64url');
      return `${body}.${sign(binding, body).toString('base64url')}`;
    },
    decode(binding, cursor) {
      const [body = '', signature = ''] = cursor.split('.');
      const expected = sign(binding, body);
      const given = Buffer.from(signature, 'base64url');
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
        throw new Refusal(
          400,
          'invalid_cursor',
          'This page marker does not belong to this list. Start again from the first page.',
        );
      }
      return JSON.parse(Buffer.from(body, 'base64url').toString());
    },
  };
}
