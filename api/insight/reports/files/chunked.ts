import type { Put } from './file-of.ts';

const chunkChars = 128 * 1024;
const encoder = new TextEncoder();

/** Text gathered into chunks that are worth sending. */
export function chunked(put: Put) {
  let pending = '';
  async function flush(): Promise<void> {
    const text = pending;
    pending = '';
    if (text) await put(encoder.encode(text));
  }
  return {
    add(text: string): void {
      pending += text;
    },
    drain: async () => {
      if (pending.length >= chunkChars) await flush();
    },
    end: flush,
  };
}
