import type { Authority } from '../../platform/auth/authority.ts';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { type Owner, readChangedContracts } from '../contracts/read-contract-lists.ts';

export type StreamDeps = {
  database: Database;
  clock: Clock;
  authority: Pick<Authority, 'refresh' | 'isEnded' | 'person'>;
};
export type Listener = {
  personId: string;
  /** the sign-in or widget session that opened it, which ends it too */
  sessionId: string | undefined;
  /** and what that session comes from */
  sourceIds?: readonly string[] | undefined;
  isWidget: boolean;
  owner: Owner;
};

export type ChangeStreams = {
  /** Events as bytes; undefined when this person has as many as are allowed. */
  open(listener: Listener, perPersonMax: number): ReadableStream<Uint8Array> | undefined;
  /** Looks for changes at once. */
  look(): Promise<void>;
  /** Ends all streams, so that the server can close; later ones are refused. */
  close(): void;
};

type Stream = Listener & {
  controller: ReadableStreamDefaultController<Uint8Array>;
  openedAtMs: number;
  spokeAtMs: number;
};

/** Another node may have written: all who listen here are looked for together, in one query. */
const lookEveryMs = 1_000;
/** A row may become visible later than its time says, by a slow commit or a skewed clock. */
const overlapMs = 10_000;
const heartbeatMs = 25_000;
/** Then the page comes back, and is asked again who it is; a widget with the token of that moment. */
const longestMs = { portal: 60 * 60 * 1000, widget: 10 * 60 * 1000 };
/** Beyond this a page is told to look for itself. */
const changesMax = 1_000;
/** Events that wait for a reader who does not read. */
const waitingMax = 64;

/** Contracts as they change: server-sent events, fed by a look at the database that all listeners share. */
export function createChangeStreams({ database, clock, authority }: StreamDeps): ChangeStreams {
  const streams = new Set<Stream>();
  /** Told already, by contract: what the overlap of two looks shows twice. */
  const told = new Map<string, { revision: number; changedAt: number }>();
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;
  let lookedAtMs: number | undefined;
  let looking: Promise<void> | undefined;
  let isClosed = false;

  function send(stream: Stream, text: string): void {
    // A reader who does not read is let go: it comes back by itself and reads everything anew.
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
    if (streams.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    lookedAtMs = undefined;
    told.clear();
  }

  async function endRefused(): Promise<void> {
    await authority.refresh();
    for (const stream of streams) if (!(await isAllowed(stream))) end(stream);
  }

  async function isAllowed({
    personId,
    sessionId,
    sourceIds = [],
    isWidget,
    owner,
    openedAtMs,
  }: Stream): Promise<boolean> {
    if (performance.now() - openedAtMs > longestMs[isWidget ? 'widget' : 'portal']) return false;
    if ((sessionId !== undefined && authority.isEnded(sessionId)) || sourceIds.some(authority.isEnded)) return false;
    const person = await authority.person(personId);
    if (!person || person.isDisabled) return false;
    if (owner.side === 'freelancer') return true;
    return person.memberships.some(({ tenantId, roles }) => tenantId === owner.tenantId && roles.length > 0);
  }

  async function tellChanges(): Promise<void> {
    const sinceMs = (lookedAtMs ?? clock.now()) - overlapMs;
    lookedAtMs = clock.now();
    const owners = [...streams].map(({ owner }) => owner);
    const changed = await readChangedContracts(
      database.db,
      {
        tenantIds: [...new Set(owners.flatMap((owner) => (owner.side === 'client' ? [owner.tenantId] : [])))],
        freelancerIds: [
          ...new Set(owners.flatMap((owner) => (owner.side === 'freelancer' ? [owner.freelancerId] : []))),
        ],
      },
      sinceMs,
      changesMax,
    );
    for (const { id, tenantId, freelancerId, revision, changedAt } of changed) {
      if (told.get(id)?.revision === revision) continue;
      told.set(id, { revision, changedAt });
      const event = `event: changed\ndata: ${JSON.stringify({ contractId: id, revision })}\n\n`;
      for (const stream of streams) if (isOf(stream.owner, tenantId, freelancerId)) send(stream, event);
    }
    for (const [id, { changedAt }] of told) if (changedAt < sinceMs) told.delete(id);
  }

  async function lookOnce(): Promise<void> {
    await endRefused();
    if (streams.size > 0) await tellChanges();
    for (const stream of streams)
      if (performance.now() - stream.spokeAtMs > heartbeatMs) send(stream, ': still here\n\n');
  }

  /** One look at a time: a database that is slow is not asked more often. */
  function look(): Promise<void> {
    looking ??= lookOnce().finally(() => {
      looking = undefined;
    });
    return looking;
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
            opened = { ...listener, controller, openedAtMs: nowMs, spokeAtMs: nowMs };
            streams.add(opened);
            // Headers reach the page with the first bytes.
            controller.enqueue(encoder.encode(': listening\n\n'));
            lookedAtMs ??= clock.now();
            timer ??= setInterval(() => void look().catch(() => {}), lookEveryMs).unref();
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

function isOf(owner: Owner, tenantId: string, freelancerId: string): boolean {
  if (owner.side === 'client') return owner.tenantId === tenantId;
  return owner.freelancerId === freelancerId && (owner.tenantId === undefined || owner.tenantId === tenantId);
}
