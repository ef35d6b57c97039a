import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Clock, NewId } from '../clock/clock.ts';
import { isoInstant } from '../clock/clock.ts';
import { type Mail, type Mailer, sentAs } from './mailer.ts';

export type SentMail = Mail & { id: string; sentAt: string };

export type FolderMailer = Mailer & {
  /** The last mails, newest first: for development and stories, which follow their links. */
  recent(to?: string): SentMail[];
};

const keptMax = 200;

/** Without an SMTP server each mail is an `.eml` file that any mail program opens. */
export function createFolderMailer(
  { clock, newId }: { clock: Clock; newId: NewId },
  folder: string | undefined,
): FolderMailer {
  const composer = createTransport({ streamTransport: true, buffer: true });
  const kept: SentMail[] = [];
  return {
    description: folder ?? 'memory',
    async send(mail) {
      const id = newId('mail');
      if (folder) {
        const composed = await composer.sendMail(sentAs(mail, 'no-reply@localhost'));
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, `${clock.now()}-${id}.eml`), composed.message as Buffer);
      }
      kept.unshift({ ...mail, id, sentAt: isoInstant(clock.now()) });
      kept.length = Math.min(kept.length, keptMax);
    },
    recent: (to) => kept.filter((mail) => to === undefined || mail.to === to.toLowerCase()),
  };
}
