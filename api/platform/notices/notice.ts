import type { Clock } from '../clock/clock.ts';
import type { Executor } from '../database/database.ts';
import type { Outbox } from '../events/events.ts';

/**
 * Something a person should hear of. Wings record it in the transaction of what happened; notifications turn it into
 * an entry in the portal and, for kinds that cannot wait, a mail.
 */
export type Notice = {
  personIds: readonly string[];
  /** `proposal.submitted`: names its sentence in the reader's language. */
  kind: string;
  subject: { kind: string; id: string };
  /** Fills the sentence's `{words}`: names and titles, no secrets. */
  words: Readonly<Record<string, string>>;
  /** Where in the portal it is looked at, from the portal's root: `/job-posts/jp_1/proposals`. */
  path: string;
  /** In whose brand, and at whose address; null for the installation's. */
  tenantId: string | null;
};

declare module '../events/events.ts' {
  interface EventPayloads {
    personNotified: Notice;
  }
}

export async function notify(
  trx: Executor,
  { outbox, clock }: { outbox: Outbox; clock: Clock },
  notice: Notice,
): Promise<void> {
  if (notice.personIds.length === 0) return;
  await outbox.record(trx, 'personNotified', notice.tenantId, notice, clock.now());
}
