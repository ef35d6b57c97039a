import { Refusal } from '../http/problem.ts';

const waitingMax = 32;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * One image at a time: decoding takes the thread pool that database reads need, and each that waits holds its bytes.
 * @throws 503 images_busy when too many wait
 */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= waitingMax) {
    throw new Refusal(
      503,
      'images_busy',
      'Many images are being prepared; nothing was changed. Try again in a moment.',
      {
        headers: { 'retry-after': '5' },
      },
    );
  }
  waiting++;
  const turn = last.then(work);
  last = turn.catch(() => {});
  try {
    return await turn;
  } finally {
    waiting--;
  }
}
