import { destination } from 'pino';

const bufferedBytes = 8192;
const flushMs = 1000;

/** Writes lines together, a second late at most: a write for each is a thread-pool round trip a request. */
export function logDestination(dest: string | number = 1) {
  return destination({ dest, sync: false, minLength: bufferedBytes, periodicFlush: flushMs });
}
