/** An Idempotency-Key: whatever becomes of the answer, what is asked for happens once. */
export const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(36)).join('');
