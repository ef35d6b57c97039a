import { createTransport } from 'nodemailer';
import { attachmentsOf, type Mailer } from './mailer.ts';

/** @param address `smtps://user:password@smtp.example:465`  @param from the sending address */
export function createSmtpMailer(address: string, from: string): Mailer {
  const transport = createTransport(address, { disableFileAccess: true, disableUrlAccess: true });
  return {
    description: new URL(address).host,
    async send(mail) {
      const { to, fromName, subject, text, html } = mail;
      await transport.sendMail({
        from: { name: fromName, address: from },
        to: { name: '', address: to },
        subject,
        text,
        html,
        attachments: attachmentsOf(mail),
      });
    },
  };
}
