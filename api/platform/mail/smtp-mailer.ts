import { createTransport } from 'nodemailer';
import { type Mailer, sentAs } from './mailer.ts';

/** @param address `smtps://user:password@smtp.example:465`  @param from the sending address */
export function createSmtpMailer(address: string, from: string): Mailer {
  const transport = createTransport(address, { disableFileAccess: true, disableUrlAccess: true });
  return {
    description: new URL(address).host,
    async send(mail) {
      await transport.sendMail(sentAs(mail, from));
    },
  };
}
