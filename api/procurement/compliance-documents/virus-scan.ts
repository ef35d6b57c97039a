import { once } from 'node:events';
import { connect } from 'node:net';

/** Says whether a file may be opened; handed in at assembly. Without one, papers are kept as `notScanned`. */
export type VirusScanner = {
  /** @throws when it gives no answer: then it is asked again later */
  scan(bytes: AsyncIterable<Uint8Array>): Promise<'clean' | 'unsafe'>;
};

const answerMs = 60_000;
const answerBytesMax = 4096;
const chunkBytes = 64 * 1024;

/**
 * ClamAV’s daemon over TCP by its INSTREAM command: chunks, each behind its length, and one of length zero at the end.
 * See clamd(8).
 */
export function clamd({ host, port }: { host: string; port: number }): VirusScanner {
  return {
    async scan(bytes) {
      const socket = connect({ host, port });
      socket.setTimeout(answerMs, () => socket.destroy(new Error('the virus scanner gave no answer')));
      const answer = read(socket);
      // Whoever sends hears of a broken connection through the answer.
      answer.catch(() => {});
      try {
        await once(socket, 'connect');
        socket.write('zINSTREAM\0');
        for await (const chunk of bytes)
          for (let start = 0; start < chunk.byteLength; start += chunkBytes)
            await sent(socket, chunk.subarray(start, start + chunkBytes));
        socket.write(Buffer.alloc(4));
        return verdictOf(await answer);
      } finally {
        socket.destroy();
      }
    },
  };
}

async function sent(socket: ReturnType<typeof connect>, part: Uint8Array): Promise<void> {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(part.byteLength);
  socket.write(length);
  if (!socket.write(part)) await once(socket, 'drain');
}

async function read(socket: ReturnType<typeof connect>): Promise<string> {
  let text = '';
  for await (const chunk of socket) {
    text += String(chunk);
    if (text.includes('\0') || text.length > answerBytesMax) break;
  }
  return text.split('\0')[0] ?? '';
}

function verdictOf(answer: string): 'clean' | 'unsafe' {
  if (answer === 'stream: OK') return 'clean';
  if (/^stream: .+ FOUND$/.test(answer)) return 'unsafe';
  throw new Error(`the virus scanner answered ${JSON.stringify(answer.slice(0, 200))}`);
}
