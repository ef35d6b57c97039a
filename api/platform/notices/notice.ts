import type { Clock } from '../clock/clock.ts';
import type { Executor } from '../database/database.ts';
import type { Outbox } from '../events/events.ts';
import type { NoticeKind, NoticeWords } from './notice-kinds.ts';

/**
 * Something a person should hear of. Wings record it in the transaction of what happened; notifications turn it into
 * an entry in the portal and, for kinds that cannot wait, a mail.
 */
export type Notice<Kind extends NoticeKind = NoticeKind> = {
  personIds: readonly string[];
  /** `proposal.submitted`: names its sentence in the reader's language. */
  kind: Kind;
  subject: { kind: string; id: string };
  /** Fills the sentence's `{words}`: names and titles, no secrets. */
  words: NoticeWords<Kind>;
  /** Where in the portal it is looked at, from the portal's root: `/job-posts/jp_1/proposals`. */
  path: string;
  /** In whose brand, and at whose address; null for the installation's. */
  tenantId: string | null;
};

/** As it waits in the outbox: a version that is older or newer may have known other kinds. */
export type RecordedNotice = Omit<Notice, 'kind' | 'words'> & { kind: string; words: Readonly<Record<string, string>> };

declare module '../events/events.ts' {
  interface EventPayloads {
    personNotified: RecordedNotice;
  }
}

/** `notify(trx, deps, { personIds, kind: 'offer.sent', words: { client, title }, subject, path, tenantId })` */
export async function notify<Kind extends NoticeKind>(
  trx: Executor,
  { outbox, clock }: { outbox: Outbox; clock: Clock },
  notice: Notice<Kind>,
): Promise<void> {
  if (notice.personIds.length === 0) return;
  const recorded: RecordedNotice = { ...notice, words: notice.words as Readonly<Record<string, string>> };
  await outbox.record(trx, 'personNotified', notice.tenantId, recorded, clock.now());
}
