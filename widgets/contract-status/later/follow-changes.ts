import type { Api } from '../../core/api.ts';

const firstPauseMs = 1000;
const longestPauseMs = 60_000;

type Told = {
  changed(contractId: string): void;
  /** something may have been missed: nobody looked, or the connection was gone */
  missed(): void;
};

/**
 * Server-sent events through `fetch`, because an EventSource cannot carry the session's token. Only while somebody
 * looks at the page; where no stream comes through, coming back to the page still brings what is new.
 * @returns ends it
 */
export function followChanges(api: Api, told: Told): () => void {
  const ending = new AbortController();
  let listening: AbortController | undefined;

  async function listen({ signal }: AbortController): Promise<void> {
    for (let pauseMs = firstPauseMs; !signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        for await (const contractId of changes(api, signal)) {
          pauseMs = firstPauseMs;
          told.changed(contractId);
        }
      } catch {
        // The next try says more than the failure of this one: nothing here was asked for by a person.
      }
      if (signal.aborted) return;
      await pause(pauseMs * (0.5 + Math.random()), signal);
      if (!signal.aborted) told.missed();
    }
  }

  function look(): void {
    if (document.hidden) {
      listening?.abort();
      listening = undefined;
    } else if (!listening) {
      listening = new AbortController();
      void listen(listening);
    }
  }

  document.addEventListener(
    'visibilitychange',
    () => {
      look();
      if (!document.hidden) told.missed();
    },
    { signal: ending.signal },
  );
  look();
  return () => {
    ending.abort();
    listening?.abort();
  };
}

async function* changes(api: Api, signal: AbortSignal): AsyncGenerator<string> {
  const response = await fetch(`${api.base}/v1/contract-status/changes`, {
    credentials: 'omit',
    headers: { accept: 'text/event-stream', authorization: `Bearer ${await api.token()}` },
    signal,
  });
  if (!response.ok || !response.body) throw new Error(`no stream: ${response.status}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = (rest + value).split('\n\n');
    rest = events.pop()!;
    for (const event of events) {
      const data = /^data: ?(.*)$/m.exec(event)?.[1];
      if (data) yield JSON.parse(data).contractId;
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
