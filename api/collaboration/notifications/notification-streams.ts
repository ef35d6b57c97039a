import type { Authority } from '../../platform/auth/authority.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Inbox } from './store.ts';
import { countUnreadOf } from './store.ts';

export type StreamDeps = { database: Database; authority: Pick<Authority, 'refresh' | 'isEnded' | 'person'> };
/** @property sessionId the sign-in that opened it, which ends it too */
export type Listener = Inbox & { sessionId: string | undefined };

export type NotificationStreams = {
  /** Events as bytes, the present count first; undefined when this person has as many as are allowed. */
  open(listener: Listener, perPersonMax: number): ReadableStream<Uint8Array> | undefined;
  /** Looks for these people at once, or for everybody who listens. */
  look(personIds?: readonly string[]): Promise<void>;
  /** Ends all streams, so that the server can close; later ones are refused. */
  close(): void;
};

type Stream = Listener & {
  controller: ReadableStreamDefaultController<Uint8Array>;
  unread: number | undefined;
  openedAtMs: number;
  spokeAtMs: number;
};

/** Another node may have written: all who listen here are looked for together, in one query. */
const lookEveryMs = 2_000;
const heartbeatMs = 25_000;
/** Then the browser comes back, and is asked again who it is. */
const longestMs = 60 * 60 * 1000;
const peopleAtOnce = 500;
/** Events that wait for a reader who does not read. */
const waitingMax = 16;

/** Live counts for people's portals: server-sent events, fed by a look at the database that all of them share. */
export function createNotificationStreams({ database, authority }: StreamDeps): NotificationStreams {
  const streams = new Set<Stream>();
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;
  let isClosed = false;

  function send(stream: Stream, text: string): void {
    // A reader who does not read is let go: it comes back by itself and gets the count of that moment.
    if ((stream.controller.desiredSize ?? 0) <= 0) {
      end(stream);
      return;
    }
    stream.controller.enqueue(encoder.encode(text));
    stream.spokeAtMs = performance.now();
  }

  function end(stream: Stream): void {
    if (!streams.delete(stream)) return;
    try {
      stream.controller.close();
    } catch {
      // It was cancelled at the same moment.
    }
    if (streams.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  }

  async function endRefused(): Promise<void> {
    await authority.refresh();
    for (const stream of streams) {
      const isEnded = stream.sessionId !== undefined && authority.isEnded(stream.sessionId);
      const isTooOld = performance.now() - stream.openedAtMs > longestMs;
      if (isEnded || isTooOld || (await authority.person(stream.personId))?.isDisabled !== false) end(stream);
    }
  }

  async function tellCounts(personIds: readonly string[]): Promise<void> {
    for (let at = 0; at < personIds.length; at += peopleAtOnce) {
      const some = personIds.slice(at, at + peopleAtOnce);
      const counts = Map.groupBy(await countUnreadOf(database.db, some), ({ personId }) => personId);
      for (const stream of streams) {
        if (!some.includes(stream.personId)) continue;
        const unread = (counts.get(stream.personId) ?? [])
          .filter(({ tenantId }) => isSeenAt(stream.tenantId, tenantId))
          .reduce((sum, count) => sum + count.unread, 0);
        if (unread !== stream.unread) send(stream, `event: unread\ndata: ${JSON.stringify({ unread })}\n\n`);
        else if (performance.now() - stream.spokeAtMs > heartbeatMs) send(stream, ': still here\n\n');
        stream.unread = unread;
      }
    }
  }

  async function look(personIds?: readonly string[]): Promise<void> {
    const listening = new Set([...streams].map((stream) => stream.personId));
    const wanted = personIds ? personIds.filter((id) => listening.has(id)) : [...listening];
    if (wanted.length === 0) return;
    if (!personIds) await endRefused();
    await tellCounts(wanted);
  }

  /** One look at a time: a database that is slow is not asked more often. */
  function lookInTurn(): void {
    if (isLooking) return;
    isLooking = true;
    look()
      .catch(() => {})
      .finally(() => {
        isLooking = false;
      });
  }

  return {
    open(listener, perPersonMax) {
      const own = [...streams].filter(({ personId }) => personId === listener.personId);
      if (isClosed || own.length >= perPersonMax) return undefined;
      let opened: Stream;
      return new ReadableStream<Uint8Array>(
        {
          start(controller) {
            const nowMs = performance.now();
            opened = { ...listener, controller, unread: undefined, openedAtMs: nowMs, spokeAtMs: nowMs };
            streams.add(opened);
            timer ??= setInterval(lookInTurn, lookEveryMs).unref();
            return look([listener.personId]);
          },
          cancel: () => end(opened),
        },
        { highWaterMark: waitingMax },
      );
    },
    look,
    close() {
      isClosed = true;
      for (const stream of streams) end(stream);
    },
  };
}

function isSeenAt(address: string | undefined, tenantId: string | null): boolean {
  return address === undefined || tenantId === null || tenantId === address;
}
