import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Clock, NewId } from '../clock/clock.ts';
import { isoInstant } from '../clock/clock.ts';
import { attachmentsOf, type Mail, type Mailer } from './mailer.ts';

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
      const { to, fromName, subject, text, html } = mail;
      const id = newId('mail');
      if (folder) {
        const from = { name: fromName, address: 'no-reply@localhost' };
        const composed = await composer.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          attachments: attachmentsOf(mail),
        });
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, `${clock.now()}-${id}.eml`), composed.message as Buffer);
      }
      kept.unshift({ ...mail, id, sentAt: isoInstant(clock.now()) });
      kept.length = Math.min(kept.length, keptMax);
    },
    recent: (to) => kept.filter((mail) => to === undefined || mail.to === to.toLowerCase()),
  };
}
