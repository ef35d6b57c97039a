import { basePath } from '../router.ts';
import { whenBack } from './connection.ts';
import { me } from './session.ts';
import { unreadNotices } from './waiting.ts';

/** The first page loads undisturbed. */
const startAfterMs = 2_000;
/** A server that refuses the stream is asked as often as without one. */
const refusedMs = 60_000;

/**
 * The count at the bell, as the server tells it. A browser allows few connections to a server, so one page of it holds
 * the stream and tells the others; when it closes, the next takes over. @returns what stops it
 */
export function watchNews(): () => void {
  let personId: string | undefined;
  let following: AbortController | undefined;
  const follow = () => {
    const id = me.get()?.person.id;
    if (id === personId) return;
    personId = id;
    following?.abort();
    following = id === undefined ? undefined : new AbortController();
    if (!following) unreadNotices.set(undefined);
    else followNews(`news ${basePath} ${id}`, following.signal);
  };
  const stopMe = me.subscribe(follow);
  follow();
  return () => {
    stopMe();
    following?.abort();
  };
}

/** Hears at once, so that nothing is missed; asks for the stream when the page has loaded. */
function followNews(name: string, signal: AbortSignal): void {
  const others = new BroadcastChannel(name);
  others.addEventListener('message', ({ data }) => unreadNotices.set(data));
  signal.addEventListener('abort', () => others.close());
  const hear = (unread: number) => {
    unreadNotices.set(unread);
    others.postMessage(unread);
  };
  // Locks are for pages that came safely; else each page asks now and then, as it does anyway.
  const ask = () => void navigator.locks?.request(name, { signal }, () => listen(hear, signal)).catch(() => {});
  const starting = setTimeout(ask, startAfterMs);
  signal.addEventListener('abort', () => clearTimeout(starting));
}

/** Holds the stream until it is no longer wanted; the browser opens it again by itself when it breaks. */
function listen(hear: (unread: number) => void, signal: AbortSignal): Promise<void> {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    clearTimeout(timer);
    source = new EventSource(`${basePath}/v1/notifications/stream`);
    source.addEventListener('unread', ({ data }) => hear(JSON.parse(data).unread));
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, refusedMs);
    });
  };
  const stopBack = whenBack(() => {
    if (source.readyState === EventSource.OPEN) return;
    source.close();
    open();
  });
  open();
  return new Promise((done) => {
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      stopBack();
      source.close();
      done();
    });
  });
}
