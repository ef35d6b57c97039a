import { createTransport } from 'nodemailer';
import type { Mailer } from './mailer.ts';

/** @param address `smtps://user:password@smtp.example:465`  @param from the sending address */
export function createSmtpMailer(address: string, from: string): Mailer {
  const transport = createTransport(address, { disableFileAccess: true, disableUrlAccess: true });
  return {
    description: new URL(address).host,
    async send({ to, fromName, subject, text, html }) {
      await transport.sendMail({
        from: { name: fromName, address: from },
        to: { name: '', address: to },
        subject,
        text,
        html,
      });
    },
  };
}
